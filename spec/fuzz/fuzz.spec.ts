/** The short form of `npm run fuzz`: always the same stories, unless FUZZ_SEED says otherwise. */
import { callSuite } from './call/suite'
import { runCodec } from './codec/run'
import { runExploration } from './explore/run'
import { type Outcome, runSuite } from './suite'
import { prepare } from './whole/play-whole'
import { wholeSuite } from './whole/suite'
import { wireSuite } from './wire/suite'

const seed = Number(process.env['FUZZ_SEED'] ?? 1)

/** Room for a machine that does other things too; the five together take a few seconds on an idle one. */
const LONGEST_MS = 120_000

const PARTS: readonly (readonly [string, () => Outcome])[] = [
  ['a call over any line', () => runSuite(callSuite, seed, 2_000)],
  ['a call over the real link', () => runSuite(wireSuite, seed, 2_000)],
  ['pages, the SDK and the call centre', () => runSuite(wholeSuite, seed, 300)],
  ['frames', () => runCodec(seed, 30_000)],
  ['every sequence of three events', () => runExploration(3, Infinity)],
]

beforeAll(prepare)

describe(`with FUZZ_SEED=${String(seed)}`, () => {
  it.each(PARTS)(
    '%s: every invariant holds',
    (_, run) => {
      const { report, passed } = run()
      expect(report).toBe('')
      expect(passed).toBeGreaterThan(0)
    },
    LONGEST_MS,
  )
})
