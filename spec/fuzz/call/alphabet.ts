/** What may happen to a call, as letters. Capital letters of `seat` are about the call before: late or repeated. */
import type { CallEvent } from '../../../lib/events/event'
import type { Room, ServerMessage } from '../../../lib/events/messages'
import type { Lane } from '../script'
import { SAMPLES } from './samples'

export const callIdOf = (call: number): string => `call-${String(call)}`
export const sessionIdOf = (call: number): string => `session-${String(call)}`

const lin = { seatId: '1001', name: 'Lin' }
const wang = { seatId: '1002', name: 'Wang' }
const room: Room = { kind: 'trtc', sdkAppId: 1, roomId: 'r', userId: 'u', userSig: 's' }
const fresh: Room = { ...room, userSig: 'fresh' }
const direct: Room = { kind: 'url', pushUrl: 'rtmp://push', playUrl: 'rtmp://play' }
const key = { key: '1', label: 'Sales' }
const users = (about: string): string => `{"userlist":[{"userid":"seat","playurl":"room://seat"${about}}]}`

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
    k: { type: 'call/room', sessionId, room: fresh },
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
  S: { type: 'line/slow', slow: false },
  i: { type: 'line/invalid', reason: 'garbage' },
  X: { type: 'source/failed', source: 'line', message: 'gone' },
})

const MEDIA = always({
  c: { type: 'pusher/status', code: 1001 },
  p: { type: 'pusher/status', code: 1002 },
  e: { type: 'pusher/status', code: 1018 },
  j: { type: 'pusher/status', code: 1031, message: users('') },
  h: { type: 'pusher/status', code: 1033, message: users(',"hasaudio":false') },
  H: { type: 'pusher/status', code: 1033, message: users(',"hasaudio":true') },
  g: { type: 'pusher/status', code: 1031, message: '{"userlist":[null,7,{"userid":{}}]}' },
  k: { type: 'pusher/status', code: 1032 },
  l: { type: 'pusher/status', code: 1019 },
  r: { type: 'pusher/status', code: 1021 },
  z: { type: 'pusher/status', code: 4711 },
  D: { type: 'pusher/status', code: -1307 },
  K: { type: 'pusher/status', code: -1301 },
  M: { type: 'pusher/status', code: -1302 },
  m: { type: 'pusher/status', code: 4998 },
  s: { type: 'pusher/status', code: 5000 },
  i: { type: 'pusher/status', code: 5001 },
  f: { type: 'pusher/status', code: -100013 },
  n: { type: 'pusher/error', code: 10002 },
  N: { type: 'pusher/error', code: 10001 },
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
  K: { type: 'network/weak', weak: false },
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

/** What the phone answers when it is asked; where a story has none of these, nobody asks it. */
export const GATE: Lane = { letters: 'yynxes', weight: 1 }

export const CALL_LANES: Readonly<Record<string, Lane>> = {
  user: { letters: `${lettersOf('user')}d`, weight: 4 },
  seat: { letters: `${lettersOf('seat')}${lettersOf('seat').replace(/[A-Z]/g, '').repeat(2)}`, weight: 8 },
  line: { letters: `${lettersOf('line')}luu`, weight: 2 },
  media: { letters: `${lettersOf('media')}eDF`, weight: 4 },
  phone: { letters: `${lettersOf('phone')}hs`, weight: 2 },
  policy: { letters: 'dwrhtica', weight: 1 },
  gate: GATE,
  sample: { letters: Object.keys(SAMPLES).join(''), weight: 2 },
  page: PAGE,
}

export const CALL_OPENINGS: readonly string[] = [
  'user:d',
  'user:d seat:s',
  'user:d seat:s seat:q',
  'user:d seat:s seat:r',
  'user:d seat:s seat:r seat:a',
  'policy:i user:d seat:s seat:r',
  'user:d gate:y seat:s seat:r',
  'gate:s line:u user:V seat:s seat:r seat:a media:e media:b',
  'line:u user:d seat:s media:e seat:r seat:a media:D',
  'line:u user:d seat:s media:D 1010@seat:k media:e media:D 3010@seat:g media:p media:D 9010@seat:k media:e',
  'page:l page:a line:u user:d seat:s media:D',
  'line:u user:V seat:s seat:r seat:a media:e media:j media:F 1010@media:F 3010@media:F',
  'user:d seat:s seat:r seat:a user:h user:d seat:s',
]
