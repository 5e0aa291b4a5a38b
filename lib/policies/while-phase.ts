import { distinctUntilChanged, EMPTY, map, type Observable, type OperatorFunction, pipe, switchMap } from 'rxjs'
import type { Phase } from '../session/phase'
import type { Session } from '../session/session'

/**
 * Subscribes to `project` each time the session enters `phase`, and lets go of it when the phase is left.
 * Changes within the phase do not start it again.
 */
export const whilePhase = <Value>(
  phase: Phase | readonly Phase[],
  project: () => Observable<Value>,
): OperatorFunction<Session, Value> =>
  pipe(
    map((session) => (typeof phase === 'string' ? session.phase === phase : phase.includes(session.phase))),
    distinctUntilChanged(),
    switchMap((inPhase) => (inPhase ? project() : EMPTY)),
  )
