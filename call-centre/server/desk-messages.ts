/** What the workstation page says to the call centre, and hears from it. */
import type { CloseBy, EndStatus, IvrKey, MediaKind } from 'tccc-wx-sdk/call'
import type { CallSummary } from './call-summary'
import type { MessageResult } from './messages/message'
import type { WorkstationConfig } from './config/centre-config'
import type { SeatRoom } from '../media/media-plane'

/** `wrapUp`: a talk is over here and has yet to be written up; no call rings meanwhile. */
export type SeatStatus = 'online' | 'busy' | 'rest' | 'wrapUp' | 'offline'

/** Why the centre set a seat on a break: a call rang there and was not taken. */
export type AwayReason = 'missed' | 'declined'

export interface SeatInfo {
  readonly seatId: string
  readonly name: string
  readonly status: SeatStatus
  /** When the status began, by the `time` of the notice. */
  readonly since: number
  /** Why the seat is on a break, in a word of the configuration. */
  readonly reason?: string
  readonly sessionId?: string
  /** The call of `sessionId` rings here, and nobody has answered. */
  readonly rings?: true
  /** The centre chose the status, not the agent. */
  readonly away?: AwayReason
  /** Only while the seat has no line; it gets no calls meanwhile. */
  readonly line?: 'lost'
}

/**
 * Workstation page to centre, over a link at `{ws}/seat` (PROTOCOL.md §3). The first one is the sign-in; whose seat it is says
 * the account that has opened the socket.
 */
export type SeatCommand =
  /**
   * `desk` names the page in its tab: another one must say that it takes the seat over. `over` is a call that the agent has
   * hung up while the centre could not hear it: it ends before anything rings here.
   */
  | {
      readonly type: 'seat/signIn'
      readonly desk: string
      readonly takeOver?: boolean
      readonly over?: string
    }
  | { readonly type: 'seat/signOut' }
  /** `reason`: with `rest`, one of the configured ones. */
  | { readonly type: 'seat/status'; readonly status: 'online' | 'busy' | 'rest'; readonly reason?: string }
  | { readonly type: 'seat/answer'; readonly sessionId: string }
  /** The call that rings here goes to the next seat. `reason`: one of the configured ones. */
  | { readonly type: 'seat/decline'; readonly sessionId: string; readonly reason?: string }
  | { readonly type: 'seat/hold'; readonly sessionId: string; readonly held: boolean }
  /** Kept for the desk that goes on with this talk; the silence itself is made by the desk. */
  | { readonly type: 'seat/mute'; readonly sessionId: string; readonly muted: boolean }
  /** How the voice comes through here, when it is another than before; for the story of the call. */
  | { readonly type: 'seat/line'; readonly sessionId: string; readonly line: LineWord }
  /** The voice room does not let the desk in any more: it asks for a new way. */
  | { readonly type: 'seat/rejoin'; readonly sessionId: string }
  /** To a seat, to a group, or back to the queue when neither is named. Not while a colleague is asked. */
  | {
      readonly type: 'seat/transfer'
      readonly sessionId: string
      readonly toSeatId?: string
      readonly toGroup?: string
    }
  /**
   * A colleague is asked about the call, and the customer is on hold. From then on `seat/hold` swaps between the two; whoever
   * of the seats says `seat/goBack` ends the consult.
   */
  | { readonly type: 'seat/consult'; readonly sessionId: string; readonly toSeatId: string }
  /** The customer, the colleague and this seat hear each other. */
  | { readonly type: 'seat/together'; readonly sessionId: string }
  /** The colleague who was asked has the call from now on. */
  | { readonly type: 'seat/handOver'; readonly sessionId: string }
  | { readonly type: 'seat/goBack'; readonly sessionId: string }
  | { readonly type: 'seat/hangUp'; readonly sessionId: string }
  /** What the agent has written of an own talk so far, in place of what was written before. */
  | ({ readonly type: 'seat/remark'; readonly sessionId: string } & Remark)
  /** To the customer with whom the seat talks; 1 to 1,024 bytes. */
  | { readonly type: 'seat/text'; readonly sessionId: string; readonly textId: string; readonly text: string }
  /** How far a text of the customer has come. */
  | { readonly type: 'seat/textSeen'; readonly sessionId: string; readonly textId: string; readonly seen: Seen }
  /** The customer of a call that is over is to call once more, and comes to this seat then. */
  | { readonly type: 'seat/callAgain'; readonly sessionId: string }
  /** All is written up: the next call may come. */
  | { readonly type: 'seat/wrapUpDone'; readonly sessionId: string }

