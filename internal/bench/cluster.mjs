/**
 * `npm run bench:cluster` measures more than one machine: commits at a real Redis, the load of row h with each store and
 * through another node, and take-overs; prints the tables, and writes them into docs/reference/performance.md. A quarter of
 * an hour. `-- --short` takes three minutes, and writes nothing.
 */
import { cpus, loadavg } from 'node:os'
import { measureTakeOver } from './cluster/take-over.mjs'
import { WORDS } from './cluster/words.mjs'
import { row } from './measure/row.mjs'
import { table } from './measure/table.mjs'
import { markdown, writeBetween } from './write-pages.mjs'

const isShort = process.argv.includes('--short')
const MARKS = ['<!-- cluster: written by npm run bench:cluster -->\n', '<!-- end of cluster -->']
const PAGES = { 'performance.md': 'en', 'performance.zh-CN.md': 'zh' }
const CALLS = 200

const machine = { cpu: cpus()[0].model, cpus: cpus().length, node: process.version, load: loadavg()[0].toFixed(1) }
const commits = row('commits', [isShort ? 2 : 10, 1, 2, 4, 8]).rows
const loads = Object.keys(WORDS.en.stores).map((store) => [
  store,
  row('call-centre', [CALLS, isShort ? 3 : 10, ...(isShort ? [100, 1_000] : [100, 1_000, 2_000]), store]),
])
const takeOvers = Object.keys(WORDS.en.faults).map((fault) => measureTakeOver(fault, isShort ? 15 : 300))

const ms = (value) => `${value.toFixed(value < 10 ? 1 : 0)} ms`
const seconds = (value) => `${(value / 1_000).toFixed(1)} s`
const percent = (share) => `${Math.round(share * 100)} %`
const whole = (value) => Math.round(value).toLocaleString('en')

const loadRows = ({ stores }) =>
  loads[0][1].rows.flatMap(({ waiting }, size) =>
    loads.map(([store, { rows }]) => {
      const { p50Ms, p99Ms, cpuShare, residentMB, redis } = rows[size]
      const customers = waiting + CALLS
      return [
        ...[whole(waiting), stores[store], ms(p50Ms), ms(p99Ms), percent(cpuShare), `${whole(residentMB)} MB`],
        whole(customers / cpuShare),
        ...(redis ? [whole(redis.commandsPerSecond), `${(redis.heldKB / customers).toFixed(1)} KB`] : ['–', '–']),
      ]
    }),
  )

const tablesIn = (words) => [
  [
    words.commits,
    ...commits.map(({ shards, appendFsync, perSecond, p50Ms, p99Ms, cpuShare }) => [
      String(shards),
      appendFsync,
      whole(perSecond),
      ms(p50Ms),
      ms(p99Ms),
      percent(cpuShare),
    ]),
  ],
  [words.load, ...loadRows(words)],
  [
    words.takeOver,
    ...takeOvers.map(({ fault, times, ledMs, backMs, longestMs }) => [
      words.faults[fault],
      String(times),
      seconds(ledMs),
      seconds(backMs),
      seconds(longestMs),
    ]),
  ],
]

for (const rows of tablesIn(WORDS.en)) console.log(`\n${table(rows)}`)
if (!isShort) {
  for (const [page, language] of Object.entries(PAGES)) {
    const text = [WORDS[language].machine(machine), ...tablesIn(WORDS[language]).map(markdown)].join('\n\n')
    writeBetween(new URL(`../../docs/reference/${page}`, import.meta.url), MARKS, `\n${text}\n\n`)
  }
}
const wrong = loads.filter(([, { gaps, unanswered, misplaced }]) => gaps + unanswered + misplaced > 0)
for (const [store, { gaps, unanswered, misplaced }] of wrong) {
  console.error(`${store}: ${gaps} numbers missing, ${unanswered} unanswered, ${misplaced} places untold`)
}
if (wrong.length > 0) process.exit(1)
