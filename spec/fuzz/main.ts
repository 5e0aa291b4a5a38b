/**
 * `npm run fuzz`: the whole proof, long; `npm run fuzz -- whole` plays one part of it, `FUZZ_SEED=… npm run fuzz` repeats
 * one. The specs here are its short form.
 */
import { callSuite } from './call/suite'
import { runCodec } from './codec/run'
import { runExploration } from './explore/run'
import { type Outcome, runSuite } from './suite'
import { prepare } from './whole/play-whole'
import { wholeSuite } from './whole/suite'
import { wireSuite } from './wire/suite'

const CALL_STORIES = 70_000
const WIRE_STORIES = 40_000
const WHOLE_STORIES = Number(process.env['FUZZ_STORIES'] ?? 20_000) / Number(process.env['FUZZ_WORKERS'] ?? 1)
const FRAMES = 1_000_000
const EXPLORE_MS = 120_000

const seedOf = (given: string | undefined): number => {
  const seed = Number(given)
  if (Number.isSafeInteger(seed)) return seed
  console.error(`FUZZ_SEED is a whole number, not ${String(given)}.`)
  process.exit(2)
}

const seed = seedOf(process.env['FUZZ_SEED'])
console.log(`seed ${String(seed)}; to repeat: FUZZ_SEED=${String(seed)} npm run fuzz`)

const PARTS: Readonly<Record<string, () => Outcome>> = {
  call: () => runSuite(callSuite, seed, CALL_STORIES),
  wire: () => runSuite(wireSuite, seed, WIRE_STORIES),
  whole: () => runSuite(wholeSuite, seed, WHOLE_STORIES),
  frames: () => runCodec(seed, FRAMES),
  explore: () => runExploration(Infinity, EXPLORE_MS),
}

const play = (run: () => Outcome): Outcome => {
  const begin = performance.now()
  const outcome = run()
  const seconds = Math.round((performance.now() - begin) / 1000)
  console.log(
    `${outcome.failed === 0 ? 'ok    ' : 'FAILED'} ${outcome.name}: ${outcome.runs.toLocaleString('en')} in ${String(seconds)} s`,
  )
  if (outcome.report !== '') console.log(outcome.report)
  return outcome
}

const main = async (): Promise<void> => {
  const asked = process.argv.slice(2)
  const strange = asked.find((name) => !(name in PARTS))
  if (strange !== undefined) throw new Error(`${strange} is none of ${Object.keys(PARTS).join(', ')}.`)
  await prepare()
  const outcomes = Object.entries(PARTS)
    .filter(([name]) => asked.length === 0 || asked.includes(name))
    .map(([, run]) => play(run))
  const sum = (key: 'passed' | 'failed'): number => outcomes.reduce((total, outcome) => total + outcome[key], 0)
  console.log(`${String(sum('passed'))} passed, ${String(sum('failed'))} failed`)
  process.exitCode = sum('failed') === 0 ? 0 : 1
}

main().catch((error: unknown) => {
  console.error(error)
  process.exitCode = 2
})