/** How a line is: the worse of both directions; `lost`: nothing comes. */
export const lineWords = ['good', 'poor', 'bad', 'lost'] as const

export type LineWord = (typeof lineWords)[number]

/** What became of the message to a customer who is called again. `none`: this centre sends none. */
export type CallAgainMessage = 'underway' | 'none' | MessageResult

/** How far a text has come to the other side. */
export type Seen = 'delivered' | 'read'

/** Text beside the voice. `name`: of the agent who wrote it. */
export interface WrittenText {
  /** The writer's own name of it: the same again is the same text. */
  readonly textId: string
  readonly by: 'customer' | 'seat'
  readonly name?: string
  readonly text: string
  /** Epoch milliseconds, by the centre's clock. */
  readonly at: number
  readonly seen?: Seen
}

/** What an agent writes of a talk. `disposition`: the code of what came of it, one of the configured ones. */
export interface Remark {
  readonly notes: string
  readonly disposition?: string
}

/** What the page offers, from the configuration. */
export interface Choices extends Omit<WorkstationConfig, 'wrapUpMs'> {
  /** There is a time to write a talk up. */
  readonly writesUp?: boolean
  /** To which a call can be given. */
  readonly groups: readonly { readonly groupId: string; readonly name: string }[]
}

/** What a seat asks for after its sign-in. */
export type SeatRequest = Exclude<SeatCommand, { type: 'seat/signIn' }>

/** Who calls, and how the call came to the seat. */
export interface CallerInfo {
  readonly sessionId: string
  readonly caller: string
  readonly channel: string
  readonly media: MediaKind
  readonly ivrPath: readonly IvrKey[]
  readonly transferredFrom?: string
  /** What the app has said of the call: a JSON object as text, if the app keeps to the protocol. */
  readonly context?: string
  /** Since the customer came into the line: for so long the place was kept, without holding. Absent: the customer held. */
  readonly awayMs?: number
  /** What the customer has given of a profile, masked where the configuration says so. */
  readonly nickName?: string
  readonly phoneNumber?: string
  /** Of one of the configured hosts, by https. */
  readonly avatarUrl?: string
}

/** A call of the same customer that is over; `startedAt` is epoch milliseconds. */
export interface EarlierCall extends Pick<
  CallSummary,
  'sessionId' | 'channel' | 'startedAt' | 'endStatus' | 'seatName' | 'disposition'
> {
  /** What was written of it, at each seat; shortened. */
  readonly notes: readonly { readonly seatName: string; readonly notes: string }[]
}

/** `aside`: the two seats talk, the customer is on hold. `away`: the colleague waits while the agent is with the customer. */
export type ConsultState = 'ringing' | 'aside' | 'away' | 'three'

/** A call about which one seat asks another. */
export interface ConsultInfo {
  /** What this seat does in it. */
  readonly part: 'asks' | 'asked'
  /** The other one. */
  readonly seatId: string
  readonly name: string
  readonly state: ConsultState
  /** That of the two seats, for the one that asks, when it is new; the one that is asked is in no other. */
  readonly room?: SeatRoom
}

/** `back`: the agent went back to the customer. `left`: the colleague did not stay. */
export type ConsultEnd = 'back' | 'left' | 'declined' | 'missed' | 'lost'

