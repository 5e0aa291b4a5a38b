import type { CallEvent } from '../events/event'
import type { Session } from './session'

/** One step of a call: what happened, and the session before and after. `from === to` when nothing changed. */
export interface Transition {
  readonly event: CallEvent
  readonly from: Session
  readonly to: Session
  /** Epoch milliseconds. */
  readonly at: number
}
