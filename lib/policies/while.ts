/** What policies are made of: something that holds, and the time for which it has. */
import {
  distinctUntilChanged,
  EMPTY,
  map,
  NEVER,
  type Observable,
  type OperatorFunction,
  pipe,
  switchMap,
  timer,
} from 'rxjs'
import { isIntent } from '../call/intents'
import type { Phase } from '../call/phase'
import type { Session } from '../call/session'
import { LONGEST_TIMER_MS } from '../link/retry-delay'
import { provided } from './policy'

/** Whether the session is in `phase`, or in one of several. */
export const inPhase =
  (...phases: readonly Phase[]) =>
  ({ phase }: Session): boolean =>
    phases.includes(phase)

/**
 * Subscribes to `project` each time the session comes to fit `applies`, and lets go when it fits no more: also of an
 * intent that `project` has emitted in the same moment, whose turn has not come.
 */
export const whileSession = <Value>(
  applies: (session: Session) => boolean,
  project: () => Observable<Value>,
): OperatorFunction<Session, Value> =>
  pipe(
    distinctUntilChanged((before, now) => before === now, applies),
    switchMap((session) => (applies(session) ? project() : EMPTY)),
    map((value) => (isIntent(value) ? { ...value, ...provided(value, applies) } : value)),
  )

/**
 * Subscribes to `project` each time the session enters `phase`, and lets go of it when the phase is left.
 * Changes within the phase do not start it again.
 */
export const whilePhase = <Value>(
  phase: Phase | readonly Phase[],
  project: () => Observable<Value>,
): OperatorFunction<Session, Value> => whileSession(inPhase(...(typeof phase === 'string' ? [phase] : phase)), project)

/**
 * A page may want a time that never comes, and a page in JavaScript may give anything: `ms`, or Infinity for what no
 * timer counts. Throws a RangeError that names the option when it is no time.
 */
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
