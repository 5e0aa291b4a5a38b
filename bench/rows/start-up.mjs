/** Row b: fresh processes, in turn; each run's load over that of the floor in the same turn. → JSON. */
import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { isInstalled } from '../measure/peer.mjs'
import { summary } from '../measure/statistics.mjs'

const FLOOR = 'RxJS, 26 names, ES5'
const OURS = 'tccc-wx-sdk'
const [turns = 15] = process.argv.slice(2).map(Number)
const here = (path) => fileURLToPath(new URL(path, import.meta.url))
const folder = here('../../.build/bench')
mkdirSync(folder, { recursive: true })

const NAMES =
  'asyncScheduler, BehaviorSubject, catchError, combineLatest, concat, debounceTime, defer, distinctUntilChanged, EMPTY, filter, finalize, from, interval, map, merge, NEVER, Observable, of, scan, share, startWith, Subject, Subscription, switchMap, take, takeUntil'

const bundle = async (name, contents) => {
  const outfile = `${folder}/${name}.cjs`
  const stdin = { contents, resolveDir: here('..') }
  const options = { bundle: true, minify: true, format: 'cjs', platform: 'browser', logLevel: 'error' }
  await build({ ...options, stdin, outfile })
  return outfile
}

const empty = await bundle('empty', '')
const files = {
  [FLOOR]: await bundle('rxjs', `export { ${NAMES} } from 'rxjs'`),
  [OURS]: here('../../miniprogram_dist/index.js'),
}
const absent = []
const notLoaded = []

const run = (file, ...more) => {
  const args = ['--expose-gc', here('./start-up-child.mjs'), file, ...more]
  const output = execFileSync('node', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  return JSON.parse(output.split('\n').at(-2))
}

for (const name of ['trtc-wx-sdk', 'xstate', 'jssip', '@tencentcloud/chat', '@tencentcloud/call-engine-wx']) {
  if (!isInstalled(name)) {
    absent.push(name)
    continue
  }
  try {
    const file = await bundle(name.replace(/\W/g, '-'), `module.exports = require('${name}')`)
    run(file)
    files[name] = file
  } catch {
    // It wants more of a phone than the stand-in has.
    notLoaded.push(name)
  }
}

/** What a script without anything in it costs is taken off: the reading of a file, and the first use of the clock. */
const turn = () => {
  const nothing = run(empty)
  const entries = Object.entries(files).map(([name, file]) => {
    const loaded = name === OURS ? run(file, 'client') : run(file)
    return [name, { ...loaded, loadMs: loaded.loadMs - nothing.loadMs, heapKB: loaded.heapKB - nothing.heapKB }]
  })
  return Object.fromEntries(entries)
}
const rows = Array.from({ length: turns }, turn)

const describe = (name) => ({
  ratio: summary(rows.map((row) => row[name].loadMs / row[FLOOR].loadMs)),
  loadMs: summary(rows.map((row) => row[name].loadMs)),
  heapKB: summary(rows.map((row) => row[name].heapKB)),
})
const ours = rows.map((row) => row[OURS])
console.log(
  JSON.stringify({
    results: Object.fromEntries(Object.keys(files).map((name) => [name, describe(name)])),
    clientMs: summary(ours.map(({ clientMs }) => clientMs)),
    atLoad: { touched: ours[0].touched, timers: ours[0].timers },
    absent,
    notLoaded,
  }),
)
