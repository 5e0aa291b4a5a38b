import type { Leg, RemoteLeg, Session } from '../session/session'
import { hangUpAfter } from './hang-up-after'
import type { Policy } from './policy'

const isLost = ({ state }: Leg): boolean => state === 'reconnecting' || state === 'failed'

/** The seat has left the room, and the call goes on. A seat that has not come into it yet may only be muted. */
const hasLeft = ({ state, playUrl, userId }: RemoteLeg): boolean => state === 'off' && playUrl === '' && userId !== ''

/** What the phone takes away during an interruption, it gives back afterwards. */
const isSilent = ({ phase, interruption, local, remote }: Session): boolean =>
  phase === 'talking' && interruption === null && (isLost(local) || isLost(remote) || hasLeft(remote))

/**
 * Hangs up when, while talking, the customer's or the seat's media have been lost for `ms` (default 30,000) on end, or
 * the seat has been out of the room for as long. Lets go when both are back, and during an interruption. Throws a
 * RangeError for what is no time.
 */
export const endWhenMediaLost = ({ ms = 30_000 } = {}): Policy =>
  hangUpAfter(ms, 'endWhenMediaLost', isSilent, 'the voice connection was lost')