/** Why the centre did not do what a seat asked for. */
export type RefusalCode =
  | 'ASKING_ALREADY'
  | 'CALLED_ALREADY'
  | 'CALLING_NOW'
  | 'CALL_OVER'
  | 'CALL_UNKNOWN'
  | 'CHANNEL_GONE'
  | 'COLLEAGUE_AWAY'
  | 'GROUP_AWAY'
  | 'KEEPS_A_PLACE'
  | 'NOBODY_ANSWERED'
  | 'NOT_ASKED'
  | 'NOT_RINGING'
  | 'NOT_TALKING'
  | 'NOT_YOURS'
  | 'NO_TEXTS'
  | 'NO_VOICE_LINE'
  | 'REASON_UNKNOWN'
  | 'SEAT_NOT_FREE'
  | 'SIGN_IN_FIRST'
  | 'STILL_ASKING'
  | 'TEXT_LENGTH'
  | 'TOO_MANY_EXPECTED'

/** Centre to workstation page. */
export type SeatNotice =
  /** What the seat has in hand follows: a call that rings, or the talk that goes on. */
  | {
      readonly type: 'seat/signedIn'
      readonly seat: SeatInfo
      readonly records: readonly CallSummary[]
      readonly choices: Choices
    }
  /** Another desk has the seat: it is asked whether to take it over. */
  | { readonly type: 'seat/taken' }
  /** All seats: after a sign-in, and after a line that was lost. */
  | { readonly type: 'seat/seats'; readonly time: number; readonly seats: readonly SeatInfo[] }
  /** Seats that are new or another than before, and those that are gone. */
  | {
      readonly type: 'seat/changed'
      readonly time: number
      readonly seats: readonly SeatInfo[]
      readonly gone: readonly string[]
    }
  /** `askedBy`: this seat is asked about a talk of that one. */
  | (CallerInfo & { readonly type: 'seat/incoming'; readonly timeoutMs: number; readonly askedBy?: string })
  /** The ringing stopped without this seat: not answered in time, or the customer gave up. */
  | { readonly type: 'seat/missed'; readonly sessionId: string; readonly reason: string }
  | (CallerInfo & {
      readonly type: 'seat/talking'
      readonly room: SeatRoom
      /** How long the talk has gone on. */
      readonly elapsedMs: number
      readonly held: boolean
      readonly muted: boolean
      readonly remark: Remark
      readonly consult?: ConsultInfo
    })
  /** The page of the customer shows text: what the agent writes is read there. */
  | { readonly type: 'seat/textOn'; readonly sessionId: string }
  /** Written by either side; all of a call, to a page that has just come into the talk. */
  | ({ readonly type: 'seat/text'; readonly sessionId: string } & WrittenText)
  /** How far a text of the agent has come. */
  | { readonly type: 'seat/textSeen'; readonly sessionId: string; readonly textId: string; readonly seen: Seen }
  /** Beside a call at this seat: the latest ones of the same customer, the latest first. */
  | { readonly type: 'seat/earlier'; readonly sessionId: string; readonly calls: readonly EarlierCall[] }
  /** A customer whom this seat has called again comes here first, when calling by that channel within this time. */
  | {
      readonly type: 'seat/expects'
      readonly caller: string
      readonly channel: string
      readonly leftMs: number
      readonly message: CallAgainMessage
    }
  /** The app says something else of the call. */
  | { readonly type: 'seat/context'; readonly sessionId: string; readonly context: string }
  /** To both seats of a consult, how it stands; without `consult`, to the one that asked: it is over. */
  | {
      readonly type: 'seat/consult'
      readonly sessionId: string
      readonly held: boolean
      readonly consult?: ConsultInfo
      readonly why?: ConsultEnd
    }
  /** To a seat that was asked: the call goes on without it. */
  | { readonly type: 'seat/advised'; readonly sessionId: string }
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
  /** The talk is over or went on without this seat: the agent has so long to write it up. */
  | (CallerInfo & { readonly type: 'seat/wrapUp'; readonly limitMs: number; readonly remark: Remark })
  | { readonly type: 'seat/wrapUpOver'; readonly sessionId: string }
  /** A call that rang here is over elsewhere: it is in the history, with what became of it. */
  | { readonly type: 'seat/record'; readonly record: CallSummary }
  | { readonly type: 'seat/refused'; readonly command: string; readonly code: RefusalCode }
