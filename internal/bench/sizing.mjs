/**
 * `npm run bench:sizing` measures row h once with each store, and writes the sizing tables of "From an empty server to the
 * first call of a customer". Half a minute for a store; short runs, so that they may be repeated.
 */
import { row } from './measure/row.mjs'
import { table } from './measure/table.mjs'
import { markdown, writeBetween } from './write-pages.mjs'

const CALLS = 200
const SECONDS = 5
const WAITING = [100, 500, 1_000, 2_000]
const START = '<!-- sizing: written by npm run bench:sizing -->\n'
const END = '<!-- end of sizing -->'
const STORES = {
  memory: { en: 'memory', zh: '内存' },
  folder: { en: 'folder', zh: '文件夹' },
  redis: { en: 'Redis', zh: 'Redis' },
}
const HEADINGS = {
  en: ['customers waiting', 'store', 'answer, p50', 'p99', 'of one processor', 'memory'],
  zh: ['等待的客户', '存储', '回应，p50', 'p99', '占一个处理器', '内存'],
}

const measured = Object.keys(STORES).map((store) => [store, row('call-centre', [CALLS, SECONDS, ...WAITING, store])])

const cells = ({ waiting, p50Ms, p99Ms, cpuShare, residentMB }, store) => [
  waiting.toLocaleString('en'),
  store,
  `${p50Ms.toFixed(1)} ms`,
  `${Math.round(p99Ms)} ms`,
  `${Math.round(cpuShare * 100)} %`,
  `${Math.round(residentMB)} MB`,
]
const rowsIn = (language) =>
  WAITING.flatMap((_, size) => measured.map(([store, { rows }]) => cells(rows[size], STORES[store][language])))

for (const [page, language] of Object.entries({ 'first-call.md': 'en', 'first-call.zh-CN.md': 'zh' })) {
  const file = new URL(`../../docs/call-centre/${page}`, import.meta.url)
  writeBetween(file, [START, END], `\n${markdown([HEADINGS[language], ...rowsIn(language)])}\n\n`)
}
console.log(table([HEADINGS.en, ...rowsIn('en')]))
for (const { waiting, redis } of measured.flatMap(([, { rows }]) => rows)) {
  if (redis) console.log(`Redis, ${waiting} waiting: ${JSON.stringify(redis)}`)
}

/** A figure of a centre that lost or forgot something is no figure of a centre. */
const wrong = measured.filter(([, { gaps, unanswered, misplaced }]) => gaps + unanswered + misplaced > 0)
for (const [store, { gaps, unanswered, misplaced }] of wrong) {
  console.error(`${store}: ${gaps} numbers missing, ${unanswered} unanswered, ${misplaced} places untold`)
}
if (wrong.length > 0) process.exit(1)
