/** Everything that can happen to a call. Whatever is not here cannot change a session. */
import type { ErrorCode } from '../errors/codes'
import type { PlayerMeaning, PusherMeaning } from '../status-codes/status-codes'
import type { Facing, Intent, SoundMode } from './intents'
import type { LineEvent, LineFailure } from '../link/gateway'
import type { ServerMessage } from '../link/messages'

export type { LineEvent, LineFailure }

/** What another try may mend, without a new log-in or another address: whoever dials, or comes back, tries the line again. */
export const MENDABLE: readonly LineFailure[] = ['NETWORK_LOST', 'TOO_MANY_SOCKETS']

interface TagStatus<Meaning> {
  readonly code: number
  readonly message?: string
  /** What the code means here, where `statusCodes` says otherwise than the tables. */
  readonly means?: Meaning
}

/** What live-pusher and live-player report, and whether a wish was applied. */
export type MediaEvent =
  | (TagStatus<PusherMeaning> & { readonly type: 'pusher/status' })
  | (TagStatus<PusherMeaning> & { readonly type: 'pusher/error' })
  | (TagStatus<PlayerMeaning> & { readonly type: 'player/status' })
  | ({ readonly type: 'media/applied' } & Partial<Switches>)
  | { readonly type: 'media/failed'; readonly target: keyof Switches; readonly message: string }

/** What a user switches on the phone. */
export interface Switches {
  readonly microphone: 'on' | 'off'
  readonly soundMode: SoundMode
  readonly camera: 'on' | 'off'
  readonly facing: Facing
}

/** What is wrong with the media as the two people notice it. */
export type Advice = 'localWeak' | 'remoteWeak' | 'unheard' | 'talkingWhileMuted'

/** What the statistics of the media add up to. Told when it changes, never per sample. */
export type QualityEvent =
  /** As `netQualityLevel` of the media tags: 1 best … 6 unusable, 0 unknown. */
  | { readonly type: 'quality/measured'; readonly local: number; readonly remote: number }
  /** All that is advised now. */
  | { readonly type: 'quality/advised'; readonly advice: readonly Advice[] }

/** The phone around the call. */
export type EnvironmentEvent =
  | { readonly type: 'app/shown' }
  | { readonly type: 'app/hidden' }
  | { readonly type: 'audio/interrupted' }
  | { readonly type: 'audio/resumed' }
  | { readonly type: 'network/weak'; readonly weak: boolean }
  | { readonly type: 'network/changed'; readonly connected: boolean; readonly networkType: string }

/** The time is up that media which failed are given: lib/call/media.ts says how long. */
export interface MediaDue {
  readonly type: 'media/due'
}

/** Whether the phone can call, which is asked before anything of a call is sent. */
export type PhoneEvent =
  | { readonly type: 'phone/ready'; readonly callId: string }
  | { readonly type: 'phone/unready'; readonly callId: string; readonly code: ErrorCode; readonly cause?: string }

/** A policy threw; the call goes on without it. */
export interface PolicyFailed {
  readonly type: 'policy/failed'
  readonly policy: string
  readonly message: string
}

/**
 * A stream that the call was made with threw; the call goes on without it, unless it was the line. Of the step it was one
 * event, which counts as not said.
 */
export interface SourceFailed {
  readonly type: 'source/failed'
  readonly source: 'line' | 'media' | 'environment' | 'readiness' | 'step'
  readonly message: string
}

export type CallEvent =
  | Intent
  | ServerMessage
  | LineEvent
  | MediaEvent
  | MediaDue
  | QualityEvent
  | EnvironmentEvent
  | PhoneEvent
  | PolicyFailed
  | SourceFailed

export type EventOf<Type extends CallEvent['type']> = Extract<CallEvent, { type: Type }>
