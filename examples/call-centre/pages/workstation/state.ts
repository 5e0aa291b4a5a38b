/** What the workstation knows. Times are epoch milliseconds. */
import type { IvrKey, MediaKind, Room } from 'tccc-wx-sdk/call'
import type { CallSummary, SeatInfo, SeatNotice } from '../../seat-messages'
import type { Language } from '../shared/language'
import type { LinkEvent } from '../shared/page-link'

export interface Who {
  readonly seatId: string
  readonly name: string
}

export type ChosenStatus = 'online' | 'busy' | 'rest'

export type Microphone = 'asking' | 'ready' | 'refused' | 'missing' | 'unavailable'

export type Camera = Microphone | 'off'

/** How the customer's sound comes in. */
export type Voice = 'connecting' | 'flowing' | 'lost' | 'refused'

/** Who calls, and how the call came here. */
export interface Caller {
  readonly sessionId: string
  readonly caller: string
  readonly channel: string
  readonly media: MediaKind
  readonly ivrPath: readonly IvrKey[]
  readonly transferredFrom?: string
}

export interface RingingCall extends Caller {
  readonly phase: 'ringing'
  readonly since: number
  readonly timeoutMs: number
  /** The agent lets it ring: no tone any more. */
  readonly silenced: boolean
  /** The answer is on its way. */
  readonly answering: boolean
}

export interface TalkingCall extends Caller {
  readonly phase: 'talking'
  readonly since: number
  readonly room: Room
  readonly held: boolean
  readonly muted: boolean
  readonly customerHeld: { readonly since: number; readonly reason?: string } | null
  readonly digits: string
  readonly choosingSeat: boolean
  readonly microphone: Microphone
  readonly voice: Voice
  readonly stream: MediaStream | null
  /** The customer's picture; null: none comes. */
  readonly picture: MediaStream | null
  /** Whether the agent wants to be seen, which takes a video call. */
  readonly shown: boolean
  readonly camera: Camera
  readonly ownPicture: MediaStream | null
}

/** What the stage shows between a call and the next one. */
export type Outcome =
  | { readonly kind: 'ended'; readonly record: CallSummary }
  | { readonly kind: 'missed'; readonly caller: string; readonly reason: string }
  | { readonly kind: 'transferred'; readonly caller: string }
  /** The centre took the call away while the line to it was down. */
  | { readonly kind: 'lost'; readonly caller: string }

export type Link = 'off' | 'connecting' | 'up' | 'lost'

export interface Workstation {
  readonly language: Language
  /** Null: the sign-in form. */
  readonly who: Who | null
  /** The last one who was here, for the form. */
  readonly remembered: Who | null
  readonly link: Link
  /** Whether the centre has welcomed this seat on the present line. */
  readonly welcomed: boolean
  /** What the agent chose; it outlives a lost line. Null before the first welcome. */
  readonly status: ChosenStatus | null
  readonly seats: readonly SeatInfo[]
  readonly call: RingingCall | TalkingCall | null
  readonly outcome: Outcome | null
  readonly records: readonly CallSummary[]
  /** What went wrong, in the centre's words or by name, until the next click. */
  readonly trouble: { readonly kind: 'takenOver' } | { readonly kind: 'refused'; readonly message: string } | null
}

export type Click =
  | { readonly type: 'click/signIn'; readonly who: Who }
  | { readonly type: 'click/signOut' }
  | { readonly type: 'click/language'; readonly language: Language }
  | { readonly type: 'click/status'; readonly status: ChosenStatus }
  | { readonly type: 'click/answer' }
  | { readonly type: 'click/letRing' }
  | { readonly type: 'click/hold' }
  | { readonly type: 'click/mute' }
  | { readonly type: 'click/camera' }
  | { readonly type: 'click/chooseSeat' }
  | { readonly type: 'click/transfer'; readonly toSeatId?: string }
  | { readonly type: 'click/hangUp' }
  | { readonly type: 'click/dismiss' }

export type VoiceEvent =
  | { readonly type: 'voice/microphone'; readonly microphone: Microphone }
  /** Without `stream` what is heard stays as it was. */
  | { readonly type: 'voice/customer'; readonly voice: Voice; readonly stream?: MediaStream | null }
  | { readonly type: 'voice/picture'; readonly stream: MediaStream | null }
  | { readonly type: 'voice/camera'; readonly camera: Camera; readonly stream: MediaStream | null }

export type WorkstationEvent = SeatNotice | LinkEvent | Click | VoiceEvent

export const openingState = (language: Language, who: Who | null, remembered: Who | null): Workstation => ({
  language,
  who,
  remembered,
  link: 'off',
  welcomed: false,
  status: null,
  seats: [],
  call: null,
  outcome: null,
  records: [],
  trouble: null,
})

/** Whether commands reach the centre now. */
export const isReady = (state: Workstation): boolean => state.link === 'up' && state.welcomed
