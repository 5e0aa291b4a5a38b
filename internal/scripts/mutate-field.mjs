/**
 * Breaks the rules of docs/contribute/field-rules.md in a copy, one line after the other, and asks the spec that the page
 * names for each to be red; every rule must have a line to break. `npm run mutants:field`, or with words, for the rules
 * that have any of them. It looks at the build: `npm run build` first. The last line is `N passed, N failed`.
 */
import { readFileSync } from 'node:fs'
import { checkLines, makeCopy, play, whileBroken } from './broken-copy.mjs'
import { mutants } from './field-mutants.mjs'

const PAGE = 'docs/contribute/field-rules.md'
const ROW = /^\| ([^|]+) \| `([\w/.-]+\.spec\.ts)` › `([^`]+)` \|$/gm
const rows = [...readFileSync(PAGE, 'utf8').matchAll(ROW)].map(([, rule, file, title]) => ({ rule, file, title }))

const SOURCES = ['lib', 'component', 'devtools', 'call-centre', 'examples', 'spec', 'docs', 'internal', 'PROTOCOL.md']
const SETTINGS = ['README.md', 'README.zh-CN.md', 'package.json', 'package-lock.json', 'jest.config.mjs']
const INSTALLED = [
  'node_modules',
  'call-centre/node_modules',
  'internal/site/node_modules',
  'internal/bench/node_modules',
]
const BUILT = ['dist', 'miniprogram_dist', 'call-centre/dist']
const copy = makeCopy('field-mutants', [...SOURCES, ...SETTINGS], [...INSTALLED, ...BUILT])

/** A title of many stands for each of them: `%s` and `$name` are whatever is there. */
const patternOf = (title) =>
  title
    .replace(/%[sijd]|\$\w+/g, '\0')
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/\0/g, '.*')

/** For all specs at once. */
const LONGEST_MS = 1_800_000
const PROJECTS = ['--selectProjects', 'unit', 'package', 'end-to-end']

/** What the specs of these rows see in the copy as it is now, which runs them all at once. */
const look = (seenRows, limitMs) => {
  const files = [...new Set(seenRows.map(({ file }) => file))]
  const titles = seenRows.map(({ title }) => patternOf(title)).join('|')
  return play(copy, [...PROJECTS, '--runTestsByPath', ...files, '--testNamePattern', titles], limitMs)
}

const ofRow = ({ file, title }, seen) => {
  const titled = new RegExp(`^${patternOf(title)}$`)
  return seen.filter((spec) => spec.file === file && spec.titles.some((each) => titled.test(each)))
}

const asked = process.argv.slice(2)
const chosen = rows.filter(({ rule }) => asked.length === 0 || asked.some((words) => rule.includes(words)))
const outcome = { passed: 0, failed: 0 }
const tell = (isSeen, words) => {
  outcome[isSeen ? 'passed' : 'failed'] += 1
  console.log(`${isSeen ? 'seen    ' : 'NOT SEEN'}  ${words}`)
}

checkLines(copy, mutants)
const untouched = look(chosen, LONGEST_MS)
for (const row of chosen) {
  const green = ofRow(row, untouched)
  const isGreen = green.length > 0 && green.every(({ isRed }) => !isRed)
  const lines = mutants.filter(({ rule }) => rule === row.rule)
  if (!isGreen) tell(false, `${row.rule}: its spec is not green before anything is broken`)
  else if (lines.length === 0) tell(false, `${row.rule}: no line of it is known`)
  for (const mutant of isGreen ? lines : []) {
    const red = whileBroken(copy, mutant, () => ofRow(row, look([row]))).filter(({ isRed }) => isRed)
    tell(red.length > 0, `${row.rule}: ${mutant.file}: ${red.length} of ${green.length} red`)
  }
}
const strangers = mutants.filter(({ rule }) => rows.every((row) => row.rule !== rule))
strangers.forEach(({ rule }) => tell(false, `${rule}: no row of ${PAGE}`))
console.log(`${outcome.passed} passed, ${outcome.failed} failed`)
process.exit(outcome.failed === 0 ? 0 : 1)
