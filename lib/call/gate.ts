/** Asks the phone before a call is dialled: whether it can. The answer is an event, as everything is. */
import { catchError, concat, defer, distinctUntilChanged, EMPTY, map, type Observable, of, switchMap, take } from 'rxjs'
import type { ErrorCode } from '../errors/codes'
import type { CallEvent } from '../events/event'
import type { Dialling, Session } from '../session/session'
import { failed } from './sources'

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

const answered = (callId: string, obstacle: Obstacle | null): CallEvent => {
  if (obstacle === null) return { type: 'phone/ready', callId }
  const { code, cause } = obstacle
  return { type: 'phone/unready', callId, code, ...(cause === undefined ? {} : { cause }) }
}

const ask = (readiness: AskReadiness, dialling: Dialling): Observable<CallEvent> =>
  concat(
    defer(() => readiness(dialling)),
    of(null),
  ).pipe(
    take(1),
    map((obstacle) => answered(dialling.callId, obstacle)),
    catchError((error: unknown) => of(failed('readiness', error), answered(dialling.callId, null))),
  )

/** One question for each call that waits for the phone, and none any more when it waits no longer. */
export const gate = (readiness: AskReadiness, session$: Observable<Session>): Observable<CallEvent> =>
  session$.pipe(
    map((session) => (session.phase === 'dialling' && session.awaiting === 'phone' ? session : null)),
    distinctUntilChanged((before, now) => before?.callId === now?.callId),
    switchMap((dialling) => (dialling === null ? EMPTY : ask(readiness, dialling))),
  )
