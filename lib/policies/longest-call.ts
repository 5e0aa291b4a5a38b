import { EMPTY, map, merge, timer } from 'rxjs'
import { hangUp, notify } from '../events/intents'
import { isConnected } from '../session/session'
import { named, type Policy } from './policy'
import { whileSession } from './while-session'

export interface LongestCallOptions {
  /** Counted from the first accept; a transfer does not start it anew. Default 3,600,000. */
  readonly ms?: number
  /** How long before the end the page gets the notice `callEndsSoon`. Default: never. */
  readonly warnMs?: number
}

/**
 * Hangs up when customer and seat have been connected for `ms`; with `warnMs`, notifies `callEndsSoon` before.
 * Lets go when the call ends.
 */
export const longestCall = ({ ms = 3_600_000, warnMs }: LongestCallOptions = {}): Policy =>
  named('longestCall', ({ session$ }) => {
    const warning$ =
      warnMs === undefined ? EMPTY : timer(Math.max(0, ms - warnMs)).pipe(map(() => notify('callEndsSoon')))
    const end$ = timer(ms).pipe(map(() => hangUp('the call took too long')))
    return session$.pipe(
      whileSession(
        (session) => isConnected(session) && session.acceptedAt !== null,
        () => merge(warning$, end$),
      ),
    )
  })
