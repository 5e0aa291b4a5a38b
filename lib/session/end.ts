/** How a call ended, in the vendor's published call-record words. */
import type { CloseBy, EndStatus } from '../events/messages'
import type { ErrorCode } from '../errors/codes'

export interface End {
  /** `client`: the customer. `seat`: the agent. `admin`: the system. `timer`: a policy. */
  readonly closeBy: CloseBy
  readonly endStatus: EndStatus
  /** The vendor's number of `endStatus` (end-status page 679/123938); 0 for `error`, which has none there. */
  readonly code: number
  /** Whole seconds from the first accept to the end; 0 for a call that nobody accepted. */
  readonly duration: number
  /** Who or what asked for it, in words: the policy and its reason, or the server's reason. */
  readonly cause: string | null
  /** The entry of the error catalogue that explains a failed call. */
  readonly error: ErrorCode | null
}

export const END_STATUS_CODES: Readonly<Record<EndStatus, number>> = {
  ok: 1,
  seatGiveUp: 17,
  blackList: 100,
  ivrGiveUp: 102,
  waitingGiveUp: 103,
  ringingGiveUp: 104,
  noSeatOnline: 105,
  notWorkTime: 106,
  ivrEnd: 107,
  clientError: 211,
  callConflict: 501,
  clientTimeout: 502,
  error: 0,
}
