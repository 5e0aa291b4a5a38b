/**
 * `npm run test:external`: the specs that need programs of Debian, over the last build. It fails, and says how to get
 * them, when one is missing. With `--missing` it only prints the packages that lack.
 */
import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, isAbsolute, join } from 'node:path'
import { buildIfStale } from './build-if-stale.mjs'

/** Each program, or file, and the package that brings it. */
const programs = {
  nginx: 'nginx',
  '/usr/lib/nginx/modules/ngx_rtmp_module.so': 'libnginx-mod-rtmp',
  '/usr/lib/nginx/modules/ngx_stream_module.so': 'libnginx-mod-stream',
  turnserver: 'coturn',
  promtool: 'prometheus',
  ffmpeg: 'ffmpeg',
  openssl: 'openssl',
  'redis-server': 'redis-server',
  'systemd-analyze': 'systemd',
}

const may = (path, access) => {
  try {
    accessSync(path, access)
    return true
  } catch {
    return false
  }
}
/** Debian keeps servers where a user's path does not lead. */
const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin']
const isThere = (program) =>
  isAbsolute(program)
    ? may(program, constants.R_OK)
    : folders.some((folder) => may(join(folder, program), constants.X_OK))
const missing = Object.keys(programs).filter((program) => !isThere(program))
const packages = missing.map((program) => programs[program])

if (process.argv.includes('--missing')) {
  if (packages.length > 0) console.log(packages.join(' '))
  process.exit()
}
if (packages.length > 0) {
  console.error(`These specs need ${missing.join(', ')}, which are not here. On Debian or Ubuntu, as root:

  apt-get update && apt-get install --yes --no-install-recommends ${packages.join(' ')}
`)
  process.exit(2)
}
buildIfStale()
const { status } = spawnSync('npx', ['jest', '--selectProjects', 'external', '--runInBand', ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, PATH: folders.join(delimiter) },
})
process.exitCode = status ?? 1
