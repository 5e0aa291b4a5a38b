import { readFileSync, writeFileSync } from 'node:fs'
import { readFolder } from '../check/read-folder'
import { run } from './command'

const NARROWEST = 60
const WIDE = 100

process.exitCode = run(process.argv.slice(2), {
  readFile: (path) => readFileSync(path, 'utf8'),
  readFolder,
  writeFile: (path, text) => writeFileSync(path, text, { flag: 'wx' }),
  print: (text) => console.log(text),
  complain: (text) => console.error(text),
  width: process.stdout.isTTY ? Math.max(NARROWEST, process.stdout.columns) : WIDE,
})
