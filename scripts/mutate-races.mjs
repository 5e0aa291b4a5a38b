/**
 * Breaks one rule of the core after the other in a copy, and asks for red race specs: each mutant must be seen, and
 * each pair of the race table must see at least one. `npm run mutants`; the last line is `N passed, N failed`.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { mutants } from './race-mutants.mjs'

const root = join(import.meta.dirname, '..')
const copy = resolve(root, '.build/mutants')
const report = join(copy, 'report.json')

rmSync(copy, { recursive: true, force: true })
mkdirSync(copy, { recursive: true })
for (const part of [
  'lib',
  'spec',
  'docs',
  'package.json',
  'jest.config.mjs',
  'tsconfig.base.json',
  'tsconfig.jest.json',
]) {
  cpSync(join(root, part), join(copy, part), { recursive: true })
}
symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))

/** The race specs against the copy as it is now: pair by pair, how many scenes are red. */
const play = () => {
  const jest = join(root, 'node_modules/jest/bin/jest.js')
  const specs = ['--testPathPatterns', 'spec/races/(races|reaction).spec']
  spawnSync(process.execPath, [jest, '--selectProjects=unit', ...specs, '--json', `--outputFile=${report}`], {
    cwd: copy,
    stdio: 'ignore',
    timeout: 120_000,
  })
  const { testResults } = JSON.parse(readFileSync(report, 'utf8'))
  rmSync(report)
  return testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.map(({ ancestorTitles: [pair], status }) => ({
      pair: name.endsWith('races.spec.ts') ? pair : null,
      isRed: status === 'failed',
    })),
  )
}

const untouched = play()
const pairs = new Set(untouched.map(({ pair }) => pair).filter((pair) => pair !== null))
if (untouched.length === 0 || untouched.some(({ isRed }) => isRed)) {
  console.error('The race specs must be green before anything is broken.')
  process.exit(2)
}

const seenBy = new Map([...pairs].map((pair) => [pair, 0]))
let missed = 0
for (const { rule, file, from, to } of mutants) {
  const path = join(copy, file)
  const whole = readFileSync(path, 'utf8')
  if (whole.split(from).length !== 2) {
    console.error(`${file} does not hold exactly once: ${from}`)
    process.exit(2)
  }
  writeFileSync(
    path,
    whole.replace(from, () => to),
  )
  const red = play().filter(({ isRed }) => isRed)
  writeFileSync(path, whole)
  const redPairs = new Set(red.map(({ pair }) => pair).filter((pair) => pair !== null))
  redPairs.forEach((pair) => seenBy.set(pair, (seenBy.get(pair) ?? 0) + 1))
  if (red.length === 0) missed += 1
  console.log(`${red.length === 0 ? 'NOT SEEN' : 'seen'}  ${rule}: ${red.length} scenes of ${redPairs.size} pairs`)
}

const blind = [...pairs].filter((pair) => seenBy.get(pair) === 0)
blind.forEach((pair) => console.log(`NO RED  ${pair}`))
const failed = missed + blind.length
console.log(`${mutants.length + pairs.size - failed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)
