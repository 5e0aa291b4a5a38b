/** Row b: fresh processes, in turn; each run's load over that of the floor in the same turn. → JSON. */
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { bundle, RXJS_NAMES } from '../measure/bundle.mjs'
import { isInstalled } from '../measure/peer.mjs'
import { summary } from '../measure/statistics.mjs'
import { CLIENTS } from '../peers/clients.mjs'

const FLOOR = 'RxJS, 26 names, ES5'
const OURS = 'tccc-wx-sdk'
const TIME = './start-up-child.mjs'
const [turns = 15, peers = 'peers'] = process.argv.slice(2)
const here = (path) => fileURLToPath(new URL(path, import.meta.url))

/** By name: what is loaded, and whose first client it makes. */
const files = {
  [FLOOR]: [await bundle('rxjs', `export { ${RXJS_NAMES} } from 'rxjs'`), 'RxJS map → scan → share'],
  [OURS]: [here('../../../miniprogram_dist/index.js'), 'ours'],
}
const empty = await bundle('empty', '')

const NAMES = ['trtc-wx-sdk', 'xstate 5 machine', 'SIP.js', 'JsSIP']
const asked = (peers === 'peers' ? NAMES : []).map((name) => ({ name, from: CLIENTS[name].package }))
for (const { name, from } of asked.filter(({ from }) => isInstalled(from))) {
  files[name] = [await bundle(from, `module.exports = require('${from}')`), name]
}

const run = (script, file, ...more) => {
  const args = ['--expose-gc', here(script), file, ...more]
  const output = execFileSync('node', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  return JSON.parse(output.split('\n').at(-2))
}

/** What a script without anything in it costs is taken off: the reading of a file, and the first use of the clock. */
const turn = () => {
  const nothing = run(TIME, empty)
  const entries = Object.entries(files).map(([name, given]) => {
    const loaded = run(TIME, ...given)
    return [name, { ...loaded, loadMs: loaded.loadMs - nothing.loadMs }]
  })
  return Object.fromEntries(entries)
}
const rows = Array.from({ length: Number(turns) }, turn)

/** Nearly always the same: of three, one may stray. */
const heapKB = (file) => summary(Array.from({ length: 3 }, () => run('./start-up-heap.mjs', file).heapKB)).median
const nothingKB = heapKB(empty)

const describe = (name) => ({
  ratio: summary(rows.map((row) => row[name].loadMs / row[FLOOR].loadMs)),
  loadMs: summary(rows.map((row) => row[name].loadMs)),
  heapKB: heapKB(files[name][0]) - nothingKB,
  clientMs: summary(rows.map((row) => row[name].clientMs)),
  clientRatio: summary(rows.map((row) => row[name].clientMs / row[FLOOR].clientMs)),
  atLoad: { touched: rows[0][name].touched, timers: rows[0][name].timers },
})
console.log(
  JSON.stringify({
    results: Object.fromEntries(Object.keys(files).map((name) => [name, describe(name)])),
    absent: asked.map(({ from }) => from).filter((from) => !isInstalled(from)),
  }),
)
