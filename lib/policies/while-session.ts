import { distinctUntilChanged, EMPTY, type Observable, type OperatorFunction, pipe, switchMap } from 'rxjs'
import type { Session } from '../session/session'
import { inTurn } from './turn'

/**
 * Subscribes to `project` each time the session comes to fit `applies`, and lets go when it fits no more: also of what
 * `project` has emitted in the same moment, which therefore comes one turn later.
 */
export const whileSession = <Value>(
  applies: (session: Session) => boolean,
  project: () => Observable<Value>,
): OperatorFunction<Session, Value> =>
  pipe(
    distinctUntilChanged((before, now) => before === now, applies),
    switchMap((session) => (applies(session) ? project().pipe(inTurn()) : EMPTY)),
  )
