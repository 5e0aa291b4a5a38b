/**
 * Builds when a source is newer than the build, then is the call centre: `npm start -- --once`. With
 * `--program <folder>` the phone runs the mini program of that folder, and the package that is installed there.
 */
import { spawnSync } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { buildPhoneOf } from './build-phone.mjs'

const root = join(import.meta.dirname, '..')
const centre = 'dist/call-centre/main.cjs'
const sources = ['lib', 'component', 'examples', 'scripts', 'rollup.config.mjs', 'package.json']

const changedAt = (path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0
const filesOf = (path) =>
  statSync(path).isDirectory() ? readdirSync(path, { recursive: true }).map((file) => join(path, file)) : [path]

process.chdir(root)
const newest = Math.max(...sources.flatMap(filesOf).map(changedAt))
if (changedAt(centre) < newest) {
  console.log('Building …')
  const { status } = spawnSync('npm', ['run', '--silent', 'build:start'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (status !== 0) {
    console.error('The build failed; see above.')
    process.exit(2)
  }
}
if (process.argv.includes('--help')) {
  console.log(
    'npm start -- --program <folder> runs the mini program of that folder in the phone. The other options are of\n',
  )
}
const at = process.argv.indexOf('--program')
if (at > 0) {
  const phone = await buildPhoneOf(process.argv[at + 1] ?? '').catch(({ message }) => {
    console.error(message)
    process.exit(2)
  })
  process.argv.splice(at, 2, '--serve', `/phone/=${phone}`)
}
createRequire(import.meta.url)(resolve(centre))
