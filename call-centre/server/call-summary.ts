/** A call that is over, as desks, board and history show it. */
import type { CloseBy, EndStatus, IvrKey, MediaKind } from 'tccc-wx-sdk/call'

/** What a customer thinks of a call. `tags`: the labels of what applies. */
export interface GivenRating {
  /** 1 to `scale`, the best. */
  readonly score: number
  readonly scale: number
  readonly tags: readonly string[]
  readonly comment?: string
}

/** A line of the call history; times are epoch milliseconds, `durationMs` runs from accept to end. */
export interface CallSummary {
  readonly sessionId: string
  readonly caller: string
  readonly channel: string
  readonly media: MediaKind
  readonly startedAt: number
  /** When it first waited for a seat; absent: it never did, or version 0.1.0 kept it. */
  readonly queuedAt?: number
  readonly endedAt: number
  readonly durationMs: number
  readonly closeBy: CloseBy
  readonly endStatus: EndStatus
  readonly ivrPath: readonly IvrKey[]
  readonly seatName?: string
  /** What came of it: the code that a seat gave last. */
  readonly disposition?: string
  readonly rating?: GivenRating
  /** The customer left the line, and kept the place. */
  readonly keepsPlace?: true
  /** What became of it at each seat where it rang, in order. Version 0.1.0 kept none. */
  readonly parts?: readonly CallPart[]
}

/**
 * `talked`: to the end. `abandoned`: it was over while it rang there. `lost`: the page of the seat was gone, and the call went
 * on elsewhere. Of a seat that was asked about the call of another: `advised`, or `calledOff` while it rang.
 */
export const partOutcomes = [
  ...(['talked', 'transferred', 'missed', 'declined', 'abandoned', 'lost'] as const),
  ...(['advised', 'calledOff'] as const),
] as const

export type PartOutcome = (typeof partOutcomes)[number]

export interface CallPart {
  readonly seatId: string
  readonly seatName: string
  readonly outcome: PartOutcome
}
