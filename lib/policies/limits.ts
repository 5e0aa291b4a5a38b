/** Policies that hang up what takes too long. */
import { EMPTY, map, merge } from 'rxjs'
import { hangUp, notify } from '../call/intents'
import { asksCentre, isConnected, type Leg, type RemoteLeg, type Session } from '../call/session'
import { named, type Policy } from './policy'
import { after, inPhase, timeOf, whileSession } from './while'

/**
 * Makes the maker of a policy that hangs up for `reason` when the session has fitted `applies` for `ms` on end. What it
 * makes throws a RangeError for what is no time.
 */
export const limit =
  (policyName: string, defaultMs: number, applies: (session: Session) => boolean, reason: string) =>
  ({ ms = defaultMs } = {}): Policy => {
    const end$ = after(ms, `ms of ${policyName}`).pipe(map(() => hangUp(reason)))
    return named(policyName, ({ session$ }) => session$.pipe(whileSession(applies, () => end$)))
  }

/**
 * Hangs up a call that the call centre has not answered within `ms` (default 15,000). Lets go with the answer. A customer
 * may take a minute to allow the microphone: that is not the call centre's time. Throws a RangeError for what is no time.
 */
export const dialLimit = limit('dialLimit', 15_000, asksCentre, 'the call centre did not answer')

/**
 * Hangs up when a seat has rung for `ms` (default 60,000) without an answer. Lets go when the ringing stops. Throws a
 * RangeError for what is no time.
 */
export const ringLimit = limit('ringLimit', 60_000, inPhase('ringing'), 'nobody answered')

/**
 * Hangs up when the customer has waited for `ms` (default 600,000), ringing included: a seat that does not answer does
 * not start the time anew. Lets go with the answer. Throws a RangeError for what is no time.
 */
export const waitingLimit = limit('waitingLimit', 600_000, inPhase('waiting', 'ringing'), 'no seat was free')

const isLost = ({ state }: Leg): boolean => state === 'reconnecting' || state === 'failed'

/**
 * The seat has left the room, and the call goes on. A seat that has not come into it yet, or was muted before, may only
 * send nothing: absence of media is not absence of a person.
 */
const hasLeft = ({ state, playUrl, userId, hasAudio }: RemoteLeg): boolean =>
  state === 'off' && playUrl === '' && userId !== '' && hasAudio !== false

/**
 * What the phone takes away during an interruption, it gives back afterwards. Of a seat that holds nothing is to be
 * heard: the call centre's word outranks the list of the room.
 */
const isSilent = ({ phase, interruption, held, local, remote }: Session): boolean =>
  phase === 'talking' && interruption === null && (isLost(local) || (!held && (isLost(remote) || hasLeft(remote))))

/**
 * Hangs up when, while talking, the customer's or the seat's media have been lost for `ms` (default 30,000) on end, or
 * the seat has been out of the room for as long. Lets go when both are back, during an interruption, and of the seat's
 * while it holds or was muted. Throws a RangeError for what is no time.
 */
export const endWhenMediaLost = limit('endWhenMediaLost', 30_000, isSilent, 'the voice connection was lost')

export interface LongestCallOptions {
  /** Counted from the first accept; a transfer does not start it anew. Default 3,600,000. */
  readonly ms?: number
  /** How long before the end the page gets the notice `callEndsSoon`. Default: never. */
  readonly warnMs?: number
}

const MS = 'ms of longestCall'

/** A call that does not end does not end soon either. */
const warningAt = (ms: number, warnMs: number): number => (ms === Infinity ? ms : Math.max(0, ms - warnMs))

const isAccepted = (session: Session): boolean => isConnected(session) && session.acceptedAt !== null

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
  return named('longestCall', ({ session$ }) => session$.pipe(whileSession(isAccepted, () => merge(warning$, end$))))
}
