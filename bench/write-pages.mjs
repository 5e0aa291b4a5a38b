/** Writes the figures of bench/results.json into the pages of the docs, between their two marks. */
import { readFileSync, writeFileSync } from 'node:fs'

const START = '<!-- figures: written by npm run bench -->\n'
const END = '<!-- end of figures -->'

const figure = (value) => {
  if (value === undefined) return '–'
  return Math.abs(value) >= 1_000 ? Math.round(value).toLocaleString('en') : String(Number(value.toFixed(2)))
}

const lines = ({ figures, measured, machine }) => {
  const load = measured.load.rows.map(({ waiting, p50Ms, p99Ms, cpuShare, residentMB }) => {
    const cells = [waiting, figure(p50Ms), figure(p99Ms), `${Math.round(cpuShare * 100)} %`, Math.round(residentMB)]
    return `| ${cells.join(' | ')} |`
  })
  const beside = Object.entries(measured.warm.results).map(([name, warm]) => {
    const cells = [name, figure(warm.median), figure(measured.jitless.results[name].median)]
    return `| ${cells.join(' | ')} |`
  })
  return [
    '',
    `${machine.cpu}, ${machine.cpus} processors, Node ${machine.node}`,
    '',
    '| row | what | goal | ours | |',
    '|---|---|---|---|---|',
    ...figures.map(
      ({ row, what, goal, figure: ours, verdict }) =>
        `| ${[row, what, `≤ ${figure(goal)}`, figure(ours), verdict].join(' | ')} |`,
    ),
    '',
    '| one message, times `JSON.parse` | warm | `--jitless` |',
    '|---|---|---|',
    ...beside,
    '',
    '| customers waiting, 200 talking | p50 ms | p99 ms | of a processor | MB |',
    '|---|---|---|---|---|',
    ...load,
    '',
    '',
  ].join('\n')
}

export const writePages = (results) => {
  for (const page of ['performance.md', 'performance.zh-CN.md']) {
    const file = new URL(`../docs/${page}`, import.meta.url)
    const text = readFileSync(file, 'utf8')
    const [before, after] = [text.indexOf(START) + START.length, text.indexOf(END)]
    writeFileSync(file, text.slice(0, before) + lines(results) + text.slice(after))
  }
}
