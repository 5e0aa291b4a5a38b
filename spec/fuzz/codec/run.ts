import fc from 'fast-check'
import type { Outcome } from '../suite'
import { checkFrame, FRAME_PROMISES, readingMs } from './invariants'
import { frames, HEAVY } from './frames'

/** Generous: on a slow machine the heaviest frame takes a few milliseconds. */
const LONGEST_READING_MS = 50

/** Reads `numRuns` frames, and the heaviest ones against the clock. */
export const runCodec = (seed: number, numRuns: number): Outcome => {
  const slow = Object.entries(HEAVY).filter(([, frame]) => readingMs(frame) > LONGEST_READING_MS)
  const heavy = slow.map(([name]) => `neverBlocks: ${name}`)
  const property = fc.property(
    fc.oneof({ weight: 9_999, arbitrary: frames }, { weight: 1, arbitrary: heavyFrames }),
    checkFrame,
  )
  const { failed, errorInstance, numRuns: runs } = fc.check(property, { seed, numRuns })
  const report = [...heavy, ...(failed ? [String(errorInstance)] : [])].join('\n')
  const faults = (failed ? 1 : 0) + (heavy.length > 0 ? 1 : 0)
  return { name: 'frames read', runs, passed: FRAME_PROMISES - faults, failed: faults, report }
}

const heavyFrames = fc.constantFrom(...Object.values(HEAVY))
