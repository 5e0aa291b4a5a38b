/** What a black box yields: all that went into a call, and when. Plain JSON; secrets and numbers are replaced. */
import type { CallEvent } from '../call/event'
import type { Session } from '../call/session'

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

/** No event of ours is deeper; what a page makes up may be. */
export const DEEPEST = 8

const BEYOND_ASCII = /[\u0080-\uffff]/

/** The length of a value as JSON in UTF-8, where a unit of UTF-16 takes one byte to U+007F, two to U+07FF, else three. */
export const jsonBytes = (value: object): number => {
  const json = JSON.stringify(value)
  if (!BEYOND_ASCII.test(json)) return json.length
  let bytes = json.length
  for (let index = 0; index < json.length; index += 1) {
    const unit = json.charCodeAt(index)
    if (unit > 0x7f) bytes += unit > 0x7ff ? 2 : 1
  }
  return bytes
}
