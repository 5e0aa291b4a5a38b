/** The browser asks before the page goes away in the middle of a talk, and at no other time. */
import { EMPTY, type Observable, fromEvent, ignoreElements, switchMap, tap } from 'rxjs'

/** Never emits. */
export const askBeforeLeaving = (page: EventTarget, talking$: Observable<boolean>): Observable<never> =>
  talking$.pipe(
    switchMap((talking) => (talking ? fromEvent(page, 'beforeunload') : EMPTY)),
    tap((leaving) => {
      leaving.preventDefault()
    }),
    ignoreElements(),
  )
