import { map, timer } from 'rxjs'
import { hangUp } from '../events/intents'
import type { Leg, Session } from '../session/session'
import { named, type Policy } from './policy'
import { whileSession } from './while-session'

const isLost = ({ state }: Leg): boolean => state === 'reconnecting' || state === 'failed'

/** What the phone takes away during an interruption, it gives back afterwards. */
const isSilent = (session: Session): boolean =>
  session.phase === 'talking' && session.interruption === null && (isLost(session.local) || isLost(session.remote))

/**
 * Hangs up when, while talking, the customer's or the seat's media have been lost for `ms` (default 30,000) on end.
 * Lets go when both are back, and during an interruption.
 */
export const endWhenMediaLost = ({ ms = 30_000 } = {}): Policy =>
  named('endWhenMediaLost', ({ session$ }) =>
    session$.pipe(
      whileSession(isSilent, () => timer(ms)),
      map(() => hangUp('the voice connection was lost')),
    ),
  )
