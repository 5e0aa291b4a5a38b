import type { CloseBy, EndStatus, IvrKey, MediaKind } from 'tccc-wx-sdk/call'
import type { AwayReason, LineWord, Remark, WrittenText } from '../desk-messages'
import type { Promised } from '../routing/estimate'
import type { Place } from './place'
import type { Menu } from '../config/centre-config'

/** Where a call is; what cannot exist in a phase cannot be read in it. */
export type Stage =
  | { readonly phase: 'ivr'; readonly menu: Menu | undefined }
  /** `wanted`: the seat that a transfer names. `position`: what the customer was told last. */
  | { readonly phase: 'waiting'; readonly wanted?: string | undefined; position?: number }
  | { readonly phase: 'ringing'; readonly seatId: string }
  | {
      readonly phase: 'talking'
      readonly seatId: string
      /** The customer is on hold. */
      readonly held: boolean
      readonly muted: boolean
      readonly consult?: Consult | undefined
    }
  | { readonly phase: 'ended'; readonly end: End }

/** A colleague is asked about a talk, in a room of the two seats alone. */
export interface Consult {
  /** Who is asked. */
  readonly seatId: string
  readonly roomId: string
  /** `aside`: the agent talks with the colleague while the customer is held, and with the customer otherwise. */
  readonly state: 'ringing' | 'aside' | 'three'
  /** The colleague. */
  readonly muted: boolean
}

export interface End {
  readonly closeBy: CloseBy
  readonly endStatus: EndStatus
  readonly reason?: string
}

/** One seat's part in a call; moments are those of the centre's clock. */
export interface Serving {
  readonly seatId: string
  readonly seatName: string
  readonly ringAt: number
  transferredFrom?: string | undefined
  /** Which seat asked this one about its call. */
  readonly askedBy?: string
  /** Since when the customer, the asking seat and this one first heard each other. */
  togetherAt?: number | undefined
  /** Since when the call is its own; absent, with `askedBy`: it gave advice. */
  tookOverAt?: number | undefined
  /** A seat, or a group where `toGroup` says so; empty: the queue. */
  transferredTo?: string | undefined
  toGroup?: true
  acceptedAt?: number | undefined
  endedAt?: number | undefined
  endStatus?: string
  /** Why it was not taken, where the seat was the cause; and in the agent's word. */
  away?: AwayReason
  reason?: string | undefined
  /** What the agent has written of it. */
  remark?: Remark
}

/** How a line was from a moment on. */
export interface LineMark {
  readonly at: number
  /** Between the seat and the customer; absent: the customer's to the centre. */
  readonly seatName?: string
  readonly line: LineWord
}

/** A call as the centre knows it. All moments are those of `Clock.now`: the record makes times of day of them. */
export interface Session {
  readonly sessionId: string
  readonly callId: string
  readonly userId: string
  readonly channelId: string
  readonly channelName: string
  readonly media: MediaKind
  readonly roomId: string
  /** What the app has said of the call, in JSON; undefined: nothing. */
  context?: string
  readonly startedAt: number
  /** What was written beside the voice; undefined: the page of the customer shows no text. */
  texts?: readonly WrittenText[]
  /** The page can offer to wait without holding the line; */
  showsWaiting?: true
  /** that was offered; */
  offered?: true
  /** the customer has left, and keeps the place. */
  keepsPlace?: true
  /** The place by which the customer came back, as it was then; */
  readonly cameBack?: Place | undefined
  /** there was one, and the time to come back was over. */
  readonly placeGone?: boolean
  /** The page of the customer can ask for a rating. */
  rates?: true
  /** Another when the customer never heard the name of the first one. */
  linkId: string
  line: 'up' | 'lost'
  stage: Stage
  /** When the present phase began. */
  since: number
  ivrPath: readonly IvrKey[]
  queuedAt?: number | undefined
  /** Whose call it is; undefined: any seat's. */
  group?: string | undefined
  /** Since when it waits for a seat, rings included; undefined: it does not. */
  waitsSince?: number | undefined
  /** What was said first of this wait. */
  promised?: Promised | undefined
  /** The seat that talked with this customer last, where the channel wishes it first. */
  readonly lastSeat?: string | undefined
  /** Seats that had their turn: they missed the call or gave it away. */
  readonly passed: Set<string>
  readonly servings: Serving[]
  /** Where a line was not good, and when it was again. */
  marks?: readonly LineMark[]
  missedRings: number
  transferredFrom?: string | undefined
  /** The customer was interrupted; why, if said. */
  interruption?: { readonly reason?: string } | undefined
  /** When the timer of this phase runs out. */
  timerAt?: number | undefined
  stopTimer: () => void
}

/** A caller waits, rings or talks as long as the call is not over. */
export type LivePhase = Exclude<Stage['phase'], 'ended'>

/** What is told outside about a call. */
export interface PhaseChange {
  readonly sessionId: string
  /** The name that the customer's phone gave the call at the tap. */
  readonly callId: string
  readonly userId: string
  readonly channelId: string
  /** That rings, or talks. */
  readonly seatId?: string
  readonly phase: Stage['phase']
  /** Milliseconds of the centre's own clock, which only go forward: good for what lies between two of them. */
  readonly at: number
  /** With `talking`: what the customer was told of the wait that is over. */
  readonly promised?: Promised
  /** With `ended` only. */
  readonly end?: End
}
