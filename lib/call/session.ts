/** The one state of a call. What cannot exist in a phase cannot be read in it. */
import type { Advice, LineFailure, Switches } from './event'
import type { ClientMessage, CloseBy, EndStatus, IvrKey, MediaKind, Room, Seat } from '../link/messages'
import type { ErrorCode } from '../errors/codes'
import type { Announcement } from './bind-events'

/** The line to the call centre. All times here are epoch milliseconds. */
export type Line =
  | { readonly state: 'closed'; readonly code: LineFailure | null }
  | { readonly state: 'opening'; readonly since: number }
  /** `can`: what the call centre can do beyond version 0.1.0, if it has said. */
  | { readonly state: 'up'; readonly since: number; readonly can?: readonly string[] }
  | { readonly state: 'reconnecting'; readonly since: number; readonly attempt: number }

/** One direction of the media. `local` is the customer's pusher, `remote` the seat's stream. */
export interface Leg {
  readonly state: 'off' | 'connecting' | 'up' | 'reconnecting' | 'failed'
  readonly since: number
  /** With `failed` only. */
  readonly failure?: LegFailure
}

/** Why a leg failed, and what becomes of it. */
export interface LegFailure {
  /** The code and the words of the phone, without secrets. */
  readonly cause: string
  /** The call ends with it unless something else is told first; `null`: the leg is mended. */
  readonly error: ErrorCode | null
}

export interface RemoteLeg extends Leg {
  /** Where live-player finds the seat's stream; empty until the room has reported it. */
  readonly playUrl: string
  /** Whose stream that is, or was, by the room's list of users; empty until then. */
  readonly userId: string
  /** Whether that one sends sound, and a picture; absent until the room has said so. */
  readonly hasAudio?: boolean
  readonly hasVideo?: boolean
  /** When the phone sent the sound another way by itself, and was made to take the wanted one again; absent: never. */
  readonly reroutedAt?: number
}

/** A switch of the phone: what the user wants, and what the phone does. */
export interface Wanted<Value> {
  readonly desired: Value
  /** `null` until the phone has confirmed anything. */
  readonly actual: Value | null
  readonly state: 'pending' | 'applied' | 'failed'
}

/** How good the media are. */
export interface Quality {
  /** What the customer sends: 1 best … 6 unusable, 0 unknown. */
  readonly local: number
  /** What the customer receives. */
  readonly remote: number
  readonly advice: readonly Advice[]
}

export interface Interruption {
  /**
   * `audio`: another sound has the phone, such as an alarm. `call`: so says live-pusher of a call (5001). The customer is
   * away: `hidden`, `suspended` by iOS (5000), or has closed the floating window of the call on Android
   * (`windowClosed`: 5001 while hidden).
   */
  readonly reason: 'audio' | 'call' | 'hidden' | 'suspended' | 'windowClosed'
  readonly since: number
}

/** The switches of the phone, each as it is wanted and as it is. */
export type WantedSwitches = { readonly [Name in keyof Switches]: Wanted<Switches[Name]> }

/** Facts that stand beside the phase, in every phase. */
export interface Facts extends WantedSwitches {
  readonly line: Line
  readonly local: Leg
  readonly remote: RemoteLeg
  /** How often media that failed were tried again, since they were last up for 30 s. */
  readonly retries: number
  readonly quality: Quality
  readonly interruption: Interruption | null
  /** The seat holds the call. */
  readonly held: boolean
}

export interface IvrMenu {
  readonly prompt: string
  readonly keys: readonly IvrKey[]
  /** The keys pressed so far. */
  readonly path: readonly IvrKey[]
}

export interface Queue {
  /** 1 is next. */
  readonly position: number
  readonly estimatedWaitMs: number | null
}

export interface Idle extends Facts {
  readonly phase: 'idle'
}

/** What is known from the moment of dialling. */
export interface Placed extends Facts {
  readonly callId: string
  readonly channelId: string
  readonly media: MediaKind
  readonly startedAt: number
}

/** What is known from the server's first answer. */
export interface Connected extends Placed {
  readonly sessionId: string
  /** `null` until it is given, and while a fresh one is asked for. */
  readonly room: Room | null
  /** The first accept; `null` before it. A transfer does not change it. */
  readonly acceptedAt: number | null
}

export interface Dialling extends Placed {
  readonly phase: 'dialling'
  /** What the agent should know, as JSON; it goes with the dialling. */
  readonly context?: string
  /** `phone`: whether it can call is still asked, and nothing was sent. `answer`: the call centre was asked. */
  readonly awaiting: 'phone' | 'answer'
}

export interface Ivr extends Connected {
  readonly phase: 'ivr'
  readonly ivr: IvrMenu | null
}

export interface Waiting extends Connected {
  readonly phase: 'waiting'
  readonly queue: Queue
}

export interface Ringing extends Connected {
  readonly phase: 'ringing'
  readonly seat: Seat
}

