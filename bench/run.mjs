/**
 * `npm run bench` measures rows b to f and h, prints a table, and writes bench/results.json,
 * bench/plots/messages.svg and the figures of docs/performance.md.
 * `npm run bench -- --short` measures less, for CI, and writes nothing. Fails when a figure is more than 10 % worse than
 * it may be.
 */
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { fileURLToPath } from 'node:url'
import { GOALS, verdictOf } from './goals.mjs'
import { barChart } from './measure/bars.mjs'
import { summary } from './measure/statistics.mjs'
import { table } from './measure/table.mjs'
import { writePages } from './write-pages.mjs'

const isShort = process.argv.includes('--short')
const here = (path) => fileURLToPath(new URL(path, import.meta.url))

const row = (name, args = [], flags = []) => {
  process.stderr.write(`measuring ${name} ${flags.join(' ')}\n`)
  const command = [...flags, here(`./rows/${name}.mjs`), ...args.map(String)]
  const output = execFileSync('node', command, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  return JSON.parse(output.trim().split('\n').at(-1))
}

/** The first 200 messages of fresh processes: eight calls, one block, nothing warm. */
const coldRatios = (processes) =>
  summary(Array.from({ length: processes }, () => row('message', [8, 1, 'alone']).results['tccc-wx-sdk'].median))

const peers = isShort ? 'alone' : 'peers'
const measured = {
  startUp: row('start-up', [isShort ? 5 : 15]),
  warm: row('message', [150, isShort ? 40 : 200, peers]),
  jitless: row('message', [60, isShort ? 20 : 60, peers], ['--jitless']),
  cold: coldRatios(isShort ? 5 : 15),
  trips: row('round-trips'),
  setData: row('set-data'),
  memory: row('memory', isShort ? [500, 30_000] : [2_000, 100_000], ['--expose-gc']),
  ...(isShort ? {} : { load: row('call-centre') }),
}

const figure = (value) => {
  if (value === undefined) return '–'
  return Math.abs(value) >= 1_000 ? Math.round(value).toLocaleString('en') : String(Number(value.toFixed(2)))
}
const verdicts = GOALS.map((goal) => ({
  ...goal,
  figure: goal.read(measured),
  ...verdictOf(goal, goal.read(measured)),
}))
console.log(
  table([
    ['row', 'what', 'goal', 'ours', 'verdict'],
    ...verdicts.map((goal) => [goal.row, goal.what, `≤ ${figure(goal.most)}`, figure(goal.figure), goal.verdict]),
  ]),
)

const spread = ({ median, p25, p75 }) => [figure(median), `${figure(p25)} – ${figure(p75)}`]
const beside = (title, results, pick) =>
  console.log(
    `\n${title}\n${table([
      ['', 'median', 'p25 – p75'],
      ...Object.entries(results).map(([name, result]) => [name, ...spread(pick(result))]),
    ])}`,
  )
beside('one message, times JSON.parse, warm', measured.warm.results, (result) => result)
beside('one message, times JSON.parse, --jitless', measured.jitless.results, (result) => result)
beside('loading, ms', measured.startUp.results, ({ loadMs }) => loadMs)
beside('heap after loading, KB', measured.startUp.results, ({ heapKB }) => heapKB)

const absent = new Set([...measured.warm.absent, ...measured.startUp.absent])
if (absent.size > 0) console.log(`\npeer not installed (npm ci in bench/): ${[...absent].join(', ')}`)
const { notLoaded } = measured.startUp
if (notLoaded.length > 0) console.log(`\npeer did not load outside of WeChat: ${notLoaded.join(', ')}`)

if (!isShort) {
  const machine = { cpu: cpus()[0].model, cpus: cpus().length, node: process.version }
  const figures = verdicts.map(({ row, what, most, figure, verdict }) => ({ row, what, goal: most, figure, verdict }))
  const results = { machine, figures, measured }
  writeFileSync(here('./results.json'), `${JSON.stringify(results, null, 2)}\n`)
  writePages(results)
  const bars = Object.entries(measured.warm.results).map(([name, { median }]) => ({
    name,
    values: [median, measured.jitless.results[name].median],
  }))
  const legend = ['warm', '--jitless']
  const title = 'One message, from the frame to the new state, times JSON.parse (logarithmic)'
  writeFileSync(here('./plots/messages.svg'), barChart({ title, legend, bars }))
}

if (verdicts.some(({ fails }) => fails)) process.exit(1)
