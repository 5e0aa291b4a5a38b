/** What a user can ask for, and a policy on the user's behalf. */
import { callError } from '../errors/call-error'
import { fits, isObject } from '../link/codec'
import { CLIENT_MESSAGES, type MediaKind, mediaKind } from '../link/messages'
import { type Form, id, LONGEST_PROMPT, optional, prompt, record, type ValueOf, word } from '../link/shapes'

const { digits } = CLIENT_MESSAGES['call/digits']
const { about, body } = CLIENT_MESSAGES['call/aside']
const soundMode = word('speaker', 'ear')

export type SoundMode = ValueOf<typeof soundMode>

/** Which camera of the phone is used. */
export type Facing = 'front' | 'back'

export const otherFacing = (facing: Facing): Facing => (facing === 'front' ? 'back' : 'front')

/** What is asked for, and on whose behalf. */
export type Intent = UserIntent & {
  /** Set by the queue when a policy asked: its name. */
  readonly policy?: string
}

type UserIntent =
  | {
      readonly type: 'intent/startCall'
      /** Made by the client; the server answers the same id with the same call. */
      readonly callId: string
      readonly channelId: string
      readonly media: MediaKind
      /** What the agent should know, as the JSON of an object. */
      readonly context?: string
      /** Set by the queue when the phone is asked first: nothing is sent before `phone/ready`. */
      readonly awaiting?: 'phone'
    }
  | {
      readonly type: 'intent/hangUp'
      readonly reason?: string
      /** Set by the queue when a policy asked: the phase in which it asked. */
      readonly inPhase?: string
    }
  | { readonly type: 'intent/mute' }
  | { readonly type: 'intent/unmute' }
  | { readonly type: 'intent/setSoundMode'; readonly soundMode: SoundMode }
  | { readonly type: 'intent/setCamera'; readonly camera: 'on' | 'off' }
  | { readonly type: 'intent/switchCamera' }
  | { readonly type: 'intent/sendDigits'; readonly digits: string }
  /** Something beside the voice; `about` names the capability that the call centre needs for it. */
  | { readonly type: 'intent/aside'; readonly about: string; readonly body: string }
  | { readonly type: 'intent/notify'; readonly topic: string }

const NOTHING_ELSE = record({})

/** What has to be true of the fields that a user gives: what goes into a message has the shape that it has there. */
const FIELDS: Readonly<Record<UserIntent['type'], Form>> = {
  'intent/startCall': record({ callId: id, channelId: id, media: mediaKind, context: optional(body) }),
  'intent/hangUp': record({ reason: optional(prompt) }),
  'intent/mute': NOTHING_ELSE,
  'intent/unmute': NOTHING_ELSE,
  'intent/setSoundMode': record({ soundMode }),
  'intent/setCamera': record({ camera: word('on', 'off') }),
  'intent/switchCamera': NOTHING_ELSE,
  'intent/sendDigits': record({ digits }),
  'intent/aside': record({ about, body }),
  'intent/notify': record({ topic: prompt }),
}

/**
 * A page or a policy in JavaScript may ask for anything; what others say is not theirs to say, and what the call centre
 * could not read is not sent.
 */
export const isIntent = (value: unknown): value is Intent => {
  if (!isObject(value)) return false
  const { type } = value
  if (typeof type !== 'string' || !Object.prototype.hasOwnProperty.call(FIELDS, type)) return false
  return fits(FIELDS[type as UserIntent['type']], value)
}

const random = (): string => Math.random().toString(36).slice(2, 12)

const newCallId = (): string => `c${random()}${random()}`

/** A page in JavaScript may give a number, which the call centre would not understand. */
const textOf = (id: unknown): unknown => (typeof id === 'number' ? String(id) : id)

/** What an agent should know of a call: plain JSON, at most 4,096 bytes of it. */
export type Context = Readonly<Record<string, unknown>>

