import type { Session } from '../session/session'
import { hangUpAfter } from './hang-up-after'
import type { Policy } from './policy'

/** A customer may take a minute to allow the microphone: that is not the call centre's time. */
const isAsked = (session: Session): boolean => session.phase === 'dialling' && session.awaiting === 'answer'

/**
 * Hangs up a call that the call centre has not answered within `ms` (default 15,000). Lets go with the answer. Throws a
 * RangeError for what is no time.
 */
export const dialLimit = ({ ms = 15_000 } = {}): Policy =>
  hangUpAfter(ms, 'dialLimit', isAsked, 'the call centre did not answer')
