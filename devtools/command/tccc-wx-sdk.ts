import { readFileSync, readSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isatty } from 'node:tty'
import type { Files } from '../check/mini-program'
import { readFolder } from '../check/read-folder'
import { disk } from '../init/disk'
import { run } from './command'

const NARROWEST = 60
const WIDE = 100
const STDIN = 0

const jsonOf = (file: string): unknown => JSON.parse(readFileSync(join(__dirname, file), 'utf8'))

const starter = (): Files => new Map(jsonOf('starter.json') as [string, string][])

const ask = (question: string): string => {
  process.stdout.write(question)
  const line = Buffer.alloc(100)
  return line.toString('utf8', 0, readSync(STDIN, line))
}

process.exitCode = run(process.argv.slice(2), {
  readFile: (path) => readFileSync(path, 'utf8'),
  readFolder,
  ...disk,
  starter,
  range: `^${(jsonOf('../../package.json') as { readonly version: string }).version}`,
  writeFile: (path, text) => writeFileSync(path, text, { flag: 'wx' }),
  print: (text) => console.log(text),
  complain: (text) => console.error(text),
  ask: isatty(STDIN) ? ask : null,
  width: process.stdout.isTTY ? Math.max(NARROWEST, process.stdout.columns) : WIDE,
})
