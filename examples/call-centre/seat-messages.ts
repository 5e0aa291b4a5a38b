/** What the workstation page and the operator page say to the call centre, and hear from it. Development only. */
import type { CloseBy, EndStatus, IvrKey, MediaKind, Room } from 'tccc-wx-sdk/call'

export type SeatStatus = 'online' | 'busy' | 'rest' | 'offline'

export interface SeatInfo {
  readonly seatId: string
  readonly name: string
  readonly status: SeatStatus
  readonly sessionId?: string
}

/** Workstation page to centre, at `{ws}/seat`. */
export type SeatCommand =
  | { readonly type: 'seat/signIn'; readonly seatId: string; readonly name: string }
  | { readonly type: 'seat/status'; readonly status: 'online' | 'busy' | 'rest' }
  | { readonly type: 'seat/answer'; readonly sessionId: string }
  | { readonly type: 'seat/hold'; readonly sessionId: string; readonly held: boolean }
  /** To a seat, or back to the queue when `toSeatId` is absent. */
  | { readonly type: 'seat/transfer'; readonly sessionId: string; readonly toSeatId?: string }
  | { readonly type: 'seat/hangUp'; readonly sessionId: string }

/** Centre to workstation page. */
export type SeatNotice =
  | { readonly type: 'seat/signedIn'; readonly seat: SeatInfo; readonly records: readonly CallSummary[] }
  | { readonly type: 'seat/seats'; readonly seats: readonly SeatInfo[] }
  | {
      readonly type: 'seat/incoming'
      readonly sessionId: string
      readonly caller: string
      readonly channel: string
      readonly media: MediaKind
      readonly ivrPath: readonly IvrKey[]
      readonly timeoutMs: number
      readonly transferredFrom?: string
    }
  /** The ringing stopped without this seat: not answered in time, or the customer gave up. */
  | { readonly type: 'seat/missed'; readonly sessionId: string; readonly reason: string }
  | {
      readonly type: 'seat/talking'
      readonly sessionId: string
      readonly media: MediaKind
      readonly room: Room
      readonly since: number
    }
  | { readonly type: 'seat/digits'; readonly sessionId: string; readonly digits: string }
  | { readonly type: 'seat/held'; readonly sessionId: string; readonly held: boolean }
  /** The customer was interrupted (a phone call, the app in the background) or is back. */
  | { readonly type: 'seat/customerHeld'; readonly sessionId: string; readonly held: boolean; readonly reason?: string }
  | { readonly type: 'seat/transferred'; readonly sessionId: string }
  | {
      readonly type: 'seat/ended'
      readonly sessionId: string
      readonly closeBy: CloseBy
      readonly endStatus: EndStatus
      readonly record: CallSummary
    }
  | { readonly type: 'seat/refused'; readonly command: string; readonly message: string }

/** A line of the call history; times are epoch milliseconds, `durationMs` runs from accept to end. */
export interface CallSummary {
  readonly sessionId: string
  readonly caller: string
  readonly channel: string
  readonly media: MediaKind
  readonly startedAt: number
  readonly endedAt: number
  readonly durationMs: number
  readonly closeBy: CloseBy
  readonly endStatus: EndStatus
  readonly ivrPath: readonly IvrKey[]
  readonly seatName?: string
}

/** Operator page to centre, at `{ws}/operator`. */
export interface OperatorCommand {
  readonly type: 'operator/hangUp'
  readonly sessionId: string
}

/** Centre to operator page: the whole picture, at once and after every change (at most ten times a second). */
export interface OperatorNotice {
  readonly type: 'operator/state'
  readonly time: number
  readonly sessions: readonly {
    readonly sessionId: string
    readonly caller: string
    readonly channel: string
    readonly media: MediaKind
    readonly phase: 'ivr' | 'waiting' | 'ringing' | 'talking'
    readonly line: 'up' | 'lost'
    readonly since: number
    readonly seatName?: string
    readonly position?: number
    readonly ivrPath: readonly IvrKey[]
  }[]
  readonly seats: readonly SeatInfo[]
  readonly records: readonly CallSummary[]
}
