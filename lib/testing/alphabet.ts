/**
 * The letters of all marble drawings: lower case comes in, upper case is a phase that comes out. On one line a letter
 * has one meaning, in the kit, in the pictures that are made of recordings, and in the specs here.
 */
import type { EnvironmentEvent, LineEvent, MediaDue, MediaEvent, PhoneEvent, QualityEvent } from '../call/event'
import {
  disableCamera,
  enableCamera,
  hangUp,
  type Intent,
  mute,
  notify,
  sendDigits,
  setSoundMode,
  startCall,
  switchCamera,
  unmute,
  updateContext,
} from '../call/intents'
import type { Room, Seat, ServerMessage } from '../link/messages'

export const CALL_ID = 'call-1'
export const SESSION_ID = 'session-1'
/** The second call of a customer who dials again, and its session. */
export const NEXT_CALL_ID = 'call-2'
export const NEXT_SESSION_ID = 'session-2'
const ANOTHER = 'session-of-somebody-else'
const lin: Seat = { seatId: '1001', name: 'Lin' }
const wang: Seat = { seatId: '1002', name: 'Wang' }

/** What the customer does. */
export const USER: Readonly<Record<string, Intent>> = {
  d: startCall({ channelId: 'service', callId: CALL_ID }),
  r: startCall({ channelId: 'service', callId: NEXT_CALL_ID }),
  h: hangUp(),
  m: mute(),
  u: unmute(),
  e: setSoundMode('ear'),
  s: setSoundMode('speaker'),
  1: sendDigits('1'),
  // A digit beside `m` or `s` reads as a time.
  k: sendDigits('#'),
  v: enableCamera(),
  w: disableCamera(),
  t: switchCamera(),
  n: notify('news'),
  x: updateContext({ order: 'A-1029' }),
}

const ROOM: Room = {
  kind: 'trtc',
  sdkAppId: 1400000000,
  roomId: 'room-1',
  userId: 'customer',
  userSig: 'signature',
}

/** Another room, or the same with a fresh signature: whoever is given it goes there. */
export const OTHER_ROOM: Room = { ...ROOM, roomId: 'room-2' }

/** What the call centre says about one call. */
export const saidOf = (callId: string, sessionId: string) =>
  ({
    s: { type: 'call/started', callId, sessionId, room: ROOM },
    f: { type: 'call/refused', callId, code: 'CHANNEL_UNKNOWN', message: 'no such channel' },
    v: { type: 'call/ivr', sessionId, prompt: 'Press 1 for sales', keys: [{ key: '1', label: 'Sales' }], path: [] },
    q: { type: 'call/queued', sessionId, position: 1, estimatedWaitMs: 30_000 },
    r: { type: 'call/ringing', sessionId, seat: lin },
    a: { type: 'call/accepted', sessionId, seat: lin },
    b: { type: 'call/accepted', sessionId, seat: wang },
    n: { type: 'call/accepted', sessionId, seat: wang, room: OTHER_ROOM },
    o: { type: 'call/room', sessionId, room: OTHER_ROOM },
    h: { type: 'call/held', sessionId, held: true },
    c: { type: 'call/held', sessionId, held: false },
    x: { type: 'call/ended', sessionId, closeBy: 'admin', endStatus: 'notWorkTime' },
    g: { type: 'call/aside', sessionId, about: 'text', body: '{"id":"t1","text":"Hello"}' },
    e: { type: 'call/ended', sessionId, closeBy: 'seat', endStatus: 'ok' },
  }) as const satisfies Readonly<Record<string, ServerMessage>>

/** The first answer of the call centre, with the room in which the media meet. */
export const STARTED: ServerMessage = saidOf(CALL_ID, SESSION_ID).s

/** What the call centre says. */
export const SEAT: Readonly<Record<string, ServerMessage>> = {
  ...saidOf(CALL_ID, SESSION_ID),
  t: { type: 'call/started', callId: NEXT_CALL_ID, sessionId: NEXT_SESSION_ID },
  y: { type: 'call/accepted', sessionId: ANOTHER, seat: wang },
  z: { type: 'call/ended', sessionId: ANOTHER, closeBy: 'seat', endStatus: 'ok' },
}

/** The line that a call finds open: this one is not told by a letter. */
export const LINE_UP = {
  type: 'line/up',
  resumed: false,
  can: ['context', 'text', 'rating', 'waiting'],
} as const satisfies LineEvent

/** What happens to the line. */
export const LINE: Readonly<Record<string, LineEvent>> = {
  l: { type: 'line/lost', reason: 'silent', retryInMs: 0 },
  u: { type: 'line/up', resumed: true },
  n: { type: 'line/up', resumed: false },
  g: { type: 'line/gaveUp', code: 'NETWORK_LOST' },
  t: { type: 'line/gaveUp', code: 'LOGIN_REQUIRED' },
  k: { type: 'line/gaveUp', code: 'TAKEN_OVER' },
  o: { type: 'line/opening', attempt: 1 },
  s: { type: 'line/slow', slow: true },
  q: { type: 'line/slow', slow: false },
  i: { type: 'line/invalid', reason: 'not understood' },
  c: { type: 'line/closed' },
}

/** What pusher, player and phone report, and what the call finds out of it. */
export type PhoneLetter = MediaEvent | MediaDue | QualityEvent | EnvironmentEvent | PhoneEvent

/** What the phone reports. */
export const PHONE: Readonly<Record<string, PhoneLetter>> = {
  e: { type: 'pusher/status', code: 1018 },
  j: {
    type: 'pusher/status',
    code: 1031,
    message: '{"userlist":[{"userid":"seat","playurl":"room://cloud.tencent.com/rtc?userid=seat"}]}',
  },
  p: { type: 'player/status', code: 2004 },
  r: { type: 'pusher/status', code: 1021 },
  d: { type: 'pusher/status', code: -1307 },
  f: { type: 'pusher/status', code: -100013 },
  n: { type: 'pusher/error', code: 10002 },
  m: { type: 'media/applied', microphone: 'off' },
  u: { type: 'media/applied', microphone: 'on' },
  l: { type: 'media/applied', soundMode: 'ear' },
  h: { type: 'app/hidden' },
  s: { type: 'app/shown' },
  i: { type: 'audio/interrupted' },
  c: { type: 'audio/resumed' },
  k: { type: 'pusher/status', code: 5001 },
  y: { type: 'phone/ready', callId: CALL_ID },
  x: { type: 'phone/unready', callId: CALL_ID, code: 'MICROPHONE_REFUSED' },
  v: { type: 'media/failed', target: 'microphone', message: 'no' },
  t: { type: 'media/due' },
  q: { type: 'quality/measured', local: 5, remote: 2 },
  a: { type: 'quality/advised', advice: ['localWeak', 'talkingWhileMuted'] },
  b: { type: 'quality/advised', advice: [] },
  w: { type: 'network/weak', weak: true },
  g: { type: 'network/weak', weak: false },
  z: { type: 'network/changed', connected: false, networkType: 'none' },
  o: { type: 'network/changed', connected: true, networkType: 'wifi' },
}

/** By the name of a marble line, what its letters stand for. */
export const ALPHABETS: Readonly<
  Record<'user' | 'seat' | 'line' | 'phone', Readonly<Record<string, Intent | ServerMessage | LineEvent | PhoneLetter>>>
> = { user: USER, seat: SEAT, line: LINE, phone: PHONE }
