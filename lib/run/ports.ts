/** What a call is made with. */
import type { Observable } from 'rxjs'
import type { EnvironmentEvent, MediaEvent } from '../call/event'
import type { Sample } from '../call/quality'
import type { Dialling } from '../call/session'
import type { ErrorCode } from '../errors/codes'
import type { Link } from '../link/gateway'
import type { Policy } from '../policies/policy'
import type { StatusCodes } from '../status-codes/status-codes'

/** Why this phone cannot call. */
export interface Obstacle {
  readonly code: ErrorCode
  /** The words of the system, without secrets. */
  readonly cause?: string
}

/**
 * What is in the way of this call, or `null`: its first value counts. It may ask the customer and take its time; it is
 * unsubscribed when the customer hangs up. One that fails, or ends without a value, is in nobody's way.
 */
export type AskReadiness = (dialling: Dialling) => Observable<Obstacle | null>

export interface CallPorts {
  readonly link: Link
  /** What the media tags report. */
  readonly media$: Observable<MediaEvent>
  /** What the phone reports. */
  readonly environment$: Observable<EnvironmentEvent>
  /** Asked before each call is dialled. Default: nothing is asked, and the call centre hears of a call at once. */
  readonly readiness?: AskReadiness
  /** What the media tags measure. Default: nothing, and then nothing is advised. */
  readonly sample$?: Observable<Sample>
  /**
   * The time of every session and event, in epoch milliseconds. Give a clock that nobody sets, and a step of the
   * machine's clock changes no duration: `wxNow` on a phone, `() => performance.timeOrigin + performance.now()` in Node
   * and browsers. Default: the time of RxJS's scheduler, which is the machine's clock, and virtual time in a spec.
   */
  readonly now?: () => number
}

export interface CallOptions {
  /** Policies in force from the beginning. Default: none. */
  readonly policies?: readonly Policy[]
  /** Asked at each code that a media tag tells, so that it may change while the call goes on. Default: nothing. */
  readonly statusCodes?: () => StatusCodes
  /** Names in the context of a call that a recording may show with what stands under them. Default: none. */
  readonly harmlessContext?: () => readonly string[]
  /** Whether media that failed are tried again in their time. Default true; `false` for a replay, which says when. */
  readonly mends?: boolean
}
