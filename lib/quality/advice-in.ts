import { distinctUntilChanged, map, type Observable } from 'rxjs'
import type { Advice } from '../events/event'
import type { Session } from '../session/session'

/** What the people of a call should know about their media; empty: all is well. */
export const adviceIn = (session$: Observable<Session>): Observable<readonly Advice[]> =>
  session$.pipe(
    map(({ quality }) => quality.advice),
    distinctUntilChanged(),
  )
