/** Which calls are played, by a seed: the same seed, the same calls. */
import { numbers } from '../numbers'
import { FAULT_NAMES } from './faults'
import type { Plan } from './play'

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
