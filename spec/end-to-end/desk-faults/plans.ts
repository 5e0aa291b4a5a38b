/** Which calls are played, by a seed: the same seed, the same calls. */
import { FAULT_NAMES } from './faults'
import type { Plan } from './play'

/** Numbers from 0 up to 1, by mulberry32. */
const numbers = (seed: number) => {
  let state = seed >>> 0
  return (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Faults after which the same page is there and can hang up before its line is. */
const LEAVE_THE_PAGE = ['cut', 'swallowed']

/** Each fault equally often, in an order of its own. */
export const plansOf = (seed: number, count: number): readonly Plan[] => {
  const next = numbers(seed)
  return Array.from({ length: count }, (_, index) => ({
    fault: FAULT_NAMES[index % FAULT_NAMES.length] ?? 'cut',
    at: next(),
  }))
    .sort((a, b) => a.at - b.at)
    .map(({ fault }) => ({
      fault,
      muted: next() < 0.5,
      hangsUpMeanwhile: LEAVE_THE_PAGE.includes(fault) && next() < 0.4,
    }))
}
