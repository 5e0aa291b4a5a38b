/**
 * `npm run bench` measures rows a to f and h, prints their tables, and writes internal/bench/results.json,
 * internal/bench/plots/messages.svg and the figures of docs/reference/performance.md.
 * `npm run bench -- --short` measures less, for CI, and writes nothing. Fails when a figure is more than 10 % worse than
 * it may be.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { GOALS } from './goals.mjs'
import { barChart } from './measure/bars.mjs'
import { isInstalled } from './measure/peer.mjs'
import { table } from './measure/table.mjs'
import { measureAll } from './measured.mjs'
import { tablesOf } from './tables.mjs'
import { verdictOf } from './verdict.mjs'
import { EN } from './words.mjs'
import { writePages } from './write-pages.mjs'

const isShort = process.argv.includes('--short')
const here = (path) => new URL(path, import.meta.url)

const measured = measureAll(isShort)
const judged = GOALS.filter(({ inFullOnly }) => !isShort || !inFullOnly).map((goal) => {
  const { floor, peers } = goal.beside?.(measured) ?? { peers: {} }
  const { verdict, fails } = verdictOf(goal, measured)
  const { row, what, most } = goal
  return { fails, told: { row, what, goal: most, floor, peers, figure: goal.read(measured), verdict } }
})
const machine = { cpu: cpus()[0].model, cpus: cpus().length, node: process.version }
const results = { machine, figures: judged.map(({ told }) => told), measured }

console.log(EN.processors(machine))
for (const rows of tablesOf(results, EN, 'en')) console.log(`\n${table(rows).replaceAll('`', '')}`)

const { dependencies } = JSON.parse(readFileSync(here('./package.json'), 'utf8'))
const absent = Object.keys(dependencies).filter((name) => !isInstalled(name))
if (isShort) console.log('\nwithout peers and load: that is npm run bench')
else if (absent.length > 0) console.log(`\npeer not installed (npm ci in internal/bench/): ${absent.join(', ')}`)
for (const { name, why } of measured.weight?.notBundled ?? []) console.log(`\n${name} cannot be bundled: ${why}`)

if (!isShort) {
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

if (judged.some(({ fails }) => fails)) process.exit(1)
