/** The fields of every event, for a recording that may have been damaged. The type says when one is missing. */
import type { Advice, CallEvent, LineFailure, SourceFailed, Switches } from '../events/event'
import type { CloseBy, MediaKind } from '../events/messages'
import { END_STATUS_CODES } from '../session/end'
import { PLAYER_ACTIONS, PUSHER_ACTIONS } from '../status-codes/actions'
import { type Check, either, everyOf, flag, list, number, oneOf, optional, partial, record, text } from './shape'

export const key = record({ key: text, label: text })
export const seat = record({ seatId: text, name: text })
export const media = everyOf<MediaKind>({ audio: 1, video: 1 })
export const room = either(
  record({ kind: oneOf('url'), pushUrl: text, playUrl: text }),
  record({
    kind: oneOf('trtc'),
    sdkAppId: number,
    roomId: text,
    userId: text,
    userSig: text,
    privateMapKey: optional(text),
    isNumericRoom: optional(flag),
    streamId: optional(text),
    userDefineRecordId: optional(text),
  }),
)
export const closeBy = everyOf<CloseBy>({ client: 1, seat: 1, admin: 1, timer: 1 })
export const endStatus = everyOf(END_STATUS_CODES)
export const switches: Readonly<Record<keyof Switches, Check>> = {
  microphone: everyOf<Switches['microphone']>({ on: 1, off: 1 }),
  soundMode: everyOf<Switches['soundMode']>({ speaker: 1, ear: 1 }),
  camera: everyOf<Switches['camera']>({ on: 1, off: 1 }),
  facing: everyOf<Switches['facing']>({ front: 1, back: 1 }),
}
export const advice = list(everyOf<Advice>({ localWeak: 1, remoteWeak: 1, unheard: 1, talkingWhileMuted: 1 }))
export const lineFailure = everyOf<LineFailure>({
  LOGIN_REQUIRED: 1,
  TOKEN_EXPIRED: 1,
  NOT_ALLOWED: 1,
  TAKEN_OVER: 1,
  HOST_NOT_ALLOWED: 1,
  NETWORK_LOST: 1,
})

const intent = (fields: Readonly<Record<string, Check>> = {}) => record({ policy: optional(text), ...fields })
const call = (fields: Readonly<Record<string, Check>>) => record({ sessionId: text, ...fields })
const nothing = record({})
const status = (means: Check) => record({ code: number, message: optional(text), means: optional(means) })
const pusherStatus = status(everyOf(PUSHER_ACTIONS))

export const EVENT_SHAPES: Readonly<Record<CallEvent['type'], Check>> = {
  'intent/startCall': intent({ callId: text, channelId: text, media, awaiting: optional(oneOf('phone')) }),
  'intent/hangUp': intent({ reason: optional(text), inPhase: optional(text) }),
  'intent/mute': intent(),
  'intent/unmute': intent(),
  'intent/setSoundMode': intent({ soundMode: switches.soundMode }),
  'intent/setCamera': intent({ camera: switches.camera }),
  'intent/switchCamera': intent(),
  'intent/sendDigits': intent({ digits: text }),
  'intent/notify': intent({ topic: text }),
  'call/started': call({ callId: text, room: optional(room) }),
  'call/refused': record({ callId: text, code: text, message: text, retryAfterMs: optional(number) }),
  'call/ivr': call({ prompt: text, keys: list(key), path: list(key) }),
  'call/queued': call({ position: number, estimatedWaitMs: optional(number) }),
  'call/ringing': call({ seat }),
  'call/accepted': call({ seat, room: optional(room) }),
  'call/held': call({ held: flag }),
  'call/room': call({ room }),
  'call/ended': call({ closeBy, endStatus, reason: optional(text) }),
  'line/opening': record({ attempt: number }),
  'line/up': record({ resumed: flag }),
  'line/lost': record({ reason: text, retryInMs: number }),
  'line/gaveUp': record({ code: lineFailure }),
  'line/slow': record({ slow: flag }),
  'line/invalid': record({ reason: text }),
  'line/closed': nothing,
  'pusher/status': pusherStatus,
  'pusher/error': pusherStatus,
  'player/status': status(everyOf(PLAYER_ACTIONS)),
  'media/applied': partial(switches),
  'media/failed': record({ target: everyOf(switches), message: text }),
  'media/due': nothing,
  'quality/measured': record({ local: number, remote: number }),
  'quality/advised': record({ advice }),
  'app/shown': nothing,
  'app/hidden': nothing,
  'audio/interrupted': nothing,
  'audio/resumed': nothing,
  'network/changed': record({ connected: flag, networkType: text }),
  'network/weak': record({ weak: flag }),
  'phone/ready': record({ callId: text }),
  'phone/unready': record({ callId: text, code: text, cause: optional(text) }),
  'policy/failed': record({ policy: text, message: text }),
  'source/failed': record({
    source: everyOf<SourceFailed['source']>({ line: 1, media: 1, environment: 1, readiness: 1 }),
    message: text,
  }),
}
