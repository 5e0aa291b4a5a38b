/** Builds when a source is newer than the build. Leads into the folder of the clone. */
import { spawnSync } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

export const centre = 'call-centre/dist/main.cjs'

const root = join(import.meta.dirname, '../..')
const sources = [
  'lib',
  'component',
  'devtools',
  'call-centre',
  'examples',
  'internal/scripts',
  'rollup.config.mjs',
  'package.json',
]

const changedAt = (path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0
const filesOf = (path) =>
  statSync(path).isDirectory() ? readdirSync(path, { recursive: true }).map((file) => join(path, file)) : [path]
/** What is built or installed there is no source. */
const isSource = (file) => !/^call-centre\/(dist|node_modules)(\/|$)/.test(file.replaceAll('\\', '/'))

/** Ends the process with 2 when the build fails. */
export const buildIfStale = () => {
  process.chdir(root)
  const newest = Math.max(...sources.flatMap(filesOf).filter(isSource).map(changedAt))
  if (changedAt(centre) >= newest) return
  console.log('Building …')
  const { status } = spawnSync('npm', ['run', '--silent', 'build:start'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (status === 0) return
  console.error('The build failed; see above.')
  process.exit(2)
}
