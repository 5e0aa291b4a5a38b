/** The fields of every event, for a recording that may have been damaged. The type says when one is missing. */
import type { Advice, CallEvent, LineFailure, SourceFailed, Switches } from '../../lib/call/event'
import {
  CLOSE_BY,
  END_STATUS,
  ivrKey,
  mediaKind,
  room as anyRoom,
  seat as anySeat,
  SERVER_MESSAGES,
  type ServerMessage,
} from '../../lib/link/messages'
import type { Fields, Form } from '../../lib/link/shapes'
import { PLAYER_ACTIONS, PUSHER_ACTIONS } from '../dictionaries/actions'
import { type Check, either, everyOf, flag, list, number, oneOf, optional, partial, record, text } from './shape'

/**
 * The check of a recording for what the protocol describes: the kind of each field, and no more. How long a text may be does
 * not matter here, and a redacted one has another form.
 */
const loosely = (form: Form): Check => {
  switch (form.is) {
    case 'text':
    case 'bytes':
    case 'matching':
      return text
    case 'whole':
      return number
    case 'flag':
      return flag
    case 'word':
      return oneOf(...form.words)
    case 'names':
      return list(text)
    case 'list':
      return list(loosely(form.item))
    case 'record':
      return record(fieldsOf(form.fields))
    case 'either':
      return form.forms.map(loosely).reduceRight((one, other) => either(one, other))
  }
}

/** The same names, with what `of` makes of each value. */
const mapped = <Name extends string, From, To>(
  from: Readonly<Record<Name, From>>,
  of: (value: From) => To,
): Readonly<Record<Name, To>> => {
  const to: Partial<Record<Name, To>> = {}
  for (const name in from) to[name] = of(from[name])
  return to as Readonly<Record<Name, To>>
}

const fieldsOf = (fields: Fields): Readonly<Record<string, Check>> =>
  mapped(fields, (shape) => {
    const check = loosely(shape)
    return shape.isOptional === true ? optional(check) : check
  })

const calls = mapped<ServerMessage['type'], Fields, Check>(SERVER_MESSAGES, (fields) => record(fieldsOf(fields)))

export const key = loosely(ivrKey)
export const seat = loosely(anySeat)
export const media = loosely(mediaKind)
export const room = loosely(anyRoom)
export const closeBy = oneOf(...CLOSE_BY)
export const endStatus = oneOf(...END_STATUS)
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
  TOO_MANY_SOCKETS: 1,
  NETWORK_LOST: 1,
})

const intent = (fields: Readonly<Record<string, Check>> = {}) => record({ policy: optional(text), ...fields })
const nothing = record({})
const status = (means: Check) => record({ code: number, message: optional(text), means: optional(means) })
const pusherStatus = status(everyOf(PUSHER_ACTIONS))

export const EVENT_SHAPES: Readonly<Record<CallEvent['type'], Check>> = {
  'intent/startCall': intent({
    callId: text,
    channelId: text,
    media,
    context: optional(text),
    awaiting: optional(oneOf('phone')),
  }),
  'intent/hangUp': intent({ reason: optional(text), inPhase: optional(text) }),
  'intent/mute': intent(),
  'intent/unmute': intent(),
  'intent/setSoundMode': intent({ soundMode: switches.soundMode }),
  'intent/setCamera': intent({ camera: switches.camera }),
  'intent/switchCamera': intent(),
  'intent/sendDigits': intent({ digits: text }),
  'intent/aside': intent({ about: text, body: text }),
  'intent/notify': intent({ topic: text }),
  ...calls,
  'line/opening': record({ attempt: number }),
  'line/up': record({ resumed: flag, can: optional(list(text)) }),
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
    source: everyOf<SourceFailed['source']>({ line: 1, media: 1, environment: 1, readiness: 1, step: 1 }),
    message: text,
  }),
}
