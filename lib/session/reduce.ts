import type { CallEvent } from '../events/event'
import { isSame } from './is-same'
import { interrupted, shown, soundReturned } from './on-environment'
import { cameraSwitched, cameraWished, callStarted, hungUp, wished } from './on-intent'
import { lineClosed, lineGaveUp, lineLost, lineOpening, lineUp } from './on-line'
import { mediaApplied, mediaFailed, playerStatus, pusherStatus } from './on-media'
import { mediaDue } from './on-media-failure'
import { phoneReady, phoneUnready } from './on-phone'
import { advised, measured } from './on-quality'
import { accepted, ended, held, ivr, queued, refused, ringing, roomGiven, started } from './on-signalling'
import type { Session } from './session'

type Reduce<Event> = (session: Session, event: Event, at: number) => Session

const unchanged = (session: Session): Session => session

/** What each event does. The type says when one is missing. */
const REDUCERS: { readonly [Type in CallEvent['type']]: Reduce<Extract<CallEvent, { type: Type }>> } = {
  'intent/startCall': callStarted,
  'intent/hangUp': hungUp,
  'intent/mute': (session) => wished(session, 'microphone', 'off'),
  'intent/unmute': (session) => wished(session, 'microphone', 'on'),
  'intent/setSoundMode': (session, { soundMode }) => wished(session, 'soundMode', soundMode),
  'intent/setCamera': (session, { camera }) => cameraWished(session, camera),
  'intent/switchCamera': cameraSwitched,
  'intent/sendDigits': unchanged,
  'intent/notify': unchanged,
  'call/started': started,
  'call/refused': refused,
  'call/ivr': ivr,
  'call/queued': queued,
  'call/ringing': ringing,
  'call/accepted': accepted,
  'call/held': held,
  'call/room': roomGiven,
  'call/ended': ended,
  'line/opening': lineOpening,
  'line/up': lineUp,
  'line/lost': (session, _, at) => lineLost(session, at),
  'line/gaveUp': lineGaveUp,
  'line/slow': unchanged,
  'line/invalid': unchanged,
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
  'network/changed': unchanged,
  'network/weak': unchanged,
  'phone/ready': phoneReady,
  'phone/unready': phoneUnready,
  'policy/failed': unchanged,
  'source/failed': unchanged,
}

/** By name, because a page in JavaScript may dispatch anything, `toString` and `__proto__` included. */
const reducerOf = (type: string): Reduce<CallEvent> =>
  Object.prototype.hasOwnProperty.call(REDUCERS, type)
    ? ((REDUCERS as Readonly<Record<string, Reduce<CallEvent>>>)[type] ?? unchanged)
    : unchanged

/**
 * The only place where a session changes. Pure: `at` is the time of the event in epoch milliseconds.
 * An event that changes nothing returns the very same session.
 */
export const reduce = (session: Session, event: CallEvent, at: number): Session => {
  const next = reducerOf(event.type)(session, event, at)
  return isSame(session, next) ? session : next
}