export interface Talking extends Connected {
  readonly phase: 'talking'
  readonly seat: Seat
  readonly acceptedAt: number
}

/** How a call ended, in the vendor's published call-record words. */
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

export interface Ended extends Placed {
  readonly phase: 'ended'
  /** `null` when the call ended before the server answered. */
  readonly sessionId: string | null
  readonly acceptedAt: number | null
  readonly endedAt: number
  readonly end: End
}

export type Session = Idle | Dialling | Ivr | Waiting | Ringing | Talking | Ended

/** A call that has begun and has not ended. */
export type Running = Dialling | Ivr | Waiting | Ringing | Talking

export const isRunning = (session: Session): session is Running => session.phase !== 'idle' && session.phase !== 'ended'

/** A running call that the server has answered. */
export const isConnected = (session: Session): session is Exclude<Running, Dialling> =>
  isRunning(session) && session.phase !== 'dialling'

/** Whether the line is up to a call centre that does not know this: PROTOCOL.md §6. */
export const lacks = ({ line }: Session, capability: string): boolean =>
  line.state === 'up' && line.can?.includes(capability) !== true

/** The call centre has heard nothing of the call yet. */
export const asksPhone = (session: Session): session is Dialling & { readonly awaiting: 'phone' } =>
  session.phase === 'dialling' && session.awaiting === 'phone'

/** The call centre was asked, and has not answered. */
export const asksCentre = (session: Session): session is Dialling & { readonly awaiting: 'answer' } =>
  session.phase === 'dialling' && session.awaiting === 'answer'

/** By such an interruption the customer does not see the app. */
export const isAbsence = (reason: Interruption['reason']): boolean => reason !== 'audio' && reason !== 'call'

/** Whether the customer does not see the app: nothing that is done to the media tags then is certain. */
export const isAway = ({ interruption }: Session): boolean => interruption !== null && isAbsence(interruption.reason)

const untried = { actual: null, state: 'pending' } as const

const off: Leg = { state: 'off', since: 0 }

/** Media facts of a call that has not begun: nothing of the last call leaks into the next. */
export const noMedia = {
  local: off,
  remote: { ...off, playUrl: '', userId: '' },
  retries: 0,
  microphone: { desired: 'on', ...untried },
  soundMode: { desired: 'speaker', ...untried },
  camera: { desired: 'off', ...untried },
  facing: { desired: 'front', ...untried },
  quality: { local: 0, remote: 0, advice: [] },
  held: false,
} as const satisfies Partial<Facts>

/** Before anything has happened. */
export const idle: Idle = { phase: 'idle', ...noMedia, line: { state: 'closed', code: null }, interruption: null }

type Fields = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null

/** Whether two values say the same as JSON. It stops at the first difference, and at whatever both share. */
export const isSame = (one: unknown, other: unknown): boolean => {
  if (one === other) return true
  if (!isObject(one) || !isObject(other)) return false
  const names = Object.keys(one)
  if (names.length !== Object.keys(other).length) return false
  // What changes often is set last, and nearly all comparisons meet the same object with another value in it.
  for (let last = names.pop(); last !== undefined; last = names.pop()) {
    if (!isSame(one[last], other[last])) return false
  }
  return true
}

// What a step gives: the next session, and what follows. The row that decides the change decides that too. Plain data.

export type Effect =
  | { readonly type: 'send'; readonly message: ClientMessage }
  /** Is the line alive? One that is lost is tried again at once. */
  | { readonly type: 'probe' }
  | { readonly type: 'tell'; readonly announcement: Announcement }
  /** The pusher is stopped once more: its call ended where no command reached it. */
  | { readonly type: 'stopPusher' }
  /** The sound may have lost its way: the sound mode is turned to the other one for a moment, and back. */
  | { readonly type: 'turnSound' }

export type Effects = readonly Effect[]

/** The next session, and what follows. A session that says the same is the same. */
export type Step = readonly [session: Session, effects: Effects]

/** Nearly every step ends with it, so there is one. */
export const NONE: Effects = Object.freeze([])

/** A step from which nothing follows. */
export const only = (session: Session): Step => [session, NONE]

export const send = (message: ClientMessage): Effect => ({ type: 'send', message })

export const tell = (announcement: Announcement): Effect => ({ type: 'tell', announcement })

/** What the call has to do without. */
export const notSupported = (capability: string): Effect =>
  tell({ name: 'error', detail: { code: 'NOT_SUPPORTED', cause: capability } })

export const PROBE: Effect = { type: 'probe' }

export const STOP_PUSHER: Effect = { type: 'stopPusher' }

export const TURN_SOUND: Effect = { type: 'turnSound' }

/** In another phase than before; in the same one nothing is told of it. */
export const phaseTold = ({ phase: from }: Session, { phase }: Session): Effects =>
  phase === from ? NONE : [tell({ name: 'stateChange', detail: { phase, from } })]
