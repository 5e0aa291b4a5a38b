/** Writes the tables of a run into the pages of the docs, between their two marks. */
import { readFileSync, writeFileSync } from 'node:fs'
import { tablesOf } from './tables.mjs'
import { EN, ZH } from './words.mjs'

const START = '<!-- figures: written by npm run bench -->\n'
const END = '<!-- end of figures -->'
const PAGES = { 'performance.md': [EN, 'en'], 'performance.zh-CN.md': [ZH, 'zh'] }

const line = (cells) => `| ${cells.join(' | ')} |`
export const markdown = ([heading, ...rows]) =>
  [line(heading), `|${'---|'.repeat(heading.length)}`, ...rows.map(line)].join('\n')

const figures = (results, words, language) => {
  const tables = tablesOf(results, words, language).map(markdown)
  return ['', words.processors(results.machine), ...tables, ''].join('\n\n').slice(1)
}

/** Replaces what stands between two marks of a page. */
export const writeBetween = (file, [start, end], text) => {
  const page = readFileSync(file, 'utf8')
  const [before, after] = [page.indexOf(start) + start.length, page.indexOf(end)]
  writeFileSync(file, page.slice(0, before) + text + page.slice(after))
}

export const writePages = (results) => {
  for (const [page, [words, language]] of Object.entries(PAGES)) {
    const file = new URL(`../../docs/reference/${page}`, import.meta.url)
    writeBetween(file, [START, END], figures(results, words, language))
  }
}
