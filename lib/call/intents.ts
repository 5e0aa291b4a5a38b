/** What a user can ask for, and a policy on the user's behalf. */
import { callError } from '../errors/call-error'
import type { MediaKind } from './messages'

export type SoundMode = 'speaker' | 'ear'

/** Which camera of the phone is used. */
export type Facing = 'front' | 'back'

export const otherFacing = (facing: Facing): Facing => (facing === 'front' ? 'back' : 'front')

/** What is asked for, and on whose behalf. */
export type Intent = Wish & {
  /** Set by the queue when a policy asked: its name. */
  readonly policy?: string
}

type Wish =
  | {
      readonly type: 'intent/startCall'
      /** Made by the client; the server answers the same id with the same call. */
      readonly callId: string
      readonly channelId: string
      readonly media: MediaKind
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
  | { readonly type: 'intent/notify'; readonly topic: string }

/** A page or a policy in JavaScript may ask for anything; what others say is not theirs to say. */
export const isIntent = (value: unknown): value is Intent =>
  typeof value === 'object' &&
  value !== null &&
  'type' in value &&
  typeof value.type === 'string' &&
  value.type.startsWith('intent/')

const random = (): string => Math.random().toString(36).slice(2, 12)

const newCallId = (): string => `c${random()}${random()}`

/** A page in JavaScript may give a number, which the call centre would not understand. */
const wordsOf = (id: string | number): string => String(id)

/** Calls the entry `channelId`. During a call it does nothing. */
export const startCall = (options: {
  readonly channelId: string
  readonly media?: MediaKind
  readonly callId?: string
}): Extract<Intent, { type: 'intent/startCall' }> => ({
  type: 'intent/startCall',
  callId: options.callId ?? newCallId(),
  channelId: wordsOf(options.channelId),
  media: options.media ?? 'audio',
})

/** Ends the call, in any phase. `reason` goes into the end's `cause`. */
export const hangUp = (reason?: string): Intent =>
  reason === undefined ? { type: 'intent/hangUp' } : { type: 'intent/hangUp', reason }

/** Stops sending the customer's voice. It holds across every re-entry of the room until `unmute`. */
export const mute = (): Intent => ({ type: 'intent/mute' })

/** Sends the customer's voice again. */
export const unmute = (): Intent => ({ type: 'intent/unmute' })

const SOUND_MODES: readonly string[] = ['speaker', 'ear']

/** Plays the seat's voice through the loudspeaker or the earpiece. Throws SOUND_MODE_INVALID. */
export const setSoundMode = (soundMode: SoundMode): Intent => {
  if (!SOUND_MODES.includes(soundMode)) throw callError('SOUND_MODE_INVALID')
  return { type: 'intent/setSoundMode', soundMode }
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
export const sendDigits = (digits: string): Intent => {
  if (typeof (digits as unknown) !== 'string' || !/^[0-9*#]{1,32}$/.test(digits)) throw callError('DIGITS_INVALID')
  return { type: 'intent/sendDigits', digits }
}

/** Tells the page something by the component's `notice` event; the call itself is not changed by it. */
export const notify = (topic: string): Intent => ({ type: 'intent/notify', topic })
