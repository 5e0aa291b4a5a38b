/** What may happen to a call, as letters. Capital letters of `seat` are about the call before: late or repeated. */
import type { CallEvent } from '../../../lib/events/event'
import type { Room, ServerMessage } from '../../../lib/events/messages'
import type { Lane } from '../script'

export const callIdOf = (call: number): string => `call-${String(call)}`
export const sessionIdOf = (call: number): string => `session-${String(call)}`

const lin = { seatId: '1001', name: 'Lin' }
const wang = { seatId: '1002', name: 'Wang' }
const room: Room = { kind: 'trtc', sdkAppId: 1, roomId: 'r', userId: 'u', userSig: 's' }
const direct: Room = { kind: 'url', pushUrl: 'rtmp://push', playUrl: 'rtmp://play' }
const key = { key: '1', label: 'Sales' }
const users = '{"userlist":[{"userid":"seat","playurl":"room://seat"}]}'

/** `call` is the number of the latest call that the customer dialled. */
type Letters = Readonly<Record<string, (call: number) => CallEvent>>

/** What the call centre says about a call. */
export const about = (call: number): Readonly<Record<string, ServerMessage>> => {
  const sessionId = sessionIdOf(call)
  const callId = callIdOf(call)
  return {
    s: { type: 'call/started', callId, sessionId, room },
    o: { type: 'call/started', callId, sessionId },
    f: { type: 'call/refused', callId, code: 'TOO_BUSY', message: 'no' },
    v: { type: 'call/ivr', sessionId, prompt: 'press', keys: [key], path: [] },
    q: { type: 'call/queued', sessionId, position: 1, estimatedWaitMs: 9 },
    p: { type: 'call/queued', sessionId, position: 2 },
    r: { type: 'call/ringing', sessionId, seat: lin },
    t: { type: 'call/ringing', sessionId, seat: wang },
    a: { type: 'call/accepted', sessionId, seat: lin },
    b: { type: 'call/accepted', sessionId, seat: wang, room: direct },
    g: { type: 'call/room', sessionId, room: direct },
    h: { type: 'call/held', sessionId, held: true },
    c: { type: 'call/held', sessionId, held: false },
    e: { type: 'call/ended', sessionId, closeBy: 'seat', endStatus: 'ok' },
    x: { type: 'call/ended', sessionId, closeBy: 'admin', endStatus: 'notWorkTime', reason: 'closed' },
  }
}

const seat = (letter: string, back: number) => (call: number) => {
  const event = about(call - back)[letter]
  if (event === undefined) throw new Error(`no letter ${letter}`)
  return event
}

const seatLetters = Object.keys(about(0))
const SEAT: Letters = Object.fromEntries([
  ...seatLetters.map((letter) => [letter, seat(letter, 0)] as const),
  ...seatLetters.map((letter) => [letter.toUpperCase(), seat(letter, 1)] as const),
])

const always = (events: Readonly<Record<string, CallEvent>>): Letters =>
  Object.fromEntries(Object.entries(events).map(([letter, event]) => [letter, () => event]))

const USER: Letters = {
  V: (call) => ({ type: 'intent/startCall', callId: callIdOf(call + 1), channelId: 'service', media: 'video' }),
  d: (call) => ({ type: 'intent/startCall', callId: callIdOf(call + 1), channelId: 'service', media: 'audio' }),
  ...always({
    h: { type: 'intent/hangUp' },
    m: { type: 'intent/mute' },
    u: { type: 'intent/unmute' },
    e: { type: 'intent/setSoundMode', soundMode: 'ear' },
    s: { type: 'intent/setSoundMode', soundMode: 'speaker' },
    1: { type: 'intent/sendDigits', digits: '1' },
    v: { type: 'intent/setCamera', camera: 'on' },
    w: { type: 'intent/setCamera', camera: 'off' },
    t: { type: 'intent/switchCamera' },
  }),
}

