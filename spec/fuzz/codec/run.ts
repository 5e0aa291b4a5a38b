import fc from 'fast-check'
import type { Outcome } from '../suite'
import { checkFrame, FRAME_PROMISES, readingMs } from './invariants'
import { frames, HEAVY } from './frames'

/** Generous: on a slow machine the heaviest frame takes a few milliseconds. */
const LONGEST_READING_MS = 50

/** Reads `numRuns` frames, and the heaviest ones against the clock. */
export const runCodec = (seed: number, numRuns: number): Outcome => {
  const anyFrame = fc.oneof({ weight: 9_999, arbitrary: frames }, { weight: 1, arbitrary: heavyFrames })
  const { failed, errorInstance, numRuns: runs } = fc.check(fc.property(anyFrame, checkFrame), { seed, numRuns })
  const slow = failed ? [] : Object.keys(HEAVY).filter((name) => readingMs(HEAVY[name] ?? '') > LONGEST_READING_MS)
  const faults = [...(failed ? [String(errorInstance)] : []), ...slow.map((name) => `neverBlocks: ${name}`).slice(0, 1)]
  const passed = FRAME_PROMISES - faults.length
  return { name: 'frames read', runs, passed, failed: faults.length, report: faults.join('\n') }
}

const heavyFrames = fc.constantFrom(...Object.values(HEAVY))
