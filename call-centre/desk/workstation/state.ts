/** What the workstation knows. Times are epoch milliseconds. */
import type { Quality, RoomFault, Voice } from '../../media/browser/room'
import type { SeatRoom } from '../../media/media-plane'
import type { CallSummary } from '../../server/call-summary'
import type {
  AwayReason,
  CallAgainMessage,
  CallerInfo,
  Choices,
  EarlierCall,
  Remark,
  SeatInfo,
  WrittenText,
} from '../../server/desk-messages'
import type { Language } from '../shared/language'
import type { LineState } from '../shared/parts'
import type { Consult, ConsultOver } from './consult'
import { noHistory, type History } from './history'
import type { Microphone } from './microphone'
import { openingSound, type Sound, type SoundWishes } from './sound'

export interface Who {
  readonly seatId: string
  readonly name: string
}

export type ChosenStatus = 'online' | 'busy' | 'rest'

export type Aim = 'transfer' | 'consult'

export type Camera = Microphone | 'off'

export interface RingingCall extends CallerInfo {
  readonly phase: 'ringing'
  /** The seat that asks this one about its talk; absent: a customer calls. */
  readonly askedBy?: string
  readonly since: number
  readonly timeoutMs: number
  /** Another one rang here before, and is gone: what is pressed at once was meant for that one. */
  readonly follows: boolean
  /** The agent lets it ring: no tone any more. */
  readonly silenced: boolean
  /** What the agent said to it, and is on its way. */
  readonly said: 'answer' | 'decline' | null
}

export interface TalkingCall extends CallerInfo {
  readonly phase: 'talking'
  readonly since: number
  readonly room: SeatRoom
  /** A colleague is asked about it, or asks; null: nobody. */
  readonly consult: Consult | null
  /** Why nobody is asked any more, until the agent goes on. */
  readonly consultOver: ConsultOver | null
  /** What the agent wants, true here at once; the centre is told. In a consult it swaps between customer and colleague. */
  readonly held: boolean
  readonly muted: boolean
  readonly customerHeld: { readonly since: number; readonly reason?: string } | null
  readonly digits: string
  /** What is sought in the list of those to whom the call can be given; null: the list is closed. */
  readonly sought: string | null
  /** What for somebody is sought. */
  readonly aim: Aim
  readonly microphone: Microphone
  readonly voice: Voice
  /** Why there is none. */
  readonly fault: RoomFault | null
  readonly quality: Quality
  /** The browser wants a click before it plays. */
  readonly blocked: boolean
  readonly stream: MediaStream | null
  /** The customer's picture; null: none comes. */
  readonly picture: MediaStream | null
  /** Whether the agent wants to be seen, which takes a video call. */
  readonly shown: boolean
  readonly camera: Camera
  readonly ownPicture: MediaStream | null
}

/** A talk that is over here and has yet to be written up. */
export interface WrappingCall extends CallerInfo {
  readonly phase: 'wrapUp'
  readonly since: number
  readonly limitMs: number
}

/** What the agent writes of the talk at hand, or of the one before. */
export interface WrittenRemark extends Remark {
  readonly sessionId: string
  /** Whether the centre was told; it is when the agent pauses, and before the talk leaves the stage. */
  readonly sent: boolean
}

/** What was written beside the voice of the call at hand, or of the one before. */
export interface Texts {
  readonly sessionId: string
  readonly lines: readonly WrittenText[]
  /** What is being typed. */
  readonly draft: string
}

/** Who comes to this seat first, when calling by `until`. */
export interface Expected {
  readonly caller: string
  readonly channel: string
  readonly until: number
  readonly message: CallAgainMessage
}

/** What is wished in a talk; a reload must not lose it. */
export interface CallWish {
  readonly sessionId: string
  readonly muted: boolean
  /** Null: the centre knows, as it changes with the consult. */
  readonly held: boolean | null
  /** The agent has hung up, and the centre may not know it yet. */
  readonly over: boolean
}

export interface Wishes {
  readonly status: ChosenStatus | null
  readonly call: CallWish | null
  readonly remark: WrittenRemark | null
}

