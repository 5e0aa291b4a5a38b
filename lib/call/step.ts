/** The only place where a session changes. */
import {
  accepted,
  asideHeard,
  ended,
  held,
  ivr,
  lineClosed,
  lineGaveUp,
  lineLost,
  lineOpening,
  lineUp,
  queued,
  refused,
  ringing,
  roomGiven,
  started,
} from './centre'
import { asideSaid, callStarted, digitsPressed, hungUp, notified, phoneReady, phoneUnready } from './customer'
import { type Effect, type Effects, isSame, only, type Session, type Step } from './session'
import type { CallEvent } from './event'
import { mediaDue, pusherStatus } from './media'
import { interrupted, networkChanged, shown, soundReturned } from './phone'
import { advised, measured } from './quality'
import { playerStatus } from './remote'
import { cameraSwitched, cameraWished, mediaApplied, mediaFailed, wished } from './switches'
import type { ClientMessage } from '../link/messages'
import type { Announcement } from './bind-events'

type Row<Event> = (session: Session, event: Event, at: number) => Step

/** What each event does, and what follows from it. The type says when one is missing. */
const ROWS: { readonly [Type in CallEvent['type']]: Row<Extract<CallEvent, { type: Type }>> } = {
  'intent/startCall': callStarted,
  'intent/hangUp': hungUp,
  'intent/mute': (session) => wished(session, 'microphone', 'off'),
  'intent/unmute': (session) => wished(session, 'microphone', 'on'),
  'intent/setSoundMode': (session, { soundMode }) => wished(session, 'soundMode', soundMode),
  'intent/setCamera': (session, { camera }) => cameraWished(session, camera),
  'intent/switchCamera': cameraSwitched,
  'intent/sendDigits': digitsPressed,
  'intent/aside': asideSaid,
  'intent/notify': notified,
  'call/started': started,
  'call/refused': refused,
  'call/ivr': ivr,
  'call/queued': queued,
  'call/ringing': ringing,
  'call/accepted': accepted,
  'call/held': held,
  'call/room': roomGiven,
  'call/aside': asideHeard,
  'call/ended': ended,
  'line/opening': lineOpening,
  'line/up': lineUp,
  'line/lost': (session, _, at) => lineLost(session, at),
  'line/gaveUp': lineGaveUp,
  'line/slow': only,
  'line/invalid': only,
  'line/closed': lineClosed,
  'pusher/status': pusherStatus,
  'pusher/error': pusherStatus,
  'player/status': playerStatus,
  'media/applied': mediaApplied,
  'media/failed': mediaFailed,
  'media/due': mediaDue,
  'quality/measured': measured,
  'quality/advised': advised,
  'app/hidden': (session, _, at) => interrupted(session, 'hidden', at),
  'app/shown': shown,
  'audio/interrupted': (session, _, at) => interrupted(session, 'audio', at),
  'audio/resumed': soundReturned,
  'network/changed': networkChanged,
  'network/weak': only,
  'phone/ready': phoneReady,
  'phone/unready': phoneUnready,
  'policy/failed': only,
  'source/failed': only,
}

/** By name, because a page in JavaScript may dispatch anything, `toString` and `__proto__` included. */
const rowOf = (type: string): Row<CallEvent> =>
  Object.prototype.hasOwnProperty.call(ROWS, type)
    ? ((ROWS as Readonly<Record<string, Row<CallEvent>>>)[type] ?? only)
    : only

/**
 * The next session, and what follows from the event. Pure: `at` is the time of the event in epoch milliseconds. An event
 * that changes nothing returns the very same session.
 */
export const step = (session: Session, event: CallEvent, at: number): Step => {
  const [next, effects] = rowOf(event.type)(session, event, at)
  return [isSame(session, next) ? session : next, effects]
}

/** The first half of `step`: the session after the event. */
export const reduce = (session: Session, event: CallEvent, at: number): Session => step(session, event, at)[0]

/** One step of a call: what happened, the session before and after, and what follows. `from === to`: nothing changed. */
export interface Transition {
  readonly event: CallEvent
  readonly from: Session
  readonly to: Session
  /** What is sent, told and done; a recording does not keep it, as a replay computes it again. */
  readonly effects: Effects
  /** Epoch milliseconds. */
  readonly at: number
}

export const transitionOf = (from: Session, event: CallEvent, at: number): Transition => {
  const [to, effects] = step(from, event, at)
  return { event, from, to, effects, at }
}

const isA =
  <Type extends Effect['type']>(type: Type) =>
  (effect: Effect): effect is Extract<Effect, { type: Type }> =>
    effect.type === type

/** Which messages it sends, in their order. */
export const messagesFor = ({ effects }: Pick<Transition, 'effects'>): readonly ClientMessage[] =>
  effects.filter(isA('send')).map(({ message }) => message)

/** What it means to those outside: the component's bind events, in the order in which they are told. */
export const announce = ({ effects }: Pick<Transition, 'effects'>): readonly Announcement[] =>
  effects.filter(isA('tell')).map(({ announcement }) => announcement)

/** Whether live-pusher has to be stopped once more, as its call ended in the background. */
export const mustStop = ({ effects }: Pick<Transition, 'effects'>): boolean => effects.some(isA('stopPusher'))
