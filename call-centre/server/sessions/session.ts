import type { CloseBy, EndStatus, IvrKey, MediaKind } from 'tccc-wx-sdk/call'
import type { Menu } from '../config/centre-config'

/** Where a call is; what cannot exist in a phase cannot be read in it. */
export type Stage =
  | { readonly phase: 'ivr'; readonly menu: Menu | undefined }
  /** `wanted`: the seat that a transfer names. `position`: what the customer was told last. */
  | { readonly phase: 'waiting'; readonly wanted?: string | undefined; position?: number }
  | { readonly phase: 'ringing'; readonly seatId: string }
  | { readonly phase: 'talking'; readonly seatId: string; readonly held: boolean }
  | { readonly phase: 'ended'; readonly end: End }

export interface End {
  readonly closeBy: CloseBy
  readonly endStatus: EndStatus
  readonly reason?: string
}

/** One seat's part in a call; times are epoch milliseconds. */
export interface Serving {
  readonly seatId: string
  readonly seatName: string
  readonly ringAt: number
  readonly transferredFrom?: string | undefined
  transferredTo?: string | undefined
  acceptedAt?: number
  endedAt?: number
  endStatus?: string
}

/** A call as the centre knows it. */
export interface Session {
  readonly sessionId: string
  readonly callId: string
  readonly userId: string
  readonly channelId: string
  readonly channelName: string
  readonly media: MediaKind
  readonly roomId: string
  readonly startedAt: number
  /** Another when the customer never heard the name of the first one. */
  linkId: string
  line: 'up' | 'lost'
  stage: Stage
  /** When the present phase began. */
  since: number
  ivrPath: readonly IvrKey[]
  queuedAt?: number
  /** Seats that had their turn: they missed the call or gave it away. */
  readonly passed: Set<string>
  readonly servings: Serving[]
  missedRings: number
  transferredFrom?: string | undefined
  /** The customer was interrupted; why, if said. */
  interruption?: { readonly reason?: string } | undefined
  /** When the timer of this phase runs out, epoch milliseconds. */
  timerAt?: number | undefined
  stopTimer: () => void
}

/** A caller waits, rings or talks as long as the call is not over. */
export type LivePhase = Exclude<Stage['phase'], 'ended'>

/** What the terminal is told about a call. */
export interface PhaseChange {
  readonly sessionId: string
  readonly phase: Stage['phase']
  /** Epoch milliseconds. */
  readonly at: number
  /** With `ended` only. */
  readonly end?: End
}
