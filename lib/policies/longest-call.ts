import { EMPTY, map, merge } from 'rxjs'
import { hangUp, notify } from '../events/intents'
import { isConnected } from '../session/session'
import { after, timeOf } from './after'
import { named, type Policy } from './policy'
import { whileSession } from './while-session'

export interface LongestCallOptions {
  /** Counted from the first accept; a transfer does not start it anew. Default 3,600,000. */
  readonly ms?: number
  /** How long before the end the page gets the notice `callEndsSoon`. Default: never. */
  readonly warnMs?: number
}

const MS = 'ms of longestCall'

/** A call that does not end does not end soon either. */
const warningAt = (ms: number, warnMs: number): number => (ms === Infinity ? ms : Math.max(0, ms - warnMs))

/**
 * Hangs up when customer and seat have been connected for `ms`; with `warnMs`, notifies `callEndsSoon` before. Lets go
 * when the call ends. Throws a RangeError for what is no time.
 */
export const longestCall = ({ ms = 3_600_000, warnMs }: LongestCallOptions = {}): Policy => {
  const end$ = after(ms, MS).pipe(map(() => hangUp('the call took too long')))
  const warning$ =
    warnMs === undefined
      ? EMPTY
      : after(warningAt(timeOf(ms, MS), timeOf(warnMs, 'warnMs of longestCall')), MS).pipe(
          map(() => notify('callEndsSoon')),
        )
  return named('longestCall', ({ session$ }) =>
    session$.pipe(
      whileSession(
        (session) => isConnected(session) && session.acceptedAt !== null,
        () => merge(warning$, end$),
      ),
    ),
  )
}
