/** What the pages read of calls that are over, over HTTP. */
import type { SupervisionConfig } from './config/centre-config'
import type { CallPart, CallSummary, PartOutcome } from './call-summary'
import type { LineWord, Remark } from './desk-messages'

/** `GET /api/calls`: one page of the calls that were asked for, the latest first. */
export interface CallPage {
  readonly calls: readonly CallStory[]
  /** On all pages. */
  readonly total: number
  readonly more: boolean
  /** Channels and seats of all calls that the account may see: to choose from. */
  readonly channels: readonly string[]
  readonly seats: readonly Omit<CallPart, 'outcome'>[]
  /** Recordings of phones are kept here, and may be added. */
  readonly takesRecordings: boolean
}

/** The recording of a customer's phone that is kept of a call. */
export interface HeldRecording {
  /** Epoch milliseconds. */
  readonly sentAt: number
  /** The account that has added it; absent: the phone itself has sent it. */
  readonly addedBy?: string
}

/** What happened in a call; `at` is epoch milliseconds. */
export type StoryStep = { readonly at: number } & (
  | { readonly what: 'started' | 'queued' }
  | { readonly what: 'rang' | 'answered'; readonly seatName: string }
  /** A seat was asked about the call by another, talked aside with it, or together with it and the customer. */
  | { readonly what: 'asked'; readonly seatName: string; readonly by: string }
  | { readonly what: 'aside' | 'together'; readonly seatName: string }
  /** `reason`: in the agent's word. `to`: a seat or a group that it was given to; empty: the queue. */
  | {
      readonly what: 'left'
      readonly seatName: string
      readonly outcome: PartOutcome
      readonly reason?: string
      readonly to?: string
    }
  /** How a line was from then on: that between a seat and the customer, or, without a seat, the customer's to the centre. */
  | { readonly what: 'line'; readonly line: LineWord; readonly seatName?: string }
  | ({ readonly what: 'ended' } & Pick<CallSummary, 'closeBy' | 'endStatus'>)
)

/** A call from its beginning to its end. */
export interface CallStory extends CallSummary {
  /** The name that the phone gave the call, as in the log and in a recording of the phone. */
  readonly callId: string
  readonly steps: readonly StoryStep[]
  readonly remarks: readonly (Remark & { readonly seatName: string })[]
  /** Absent: there is none. */
  readonly recording?: HeldRecording
}

/** What became of the calls that began on one day. A wait lasts from the queue to the first seat, or to the end without one. */
export interface DayReport {
  /** In the zone of the centre's machine, as `2030-10-01`. */
  readonly day: string
  readonly calls: number
  /** Those that came to the queue, */
  readonly queued: number
  /** were answered, */
  readonly answered: number
  /** were answered in time, */
  readonly inTime: number
  /** or gave up so soon that they do not count. */
  readonly short: number
  /** `inTime` ÷ (`queued` − `short`); absent: nothing to divide by. */
  readonly serviceLevelPercent?: number
  readonly longestWaitMs: number
  readonly meanWaitMs: number
  readonly meanTalkMs: number
  /** Of the calls that were rated; absent: none was. */
  readonly rating?: MeanRating
  readonly seats: readonly SeatReport[]
}

/** `score`: the mean, to a tenth, of 1 to `scale`; ratings on another scale count in proportion. */
export interface MeanRating {
  readonly score: number
  readonly scale: number
  readonly calls: number
}

/** How often a seat did what. */
export interface SeatReport {
  readonly seatId: string
  readonly seatName: string
  readonly taken: number
  readonly transferred: number
  readonly missed: number
  readonly declined: number
}

/** `GET /api/report`. */
export interface Board {
  readonly report: DayReport
  readonly rules: SupervisionConfig
}
