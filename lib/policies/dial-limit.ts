import { map, timer } from 'rxjs'
import { hangUp } from '../events/intents'
import type { Session } from '../session/session'
import { named, type Policy } from './policy'
import { whileSession } from './while-session'

/** A customer may take a minute to allow the microphone: that is not the call centre's time. */
const isAsked = (session: Session): boolean => session.phase === 'dialling' && session.awaiting === 'answer'

/** Hangs up a call that the call centre has not answered within `ms` (default 15,000). Lets go with the answer. */
export const dialLimit = ({ ms = 15_000 } = {}): Policy =>
  named('dialLimit', ({ session$ }) =>
    session$.pipe(
      whileSession(isAsked, () => timer(ms)),
      map(() => hangUp('the call centre did not answer')),
    ),
  )
