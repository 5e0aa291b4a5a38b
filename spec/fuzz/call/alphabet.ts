/**
 * What may happen to a call, as letters: those of the marble kit, and further ones. Capital letters of `seat` are about
 * the call before: late or repeated.
 */
import type { CallEvent } from '../../../lib/call/event'
import type { Room, ServerMessage } from '../../../lib/link/messages'
import { LINE as KIT_LINE, PHONE as KIT_PHONE, saidOf, USER as KIT_USER } from '../../../lib/testing/alphabet'
import type { Lane } from '../script'
import { SAMPLES } from './samples'

export const callIdOf = (call: number): string => `call-${String(call)}`
export const sessionIdOf = (call: number): string => `session-${String(call)}`

const wang = { seatId: '1002', name: 'Wang' }
const fresh: Room = { kind: 'trtc', sdkAppId: 1400000000, roomId: 'room-1', userId: 'customer', userSig: 'fresh' }
const direct: Room = { kind: 'url', pushUrl: 'rtmp://push', playUrl: 'rtmp://play' }
const users = (about: string): string => `{"userlist":[{"userid":"seat","playurl":"room://seat"${about}}]}`

/** `call` is the number of the latest call that the customer dialled. */
type Letters = Readonly<Record<string, (call: number) => CallEvent>>

/** What the call centre says about a call. */
export const about = (call: number): Readonly<Record<string, ServerMessage>> => {
  const sessionId = sessionIdOf(call)
  const callId = callIdOf(call)
  return {
    ...saidOf(callId, sessionId),
    w: { type: 'call/started', callId, sessionId },
    p: { type: 'call/queued', sessionId, position: 2 },
    u: { type: 'call/ringing', sessionId, seat: wang },
    d: { type: 'call/accepted', sessionId, seat: wang, room: direct },
    l: { type: 'call/room', sessionId, room: direct },
    k: { type: 'call/room', sessionId, room: fresh },
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

const among = (alphabet: Readonly<Record<string, CallEvent>>, types: RegExp): Letters =>
  always(Object.fromEntries(Object.entries(alphabet).filter(([, { type }]) => types.test(type))))

/** Who dials says so themselves, each time with the next number. */
const dials =
  (media: 'audio' | 'video') =>
  (call: number): CallEvent => ({ type: 'intent/startCall', callId: callIdOf(call + 1), channelId: 'service', media })

const USER: Letters = {
  ...among(KIT_USER, /^intent\/(?!startCall|notify)/),
  d: dials('audio'),
  V: dials('video'),
}

const LINE: Letters = {
  ...among(KIT_LINE, /^line\/(?!closed)/),
  ...always({ X: { type: 'source/failed', source: 'line', message: 'gone' } }),
}

const MEDIA: Letters = {
  ...among(KIT_PHONE, /^(pusher|player|media|quality)\/(?!due)/),
  ...always({
    A: { type: 'pusher/status', code: 1001 },
    B: { type: 'pusher/status', code: 1002 },
    H: { type: 'pusher/status', code: 1033, message: users(',"hasaudio":false') },
    J: { type: 'pusher/status', code: 1033, message: users(',"hasaudio":true') },
    G: { type: 'pusher/status', code: 1031, message: '{"userlist":[null,7,{"userid":{}}]}' },
    L: { type: 'pusher/status', code: 1032 },
    O: { type: 'pusher/status', code: 1019 },
    Z: { type: 'pusher/status', code: 4711 },
    K: { type: 'pusher/status', code: -1301 },
    M: { type: 'pusher/status', code: -1302 },
    U: { type: 'pusher/status', code: 4998 },
    S: { type: 'pusher/status', code: 5000 },
    N: { type: 'pusher/error', code: 10001 },
    C: { type: 'player/status', code: 2001 },
    R: { type: 'player/status', code: 2103 },
    F: { type: 'player/status', code: -2301 },
    I: { type: 'player/status', code: -2302 },
    D: { type: 'player/status', code: 2030 },
    E: { type: 'media/applied', microphone: 'on', soundMode: 'speaker' },
    Q: { type: 'media/applied', microphone: 'off', soundMode: 'ear' },
    V: { type: 'media/failed', target: 'soundMode', message: 'no' },
    Y: { type: 'media/applied', camera: 'on', facing: 'front' },
    W: { type: 'media/applied', camera: 'off', facing: 'back' },
    T: { type: 'media/failed', target: 'camera', message: 'no' },
    P: { type: 'quality/measured', local: 1, remote: 1 },
    X: { type: 'source/failed', source: 'media', message: 'gone' },
  }),
}

const PHONE: Letters = {
  ...among(KIT_PHONE, /^(app|audio|network)\//),
  ...always({ X: { type: 'source/failed', source: 'environment', message: 'gone' } }),
}

export const EVENTS: Readonly<Record<string, Letters>> = {
  user: USER,
  seat: SEAT,
  line: LINE,
  media: MEDIA,
  phone: PHONE,
}

const lettersOf = (lane: string): string => Object.keys(EVENTS[lane] ?? {}).join('')

/** `page` is who watches: `x` leaves, `a` attaches, `o` looks in once; from inside of a callback `b` comes back and `h` hangs up. */
export const PAGE: Lane = { letters: 'xaobh', weight: 1 }

/** What the phone answers when it is asked; where a story has none of these, nobody asks it. */
export const GATE: Lane = { letters: 'yyxecs', weight: 1 }

export const CALL_LANES: Readonly<Record<string, Lane>> = {
  user: { letters: `${lettersOf('user')}d`, weight: 4 },
  seat: { letters: `${lettersOf('seat')}${lettersOf('seat').replace(/[A-Z]/g, '').repeat(2)}`, weight: 8 },
  line: { letters: `${lettersOf('line')}luu`, weight: 2 },
  media: { letters: `${lettersOf('media')}edF`, weight: 4 },
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
  'gate:s line:u user:V seat:s seat:r seat:a media:e media:Y',
  'line:u user:d seat:s media:e seat:r seat:a media:d',
  'line:u user:d seat:s media:d 1010@seat:k media:e media:d 3010@seat:l media:p media:d 9010@seat:k media:e',
  'page:x page:a line:u user:d seat:s media:d',
  'line:u user:V seat:s seat:r seat:a media:e media:j media:F 1010@media:F 3010@media:F',
  'user:d seat:s seat:r seat:a user:h user:d seat:s',
]
