/** `npm run fuzz`: the whole proof, long; `FUZZ_SEED=… npm run fuzz` repeats one. The specs here are its short form. */
import { callSuite } from './call/suite'
import { runCodec } from './codec/run'
import { runExploration } from './explore/run'
import { type Outcome, runSuite } from './suite'
import { wireSuite } from './wire/suite'

const CALL_STORIES = 70_000
const WIRE_STORIES = 40_000
const FRAMES = 1_000_000
const EXPLORE_MS = 120_000

const seedOf = (given: string | undefined): number => {
  const seed = given === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(given)
  if (Number.isSafeInteger(seed)) return seed
  console.error(`FUZZ_SEED is a whole number, not ${String(given)}.`)
  process.exit(2)
}

const seed = seedOf(process.env['FUZZ_SEED'])
console.log(`seed ${String(seed)}; to repeat: FUZZ_SEED=${String(seed)} npm run fuzz`)

const parts: readonly (() => Outcome)[] = [
  () => runSuite(callSuite, seed, CALL_STORIES),
  () => runSuite(wireSuite, seed, WIRE_STORIES),
  () => runCodec(seed, FRAMES),
  () => runExploration(Infinity, EXPLORE_MS),
]

const outcomes = parts.map((run) => {
  const begin = performance.now()
  const outcome = run()
  const seconds = Math.round((performance.now() - begin) / 1000)
  console.log(
    `${outcome.failed === 0 ? 'ok    ' : 'FAILED'} ${outcome.name}: ${outcome.runs.toLocaleString('en')} in ${String(seconds)} s`,
  )
  if (outcome.report !== '') console.log(outcome.report)
  return outcome
})

const sum = (key: 'passed' | 'failed'): number => outcomes.reduce((total, outcome) => total + outcome[key], 0)
console.log(`${String(sum('passed'))} passed, ${String(sum('failed'))} failed`)
process.exitCode = sum('failed') === 0 ? 0 : 1
