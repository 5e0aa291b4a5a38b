import { map, timer } from 'rxjs'
import { hangUp } from '../events/intents'
import { isAway } from '../session/on-environment'
import { isRunning } from '../session/session'
import { named, type Policy } from './policy'
import { whileSession } from './while-session'

/**
 * Hangs up when a phone call, an alarm or another app has had the sound for `ms` (default 60,000).
 * Lets go when the sound is given back.
 */
export const interruptionGrace = ({ ms = 60_000 } = {}): Policy =>
  named('interruptionGrace', ({ session$ }) =>
    session$.pipe(
      whileSession(
        (session) => isRunning(session) && session.interruption !== null && !isAway(session),
        () => timer(ms),
      ),
      map(() => hangUp('the interruption took too long')),
    ),
  )
