/**
 * `npm run storm`: a million clients lose the line at once. The delays are the package's own `reconnectDelay`, imported
 * from the build. Fails when a goal is missed.
 */
import { writeFileSync } from 'node:fs'
import { reconnectDelay } from '../../../dist/call.mjs'
import { lineChart } from '../measure/plot.mjs'
import { table } from '../measure/table.mjs'
import { simulate } from './simulate.mjs'

const storm = { clients: 1_000_000, perSecond: 20_000, delay: reconnectDelay }
const floorS = storm.clients / storm.perSecond
const fullJitter = ({ attempt, random }) => random * Math.min(30_000, 500 * 2 ** (attempt - 1))

const gently = ({ peakPerSecond, allBackS, attempts }) =>
  peakPerSecond <= storm.perSecond && allBackS <= 1.25 * floorS && attempts <= 1
const soon = ({ p99S, attempts }) => p99S <= 1.3 * floorS && attempts <= 2.1
const atOnce = ({ p50S }) => p50S <= 0.4

const scenarios = [
  {
    name: 'goes away with spreadMs=60000',
    options: { ...storm, spreadMs: 60_000 },
    goal: 'peak ≤ 20,000/s, all ≤ 62.5 s, 1.0 try',
    meets: gently,
  },
  {
    name: 'falls, refuses with retryAfterMs',
    options: { ...storm, slots: true },
    goal: 'p99 ≤ 65 s, ≤ 2.1 tries',
    meets: soon,
  },
  { name: 'falls, refuses without a word', options: storm, goal: 'p99 ≤ 65 s, ≤ 2.1 tries', meets: soon },
  { name: 'one client, a healthy server', options: { ...storm, clients: 10_000 }, goal: 'p50 ≤ 0.4 s', meets: atOnce },
  { name: 'full jitter 0.5 → 30 s, for comparison', options: { ...storm, delay: fullJitter } },
]

const started = Date.now()
const results = scenarios.map((scenario) => ({ ...scenario, result: simulate(scenario.options) }))

const verdict = ({ meets, result }) => (meets === undefined ? '' : meets(result) ? 'met' : 'MISSED')
const seconds = (value) => value.toFixed(value < 10 ? 2 : 1)
const rows = results.map(({ name, goal = '', meets, result }) => [
  name,
  result.peakPerSecond.toLocaleString('en'),
  seconds(result.allBackS),
  seconds(result.p50S),
  seconds(result.p99S),
  result.attempts.toFixed(2),
  goal,
  verdict({ meets, result }),
])
console.log(`1,000,000 clients, 20,000 let in a second: nobody can have all back before ${floorS} s\n`)
console.log(table([['the server', 'peak/s', 'all back s', 'p50 s', 'p99 s', 'tries', 'goal', 'verdict'], ...rows]))
console.log(`\n${((Date.now() - started) / 1000).toFixed(1)} s, plot: internal/bench/plots/storm.svg`)

const drawn = results.filter(({ name }) => !name.startsWith('one client'))
const chart = lineChart({
  title: 'Arrivals per second after a million clients have lost the line',
  xAxis: { name: 'seconds after the loss', least: 0, most: 70, ticks: [0, 10, 20, 30, 40, 50, 60, 70] },
  yAxis: {
    name: 'arrivals per second (the server takes 20,000)',
    least: 100,
    most: 2_000_000,
    log: true,
    ticks: [100, 1_000, 10_000, 20_000, 100_000, 1_000_000],
  },
  series: drawn.map(({ name, result }) => ({
    name,
    points: result.perSecond.slice(0, 70).map((count, second) => [second + 0.5, count]),
  })),
})
writeFileSync(new URL('../plots/storm.svg', import.meta.url), chart)

if (results.some((result) => verdict(result) === 'MISSED')) process.exit(1)
