/** Row b: fresh processes, in turn; each run's load over that of the floor in the same turn. → JSON. */
import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { peer } from '../measure/peer.mjs'
import { summary } from '../measure/statistics.mjs'

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

const files = {
  'RxJS, 26 names, ES5': await bundle('rxjs', `export { ${NAMES} } from 'rxjs'`),
  'tccc-wx-sdk': here('../../miniprogram_dist/index.js'),
}
const absent = []
for (const name of ['trtc-wx-sdk', 'xstate', 'jssip', '@tencentcloud/chat']) {
  if (peer(`${name}/package.json`) === null && peer(name) === null) absent.push(name)
  else files[name] = await bundle(name.replace(/\W/g, '-'), `module.exports = require('${name}')`)
}

const run = (name) => {
  const args = ['--expose-gc', here('./start-up-child.mjs'), files[name], ...(name === 'tccc-wx-sdk' ? ['client'] : [])]
  return JSON.parse(
    execFileSync('node', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
      .split('\n')
      .at(-2),
  )
}

/** A peer that wants more of a phone than the stand-in has is left out, and said so. */
for (const name of Object.keys(files).slice(2)) {
  try {
    run(name)
  } catch {
    delete files[name]
    absent.push(name)
  }
}

const [floor] = Object.keys(files)
const rows = []
for (let turn = 0; turn < turns; turn += 1) {
  rows.push(Object.fromEntries(Object.keys(files).map((name) => [name, run(name)])))
}
const describe = (name) => ({
  ratio: summary(rows.map((row) => row[name].loadMs / row[floor].loadMs)),
  loadMs: summary(rows.map((row) => row[name].loadMs)),
  heapKB: summary(rows.map((row) => row[name].heapKB)),
})
const [first] = rows
const { touched, timers } = first['tccc-wx-sdk']
console.log(
  JSON.stringify({
    results: Object.fromEntries(Object.keys(files).map((name) => [name, describe(name)])),
    clientMs: summary(rows.map((row) => row['tccc-wx-sdk'].clientMs)),
    atLoad: { touched, timers },
    absent,
  }),
)
