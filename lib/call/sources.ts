/** What a call listens to. A source that fails is named, and takes neither the others nor the call with it. */
import { catchError, concat, defer, filter, merge, type Observable, of, switchMap, take } from 'rxjs'
import type { CallEvent, EnvironmentEvent, MediaEvent, QualityEvent, SourceFailed } from '../events/event'

export interface Sources {
  readonly openLine: () => Observable<CallEvent>
  readonly media$: Observable<MediaEvent>
  readonly environment$: Observable<EnvironmentEvent>
  readonly quality$: Observable<QualityEvent>
  /** What is handled. */
  readonly event$: Observable<CallEvent>
}

/** Tells which stream failed. */
export const failed = (source: SourceFailed['source'], error: unknown): Observable<CallEvent> =>
  of({ type: 'source/failed', source, message: String(error) })

const gaveUp$ = of<CallEvent>({ type: 'line/gaveUp', code: 'NETWORK_LOST' })

/** A line that failed is opened again by the next dialling, as one that was given up is. */
export const listen = ({ openLine, media$, environment$, quality$, event$ }: Sources): Observable<CallEvent> =>
  merge(
    environment$.pipe(catchError((error: unknown) => failed('environment', error))),
    media$.pipe(catchError((error: unknown) => failed('media', error))),
    quality$.pipe(catchError((error: unknown) => failed('media', error))),
    defer(openLine).pipe(
      catchError((error: unknown, again$) =>
        concat(
          failed('line', error),
          gaveUp$,
          event$.pipe(
            filter(({ type }) => type === 'intent/startCall'),
            take(1),
            switchMap(() => again$),
          ),
        ),
      ),
    ),
  )
