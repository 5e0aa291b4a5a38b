/**
 * Breaks one rule of the core after the other in a copy, and asks for red race specs: each mutant must be seen, and
 * each pair of the race table must see at least one. What the link keeps has its specs in spec/link. `npm run mutants`, or
 * `npm run mutants -- link` for the files that have this in their name; the last line is `N passed, N failed`.
 */
import { checkLines, makeCopy, play, whileBroken } from './broken-copy.mjs'
import { mutants } from './race-mutants.mjs'

const PARTS = ['lib', 'spec', 'docs', 'PROTOCOL.md', 'package.json', 'jest.config.mjs', 'devtools']
const SETTINGS = ['internal/tsconfig.base.json', 'internal/tsconfig.jest.json']
const copy = makeCopy('mutants', [...PARTS, ...SETTINGS], ['node_modules'])

const chosen = process.argv[2] ?? ''
const RACES = 'spec/races/(races|reaction).spec'
const specsOf = (file) => (file.startsWith('lib/link/') ? 'spec/link/' : RACES)

/** These specs against the copy as it is now: of each its pair, if it has one, and whether it is red. */
const scenes = (pattern) =>
  play(copy, ['--selectProjects=unit', '--testPathPatterns', pattern]).map(({ file, titles: [pair], isRed }) => ({
    pair: file.endsWith('races.spec.ts') ? pair : null,
    isRed,
  }))

const asked = mutants.filter(({ file }) => file.includes(chosen))
checkLines(copy, asked)
const untouched = [...new Set(asked.map(({ file }) => specsOf(file)))].flatMap(scenes)
const pairs = new Set(untouched.map(({ pair }) => pair).filter((pair) => pair !== null))
if (untouched.length === 0 || untouched.some(({ isRed }) => isRed)) {
  console.error('The specs must be green before anything is broken.')
  process.exit(2)
}

const seenBy = new Map([...pairs].map((pair) => [pair, 0]))
let missed = 0
for (const mutant of asked) {
  const { rule, file } = mutant
  const red = whileBroken(copy, mutant, () => scenes(specsOf(file))).filter(({ isRed }) => isRed)
  const redPairs = new Set(red.map(({ pair }) => pair).filter((pair) => pair !== null))
  redPairs.forEach((pair) => seenBy.set(pair, (seenBy.get(pair) ?? 0) + 1))
  if (red.length === 0) missed += 1
  console.log(`${red.length === 0 ? 'NOT SEEN' : 'seen'}  ${rule}: ${red.length} scenes of ${redPairs.size} pairs`)
}

const blind = chosen === '' ? [...pairs].filter((pair) => seenBy.get(pair) === 0) : []
blind.forEach((pair) => console.log(`NO RED  ${pair}`))
const failed = missed + blind.length
console.log(`${asked.length + pairs.size - failed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)