const jsonOf = (value: unknown): string | undefined => {
  try {
    return isObject(value) ? JSON.stringify(value) : undefined
  } catch {
    return undefined
  }
}

const contextOf = (value: unknown): string => {
  const json = jsonOf(value)
  if (json === undefined || !fits(body, json)) throw callError('CONTEXT_INVALID')
  return json
}

/**
 * Calls the entry `channelId`, 1 to 128 characters. During a call it does nothing. `context` is what the agent should
 * know: an object of at most 4,096 bytes as JSON. Throws CHANNEL_INVALID, CONTEXT_INVALID, or INTENT_INVALID for a `callId`
 * or `media` that cannot be sent.
 */
export const startCall = (options: {
  readonly channelId: string
  readonly media?: MediaKind
  readonly callId?: string
  readonly context?: Context
}): Extract<Intent, { type: 'intent/startCall' }> => {
  const { callId = newCallId(), media = 'audio', context } = options
  const channelId = textOf(options.channelId)
  if (!fits(id, channelId)) throw callError('CHANNEL_INVALID')
  if (!fits(id, callId) || !fits(mediaKind, media)) throw callError('INTENT_INVALID')
  const known = context === undefined ? {} : { context: contextOf(context) }
  return { type: 'intent/startCall', callId, channelId: String(channelId), media, ...known }
}

/** Ends the call, in any phase. `reason` goes into the end's `cause`; what is longer than 1,024 characters is cut. */
export const hangUp = (reason?: string): Intent =>
  typeof reason === 'string'
    ? { type: 'intent/hangUp', reason: reason.slice(0, LONGEST_PROMPT) }
    : { type: 'intent/hangUp' }

/** Stops sending the customer's voice. It holds across every re-entry of the room until `unmute`. */
export const mute = (): Intent => ({ type: 'intent/mute' })

/** Sends the customer's voice again. */
export const unmute = (): Intent => ({ type: 'intent/unmute' })

/** Plays the seat's voice through the loudspeaker or the earpiece. Throws SOUND_MODE_INVALID. */
export const setSoundMode = (mode: SoundMode): Intent => {
  if (!fits(soundMode, mode)) throw callError('SOUND_MODE_INVALID')
  return { type: 'intent/setSoundMode', soundMode: mode }
}

/** Sends the customer's picture in a video call; in an audio call it does nothing. */
export const enableCamera = (): Intent => ({ type: 'intent/setCamera', camera: 'on' })

/** Stops sending the customer's picture, until `enableCamera`. */
export const disableCamera = (): Intent => ({ type: 'intent/setCamera', camera: 'off' })

/** From the front camera to the back one, or back again. In an audio call it does nothing. */
export const switchCamera = (): Intent => ({ type: 'intent/switchCamera' })

/**
 * Presses keys (`0-9 * #`, 1 to 32 of them) for the IVR, or for the seat while talking, 200 ms apart. Throws
 * DIGITS_INVALID, also for a number: `012` would lose its zero.
 */
export const sendDigits = (keys: string): Intent => {
  if (!fits(digits, keys)) throw callError('DIGITS_INVALID')
  return { type: 'intent/sendDigits', digits: keys }
}

/**
 * Tells the agent something else in the place of the context of `startCall`, once the call was answered. Throws CONTEXT_INVALID for more than 4,096 bytes of JSON, or what is no plain object.
 */
export const updateContext = (context: Context): Intent => ({
  type: 'intent/aside',
  about: 'context',
  body: contextOf(context),
})

/**
 * Says something beside the voice, as JSON of at most 4,096 bytes: `about` is one of PROTOCOL.md §4.4. Entries such as
 * `tccc-wx-sdk/text` are made of it.
 */
export const aside = (subject: string, value: Context): Intent => ({
  type: 'intent/aside',
  about: subject,
  body: JSON.stringify(value),
})

/** Tells the page something by the component's `notice` event; the call itself is not changed by it. */
export const notify = (topic: string): Intent => ({ type: 'intent/notify', topic })
