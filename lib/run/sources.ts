/** What a call listens to. A source that fails is named, and takes neither the others nor the call with it. */
import {
  catchError,
  concat,
  defer,
  distinctUntilChanged,
  EMPTY,
  filter,
  map,
  mergeMap,
  type Observable,
  of,
  switchMap,
  take,
  timer,
} from 'rxjs'
import type { CallEvent, MediaDue, MediaEvent, SourceFailed } from '../call/event'
import { mediaWaitMs } from '../call/media'
import { asksPhone, type Dialling, type Session } from '../call/session'
import type { StatusCodes } from '../status-codes/status-codes'
import type { AskReadiness, Obstacle } from './ports'

/** Tells what failed. */
export const failed = (source: SourceFailed['source'], error: unknown): SourceFailed => ({
  type: 'source/failed',
  source,
  message: String(error),
})

/** The same source; its end by a failure is an event. */
export const heard = (source: SourceFailed['source'], event$: Observable<CallEvent>): Observable<CallEvent> =>
  event$.pipe(catchError((error: unknown) => of(failed(source, error))))

const GIVEN_UP: CallEvent = { type: 'line/gaveUp', code: 'NETWORK_LOST' }

/** A line that fails is given up, as one that cannot be reached is, and opened again by the next dialling. */
export const lineEvents = (open: () => Observable<CallEvent>, event$: Observable<CallEvent>): Observable<CallEvent> =>
  defer(open).pipe(
    catchError((error: unknown, again$) =>
      concat(
        of(failed('line', error), GIVEN_UP),
        event$.pipe(
          filter(({ type }) => type === 'intent/startCall'),
          take(1),
          mergeMap(() => again$),
        ),
      ),
    ),
  )

const meant = (event: MediaEvent, { pusher = {}, player = {} }: StatusCodes): MediaEvent => {
  if (event.type === 'pusher/status' || event.type === 'pusher/error') {
    const means = pusher[event.code]
    return means === undefined ? event : { ...event, means }
  }
  if (event.type !== 'player/status') return event
  const means = player[event.code]
  return means === undefined ? event : { ...event, means }
}

/**
 * What a code was told to mean is recorded with it: a recording replays without these tables. An app's own tables that
 * fail must not take the media with them: then a code means what it means without.
 */
export const withStatusCodes = (media$: Observable<MediaEvent>, codes?: () => StatusCodes): Observable<MediaEvent> =>
  codes === undefined
    ? media$
    : media$.pipe(
        map((event) => {
          try {
            return meant(event, codes())
          } catch {
            return event
          }
        }),
      )

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

const askedFor = (session: Session): string | null => (asksPhone(session) ? session.callId : null)

/** One question for each call that waits for the phone, and none any more when it waits no longer. */
export const phoneAnswers = (readiness: AskReadiness, session$: Observable<Session>): Observable<CallEvent> =>
  session$.pipe(
    distinctUntilChanged((before, now) => before === now, askedFor),
    switchMap((session) => (asksPhone(session) ? ask(readiness, session) : EMPTY)),
  )

const DUE: MediaDue = { type: 'media/due' }

const due = (ms: number | null): Observable<MediaDue> =>
  ms === null
    ? EMPTY
    : timer(ms).pipe(
        switchMap(() => timer(0)),
        map(() => DUE),
      )

/** When media that failed are due again. What the phone or the server says in the same moment goes first. */
export const mediaDues = (session$: Observable<Session>): Observable<CallEvent> =>
  session$.pipe(
    distinctUntilChanged((before, now) => before === now, mediaWaitMs),
    switchMap((session) => due(mediaWaitMs(session))),
  )
