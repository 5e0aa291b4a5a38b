/** The times that a policy is given: a page may want one that never comes, and a page in JavaScript may give anything. */
import { NEVER, type Observable, timer } from 'rxjs'
import { LONGEST_TIMER_MS } from '../events/longest-timer'

/** `ms`, or Infinity for what no timer counts. Throws a RangeError that names the option when it is no time. */
export const timeOf = (ms: unknown, option: string): number => {
  if (typeof ms === 'number' && ms >= 0) return ms > LONGEST_TIMER_MS ? Infinity : ms
  const given = `${String(ms)} (${typeof ms})`
  throw new RangeError(`${option} cannot be ${given}: give milliseconds as a number from 0 up, or Infinity for never.`)
}

/** Emits once after `ms`, or never. Throws as `timeOf` does, before anybody subscribes. */
export const after = (ms: unknown, option: string): Observable<unknown> => {
  const time = timeOf(ms, option)
  return time === Infinity ? NEVER : timer(time)
}
