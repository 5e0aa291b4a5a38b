import type { Observable, OperatorFunction } from 'rxjs'
import type { Phase } from '../session/phase'
import type { Session } from '../session/session'
import { whileSession } from './while-session'

/**
 * Subscribes to `project` each time the session enters `phase`, and lets go of it when the phase is left.
 * Changes within the phase do not start it again.
 */
export const whilePhase = <Value>(
  phase: Phase | readonly Phase[],
  project: () => Observable<Value>,
): OperatorFunction<Session, Value> =>
  whileSession(
    (session) => (typeof phase === 'string' ? session.phase === phase : phase.includes(session.phase)),
    project,
  )
