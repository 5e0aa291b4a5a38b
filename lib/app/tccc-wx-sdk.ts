/** What a page sees of the component: the instance that `selectComponent` gives, and the details of its events. */
import type { Observable } from 'rxjs'
import type { Sample } from '../call/quality'
import type { Recording } from '../recording/recording'
import type { Call } from '../run/create-call'
import type { CallError } from '../errors/call-error'
import type { Context, SoundMode } from '../call/intents'
import type { placeCall, PlaceCallOptions } from './place-call'
import type { Policy } from '../policies/policy'
import type { Announcement } from '../call/bind-events'

/**
 * `const call = this.selectComponent('#tcccSdk') as TcccWxSdk`. Every method but `use` throws NOT_ATTACHED, or rejects
 * with it, while the component is not on a page.
 */
export interface TcccWxSdk {
  /** The session now, and after each change. It replays: whoever comes late sees the truth, an end included. */
  readonly session$: Call['session$']
  /** What the people should know about their media: a weak line, a voice that is not heard; empty: all is well. */
  readonly advice$: Call['advice$']
  /**
   * What the media tags measure, several times a second: `volume` is how loud it is at the microphone, 0–100. A page that
   * shows it looks once a second, as WeChat advises of `setData`.
   */
  readonly sample$: Observable<Sample>
  /** Every event as it was handled. */
  readonly event$: Call['event$']
  /**
   * Dials; resolves with the first answer of the call centre, before anybody has picked up. Rejects with a `CallError`:
   * CHANNEL_MISSING, CONTEXT_INVALID, CALL_IN_PROGRESS, CANCELLED, or why the call ended before it was answered.
   */
  startCall(options: Pick<PlaceCallOptions, 'channelId' | 'context'>): ReturnType<typeof placeCall>
  /**
   * Dials a video call; else as `startCall`. Rejects with VIDEO_TAGS_MISSING too, unless `tccc-pusher` and `tccc-player`
   * stand inside of this component. When the camera fails or is refused, the call goes on as audio: the event `error`
   * says CAMERA_FAILED or CAMERA_REFUSED, and `session.camera.state` is `failed` until `enableCamera`.
   */
  startSession(options: Pick<PlaceCallOptions, 'channelId' | 'context'>): ReturnType<typeof placeCall>
  /** Hangs up, in any phase. Without a call it does nothing. */
  endCall(): void
  /** As `endCall`: either ends whatever call there is. */
  endSession(): void
  /** Stops sending the customer's voice, until `unmuteAudio`. Without a call it does nothing. */
  muteAudio(): void
  unmuteAudio(): void
  /** Throws SOUND_MODE_INVALID for anything but `speaker` and `ear`. */
  setSoundMode(soundMode: SoundMode): void
  /** Sends the customer's picture again. Throws NOT_A_VIDEO_CALL in an audio call; without a call it does nothing. */
  enableCamera(): void
  /** Stops sending the customer's picture, until `enableCamera`; else as that. */
  disableCamera(): void
  /** From the front camera to the back one, or back again; else as `enableCamera`. */
  switchCamera(): void
  /** Presses 1 to 32 keys of `0-9 * #`. Throws DIGITS_INVALID, or NOT_IN_CALL without a call that was answered. */
  sendDigits(options: { readonly digits: string }): void
  /**
   * Tells the agent something else in the place of the context of `startCall`: an object of at most 4,096 bytes as JSON.
   * Throws CONTEXT_INVALID, or NOT_IN_CALL without a call that was answered. A call centre that knows no contexts: the
   * event `error` says NOT_SUPPORTED, and the call goes on.
   */
  updateContext(context: Context): void
  /** Says something beside the voice, for the entries that do: PROTOCOL.md §4.4. Throws INTENT_INVALID beyond 4,096 bytes. */
  aside(about: string, value: Context): void
  /** The time now as sessions tell it: `now() - session.acceptedAt` is how long a talk has lasted, in milliseconds. */
  now(): number
  /** Lets a policy act for the user, until the returned function is called. */
  use(policy: Policy): () => void
  /** What happened, as JSON without secrets: `npx tccc-wx-sdk explain` says why a call ended. */
  recording(): Recording
}

/** By the name of the event, what `event.detail` holds. */
export type TcccWxSdkDetails = {
  readonly [Name in Exclude<Announcement['name'], 'error'>]: Extract<Announcement, { readonly name: Name }>['detail']
} & { readonly error: Pick<CallError, 'code' | 'title' | 'message' | 'remedy' | 'cause'> }
