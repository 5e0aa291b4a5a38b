/** What the operator page says to the call centre, and hears from it. */
import type { IvrKey, MediaKind } from 'tccc-wx-sdk/call'
import type { CallSummary } from './call-summary'
import type { ConsultState, SeatInfo } from './desk-messages'
import type { EstimateQuality } from './routing/estimate'

/** Operator page to centre, over a link at `{ws}/operator`. A call ends once, however often that is asked for. */
export interface OperatorCommand {
  readonly type: 'operator/hangUp'
  readonly sessionId: string
}

/** A call that is not over. */
export interface LiveCall {
  readonly sessionId: string
  readonly caller: string
  readonly channel: string
  readonly media: MediaKind
  readonly phase: 'ivr' | 'waiting' | 'ringing' | 'talking'
  readonly line: 'up' | 'lost'
  readonly since: number
  readonly seatName?: string
  /** The seat that is asked about the talk. */
  readonly asked?: { readonly seatName: string; readonly state: ConsultState }
  /** Who has put a talk on hold; absent: nobody. */
  readonly held?: 'seat' | 'customer'
  /** The group of seats that it is for. */
  readonly group?: string
  /** Of a call that waits: of two for the same group, the one with the lower is served before. */
  readonly ticket?: number
  readonly ivrPath: readonly IvrKey[]
}

/** A place that a customer keeps without holding the line. */
export interface KeptPlace {
  readonly placeId: string
  readonly caller: string
  readonly channel: string
  readonly group?: string
  /** Since when it is in the line. */
  readonly since: number
  /** `called`: it is the turn, and the customer has time to come back; `gone`: the time was over. */
  readonly state: 'kept' | 'called' | 'gone'
  /** When the state ends by itself. */
  readonly dueAt: number
  /** At which seat the customer is expected; absent: whichever is free. */
  readonly seatName?: string
  /** What became of the message, once that is known; absent too where the centre sends none. */
  readonly message?: 'sent' | 'refused' | 'failed'
}

/** What an operator sees: the calls that go on, the places that are kept, the seats that are signed in, and the latest calls that are over. */
export interface OperatorLists {
  readonly sessions: readonly LiveCall[]
  readonly places: readonly KeptPlace[]
  readonly seats: readonly SeatInfo[]
  /** The latest last. */
  readonly records: readonly CallSummary[]
}

export type OperatorList = keyof OperatorLists

/** Everything that an operator sees at one moment. */
export interface OperatorState extends OperatorLists {
  /** The centre's clock. */
  readonly time: number
  /** How good the estimates of waits were, in the latest answered calls; absent before the first. */
  readonly estimate?: EstimateQuality
}

/**
 * Centre to operator page, at most ten times a second: what is new or another in the lists than this page knows, and the ids
 * of what is gone. A page on a new link knows nothing. What does not fit in one frame comes in several.
 */
export interface OperatorNotice extends OperatorState {
  readonly type: 'operator/changed'
  readonly gone: Readonly<Record<OperatorList, readonly string[]>>
}
