/** What a black box yields: all that went into a call, and when. Plain JSON; secrets and numbers are replaced. */
import type { CallEvent } from '../events/event'
import type { Session } from '../session/session'

export const FORMAT = 'tccc-wx-sdk/recording'
export const VERSION = 1

export interface Recorded {
  /** Milliseconds after `startedAt`. */
  readonly at: number
  readonly event: CallEvent
}

export interface Recording {
  readonly format: typeof FORMAT
  readonly version: typeof VERSION
  /** Epoch milliseconds of the first event that was ever recorded. */
  readonly startedAt: number
  /** How many events before the first of `events` have made room for later ones. */
  readonly dropped: number
  /** The session before the first of `events`. */
  readonly initial: Session
  readonly events: readonly Recorded[]
}
