import { hangUpAfter } from './hang-up-after'
import type { Policy } from './policy'

/**
 * Hangs up when a seat has rung for `ms` (default 60,000) without an answer. Lets go when the ringing stops. Throws a
 * RangeError for what is no time.
 */
export const ringLimit = ({ ms = 60_000 } = {}): Policy =>
  hangUpAfter(ms, 'ringLimit', ({ phase }) => phase === 'ringing', 'nobody answered')
