/**
 * `npm run bench -- voice` measures voices through the centre, and writes internal/bench/voice/results.json and the figures of
 * the voice in docs/reference/performance.md. `voice delay cuts` measures these parts alone: the others stay as they were.
 * `--minutes 2` shortens the growth of delay, `--short` all, and then nothing is written.
 * It needs Debian's nginx, libnginx-mod-rtmp and ffmpeg, and the build.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { table } from '../measure/table.mjs'
import { markdown, writeBetween } from '../write-pages.mjs'
import { cost } from './cost.mjs'
import { cuts, delay, drift, loss } from './parts.mjs'
import { machineWords, tablesOf } from './tables.mjs'

const START = '<!-- voice: written by npm run bench -- voice -->\n'
const END = '<!-- end of voice -->'
// The last one keeps this process off a processor.
const PARTS = { delay, loss, cuts, drift, cost }

const { values, positionals } = parseArgs({
  args: process.argv.slice(3),
  allowPositionals: true,
  options: { short: { type: 'boolean', default: false }, minutes: { type: 'string' } },
})
const unknown = positionals.filter((name) => !(name in PARTS))
if (unknown.length > 0) {
  console.error(`no part of the voice: ${unknown.join(', ')}. There are ${Object.keys(PARTS).join(', ')}.`)
  process.exit(2)
}
const length = values.short ? { seconds: 6, calls: 2, minutes: 0.5 } : { seconds: 15, calls: 7, minutes: 10 }
if (values.minutes) length.minutes = Number(values.minutes)

const here = (path) => new URL(path, import.meta.url)
const file = here('./results.json')
const machine = { cpu: cpus()[0].model, cpus: cpus().length, node: process.version, load: loadavg()[0] }
const measured = {}
for (const [name, measure] of Object.entries(PARTS)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue
  process.stderr.write(`measuring ${name}\n`)
  measured[name] = await measure(length)
}

// Read now: another run may have measured other parts meanwhile.
const before = !values.short && existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).parts : {}
const results = { machine, parts: { ...before, ...measured } }
console.log(machineWords(machine, 'en'))
const plain = (rows) => rows.map((cells) => cells.map((cell) => cell.replaceAll('`', '')))
for (const rows of tablesOf(results, 'en')) console.log(`\n${table(plain(rows))}`)

if (!values.short) {
  writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`)
  for (const [page, language] of Object.entries({ 'performance.md': 'en', 'performance.zh-CN.md': 'zh' })) {
    const text = [machineWords(machine, language), ...tablesOf(results, language).map(markdown)].join('\n\n')
    writeBetween(here(`../../../docs/reference/${page}`), [START, END], `\n${text}\n\n`)
  }
}
process.exit(0)
