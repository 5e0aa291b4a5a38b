import { isAway } from '../session/on-environment'
import { isRunning, type Session } from '../session/session'
import { hangUpAfter } from './hang-up-after'
import type { Policy } from './policy'

const isTaken = (session: Session): boolean => isRunning(session) && session.interruption !== null && !isAway(session)

/**
 * Hangs up when a phone call, an alarm or another app has had the sound for `ms` (default 60,000). Lets go when the
 * sound is given back. Throws a RangeError for what is no time.
 */
export const interruptionGrace = ({ ms = 60_000 } = {}): Policy =>
  hangUpAfter(ms, 'interruptionGrace', isTaken, 'the interruption took too long')
