/** Builds when a source is newer than the build, then is the call centre: `npm start -- --once`. */
import { spawnSync } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'

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
createRequire(import.meta.url)(resolve(centre))
