/** The fields of every event, for a recording that may have been damaged. The type says when one is missing. */
import type { CallEvent } from '../events/event'
import { END_STATUS_CODES } from '../session/end'
import { type Check, either, flag, list, number, oneOf, optional, record, text } from './shape'

export const key = record({ key: text, label: text })
export const seat = record({ seatId: text, name: text })
export const media = oneOf('audio', 'video')
export const room = either(
  record({ kind: oneOf('url'), pushUrl: text, playUrl: text }),
  record({
    kind: oneOf('trtc'),
    sdkAppId: number,
    roomId: text,
    userId: text,
    userSig: text,
    privateMapKey: optional(text),
  }),
)
export const closeBy = oneOf('client', 'seat', 'admin', 'timer')
export const endStatus = oneOf(...Object.keys(END_STATUS_CODES))
export const microphone = oneOf('on', 'off')
export const soundMode = oneOf('speaker', 'ear')
export const lineFailure = oneOf(
  ...['LOGIN_REQUIRED', 'TOKEN_EXPIRED', 'NOT_ALLOWED', 'TAKEN_OVER', 'HOST_NOT_ALLOWED', 'NETWORK_LOST'],
)

const intent = (fields: Readonly<Record<string, Check>> = {}) => record({ policy: optional(text), ...fields })
const call = (fields: Readonly<Record<string, Check>>) => record({ sessionId: text, ...fields })
const nothing = record({})
const status = record({ code: number, message: optional(text) })

export const EVENT_SHAPES: Readonly<Record<CallEvent['type'], Check>> = {
  'intent/startCall': intent({ callId: text, channelId: text, media }),
  'intent/hangUp': intent({ reason: optional(text), inPhase: optional(text) }),
  'intent/mute': intent(),
  'intent/unmute': intent(),
  'intent/setSoundMode': intent({ soundMode }),
  'intent/sendDigits': intent({ digits: text }),
  'intent/notify': intent({ topic: text }),
  'call/started': call({ callId: text, room: optional(room) }),
  'call/refused': record({ callId: text, code: text, message: text, retryAfterMs: optional(number) }),
  'call/ivr': call({ prompt: text, keys: list(key), path: list(key) }),
  'call/queued': call({ position: number, estimatedWaitMs: optional(number) }),
  'call/ringing': call({ seat }),
  'call/accepted': call({ seat, room: optional(room) }),
  'call/held': call({ held: flag }),
  'call/ended': call({ closeBy, endStatus, reason: optional(text) }),
  'line/opening': record({ attempt: number }),
  'line/up': record({ resumed: flag }),
  'line/lost': record({ reason: text, retryInMs: number }),
  'line/gaveUp': record({ code: lineFailure }),
  'line/invalid': record({ reason: text }),
  'line/closed': nothing,
  'pusher/status': status,
  'pusher/error': status,
  'player/status': status,
  'media/applied': record({ microphone: optional(microphone), soundMode: optional(soundMode) }),
  'media/failed': record({ target: oneOf('microphone', 'soundMode'), message: text }),
  'app/shown': nothing,
  'app/hidden': nothing,
  'audio/interrupted': nothing,
  'audio/resumed': nothing,
  'network/changed': record({ connected: flag, networkType: text }),
  'policy/failed': record({ policy: text, message: text }),
  'source/failed': record({ source: oneOf('line', 'media', 'environment'), message: text }),
}