const LINE = always({
  o: { type: 'line/opening', attempt: 1 },
  l: { type: 'line/lost', reason: 'silent', retryInMs: 0 },
  u: { type: 'line/up', resumed: true },
  n: { type: 'line/up', resumed: false },
  g: { type: 'line/gaveUp', code: 'NETWORK_LOST' },
  t: { type: 'line/gaveUp', code: 'LOGIN_REQUIRED' },
  k: { type: 'line/gaveUp', code: 'TAKEN_OVER' },
  s: { type: 'line/slow', slow: true },
  i: { type: 'line/invalid', reason: 'garbage' },
  X: { type: 'source/failed', source: 'line', message: 'gone' },
})

const MEDIA = always({
  c: { type: 'pusher/status', code: 1001 },
  e: { type: 'pusher/status', code: 1018 },
  j: { type: 'pusher/status', code: 1031, message: users },
  g: { type: 'pusher/status', code: 1031, message: '{"userlist":[null,7,{"userid":{}}]}' },
  k: { type: 'pusher/status', code: 1032 },
  r: { type: 'pusher/status', code: 1021 },
  z: { type: 'pusher/status', code: 4711 },
  D: { type: 'pusher/status', code: -1307 },
  m: { type: 'pusher/status', code: 4998 },
  s: { type: 'pusher/status', code: 5000 },
  i: { type: 'pusher/status', code: 5001 },
  f: { type: 'pusher/status', code: -100013 },
  n: { type: 'pusher/error', code: 10002 },
  C: { type: 'player/status', code: 2001 },
  P: { type: 'player/status', code: 2004 },
  R: { type: 'player/status', code: 2103 },
  F: { type: 'player/status', code: -2301 },
  G: { type: 'player/status', code: -2302 },
  a: { type: 'media/applied', microphone: 'on', soundMode: 'speaker' },
  o: { type: 'media/applied', microphone: 'off', soundMode: 'ear' },
  x: { type: 'media/failed', target: 'microphone', message: 'no' },
  y: { type: 'media/failed', target: 'soundMode', message: 'no' },
  b: { type: 'media/applied', camera: 'on', facing: 'front' },
  B: { type: 'media/applied', camera: 'off', facing: 'back' },
  d: { type: 'media/failed', target: 'camera', message: 'no' },
  q: { type: 'quality/measured', local: 5, remote: 2 },
  Q: { type: 'quality/measured', local: 1, remote: 1 },
  v: { type: 'quality/advised', advice: ['localWeak', 'talkingWhileMuted'] },
  V: { type: 'quality/advised', advice: [] },
  X: { type: 'source/failed', source: 'media', message: 'gone' },
})

const PHONE = always({
  h: { type: 'app/hidden' },
  s: { type: 'app/shown' },
  i: { type: 'audio/interrupted' },
  r: { type: 'audio/resumed' },
  w: { type: 'network/changed', connected: true, networkType: 'wifi' },
  k: { type: 'network/weak', weak: true },
  z: { type: 'network/changed', connected: false, networkType: 'none' },
  X: { type: 'source/failed', source: 'environment', message: 'gone' },
})

export const EVENTS: Readonly<Record<string, Letters>> = {
  user: USER,
  seat: SEAT,
  line: LINE,
  media: MEDIA,
  phone: PHONE,
}

const lettersOf = (lane: string): string => Object.keys(EVENTS[lane] ?? {}).join('')

/** `page` is who watches: it leaves, attaches, looks in once, or acts from inside of a callback. */
export const PAGE: Lane = { letters: 'laobn', weight: 1 }

export const CALL_LANES: Readonly<Record<string, Lane>> = {
  user: { letters: `${lettersOf('user')}d`, weight: 4 },
  seat: { letters: `${lettersOf('seat')}${lettersOf('seat').replace(/[A-Z]/g, '').repeat(2)}`, weight: 8 },
  line: { letters: `${lettersOf('line')}luu`, weight: 2 },
  media: { letters: lettersOf('media'), weight: 4 },
  phone: { letters: lettersOf('phone'), weight: 2 },
  policy: { letters: 'dwrhtica', weight: 1 },
  page: PAGE,
}

export const CALL_OPENINGS: readonly string[] = [
  'user:d',
  'user:d seat:s',
  'user:d seat:s seat:q',
  'user:d seat:s seat:r',
  'user:d seat:s seat:r seat:a',
  'policy:i user:d seat:s seat:r',
  'user:d seat:s seat:r seat:a user:h user:d seat:s',
]
