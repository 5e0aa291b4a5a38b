import { hangUpAfter } from './hang-up-after'
import type { Policy } from './policy'

/**
 * Hangs up when the customer has waited for `ms` (default 600,000), ringing included: a seat that does not answer does
 * not start the time anew. Lets go with the answer. Throws a RangeError for what is no time.
 */
export const waitingLimit = ({ ms = 600_000 } = {}): Policy =>
  hangUpAfter(ms, 'waitingLimit', ({ phase }) => phase === 'waiting' || phase === 'ringing', 'no seat was free')