/** What the stage shows between a call and the next one. */
export type Outcome =
  | { readonly kind: 'ended'; readonly record: CallSummary }
  /** Over here; the centre has not said so yet. */
  | { readonly kind: 'hungUp'; readonly caller: string }
  | { readonly kind: 'missed'; readonly caller: string; readonly reason: string }
  | { readonly kind: 'transferred'; readonly caller: string }
  /** A colleague asks no more. */
  | { readonly kind: 'advised'; readonly caller: string; readonly by: string }
  /** The centre took the call away while the line to it was down. */
  | { readonly kind: 'lost'; readonly caller: string }

export interface Workstation {
  readonly language: Language
  /** Null: nobody sits here yet. */
  readonly who: Who | null
  /** Who is signed in in this browser. */
  readonly account: Who
  /** The name of this tab's desk. */
  readonly desk: string
  /** Whether the next sign-in takes the seat from another desk: the agent was asked. */
  readonly takesOver: boolean
  readonly link: LineState
  /** Whether the centre has welcomed this seat on the present link. */
  readonly welcomed: boolean
  /** What the agent chose; it outlives a lost line. Null before the first welcome. */
  readonly status: ChosenStatus | null
  /** Why the centre chose the status. */
  readonly away: AwayReason | null
  /** Why the seat is on a break, in a word of the configuration. */
  readonly reason: string | null
  /** What the centre offers to choose from. */
  readonly choices: Choices
  readonly seats: readonly SeatInfo[]
  /** The centre's clock minus this page's, in milliseconds. */
  readonly clockAheadMs: number
  readonly call: RingingCall | TalkingCall | WrappingCall | null
  readonly remark: WrittenRemark | null
  /** Null: the page of the customer shows no text. */
  readonly texts: Texts | null
  /** The latest calls of the customer of the call at hand; of another call, or null: none are known. */
  readonly earlier: { readonly sessionId: string; readonly calls: readonly EarlierCall[] } | null
  /** A customer whom this agent has called again; null: nobody. */
  readonly expects: Expected | null
  /** The call that was hung up here, until the centre agrees. */
  readonly over: string | null
  /** What was wished in a call before the page was loaded again. */
  readonly recalled: CallWish | null
  readonly outcome: Outcome | null
  readonly records: readonly CallSummary[]
  readonly history: History
  /** The account may read the team's history. */
  readonly supervises: boolean
  /** What went wrong, until the next click. */
  readonly trouble:
    | { readonly kind: 'takenOver' }
    /** Another desk has this seat. */
    | { readonly kind: 'taken'; readonly who: Who }
    /** `code`: of the refusal, or with which the line was given up. */
    | { readonly kind: 'refused'; readonly code: string }
    | null
  readonly sound: Sound
  /** Whether a ring would be heard; null: not known yet. */
  readonly audible: boolean | null
  /** Whether the browser shows notices on the desktop; null: it has none. */
  readonly notices: NotificationPermission | null
}

/** What the page knows when it opens. */
export interface Opening {
  /** Who signs in at once. */
  readonly who: Who | null
  readonly account: Who
  readonly supervises: boolean
  readonly desk: string
  readonly wishes: Wishes
  readonly sound: SoundWishes
}

export const openingState = (
  language: Language,
  { who, account, supervises, desk, wishes, sound }: Opening,
): Workstation => ({
  language,
  who,
  account,
  desk,
  takesOver: false,
  link: 'off',
  welcomed: false,
  status: wishes.status,
  away: null,
  reason: null,
  choices: { breakReasons: [], declineReasons: [], dispositions: [], groups: [] },
  seats: [],
  clockAheadMs: 0,
  call: null,
  remark: wishes.remark,
  texts: null,
  earlier: null,
  expects: null,
  over: wishes.call?.over === true ? wishes.call.sessionId : null,
  recalled: wishes.call?.over === false ? wishes.call : null,
  outcome: null,
  records: [],
  history: noHistory,
  supervises,
  trouble: null,
  sound: openingSound(sound),
  audible: null,
  notices: null,
})

export const conversation = ({ call }: Workstation): TalkingCall | null => (call?.phase === 'talking' ? call : null)

const MEANT_FOR_THE_ONE_BEFORE_MS = 400

/** What is pressed at this moment was meant for the call that rang here before. */
export const isTooSoon = ({ follows, since }: RingingCall, at: number): boolean =>
  follows && at - since < MEANT_FOR_THE_ONE_BEFORE_MS

/** Whether the centre hears now what is said: what makes sense at this moment only, as an answer, waits for it. */
export const isReady = (state: Workstation): boolean => state.link === 'up' && state.welcomed
