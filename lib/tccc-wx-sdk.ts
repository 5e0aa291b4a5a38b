/** What a page sees of the component: the instance that `selectComponent` gives, and the details of its events. */
import type { Recording } from './black-box/recording'
import type { Call } from './call'
import type { CallError } from './errors/call-error'
import type { SoundMode } from './events/intents'
import type { placeCall, PlaceCallOptions } from './place-call'
import type { Policy } from './policies/policy'
import type { Announcement } from './session/announce'

/**
 * `const call = this.selectComponent('#tcccSdk') as TcccWxSdk`. Every method but `use` throws NOT_ATTACHED, or rejects
 * with it, while the component is not on a page.
 */
export interface TcccWxSdk {
  /** The session now, and after each change. It replays: whoever comes late sees the truth, an end included. */
  readonly session$: Call['session$']
  /** Every event as it was handled. */
  readonly event$: Call['event$']
  /**
   * Dials; resolves with the first answer of the call centre, before anybody has picked up. Rejects with a `CallError`:
   * CHANNEL_MISSING, CALL_IN_PROGRESS, CANCELLED, or why the call ended before it was answered.
   */
  startCall(options: Pick<PlaceCallOptions, 'channelId'>): ReturnType<typeof placeCall>
  /** Hangs up, in any phase. Without a call it does nothing. */
  endCall(): void
  /** Stops sending the customer's voice, until `unmuteAudio`. Without a call it does nothing. */
  muteAudio(): void
  unmuteAudio(): void
  /** Throws SOUND_MODE_INVALID for anything but `speaker` and `ear`. */
  setSoundMode(soundMode: SoundMode): void
  /** Presses 1 to 32 keys of `0-9 * #`. Throws DIGITS_INVALID, or NOT_IN_CALL without a call that was answered. */
  sendDigits(options: { readonly digits: string }): void
  /** Lets a policy act for the user, until the returned function is called. */
  use(policy: Policy): () => void
  /** What happened, as JSON without secrets: `npx tccc-wx-sdk explain` says why a call ended. */
  recording(): Recording
}

/** By the name of the event, what `event.detail` holds. */
export type TcccWxSdkDetails = {
  readonly [Name in Exclude<Announcement['name'], 'error'>]: Extract<Announcement, { readonly name: Name }>['detail']
} & { readonly error: Pick<CallError, 'code' | 'title' | 'message' | 'remedy' | 'cause'> }
