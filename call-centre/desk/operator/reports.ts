/** Asks for the figures of today, again and again, and for those of a day that was chosen. */
import { distinctUntilChanged, filter, from, map, merge, type Observable, switchMap, timer } from 'rxjs'
import type { Board } from '../../server/history-messages'
import { ask } from '../shared/account'
import type { ReportEvent } from './state'

const AGAIN_MS = 10_000

/** `day$`: what is chosen; null is today. What the centre does not answer is asked again with the next turn. */
export const reports = (day$: Observable<string | null>, answerOf: typeof ask = ask): Observable<ReportEvent> => {
  const told = (day: string | null): Observable<ReportEvent> =>
    from(answerOf('GET', day === null ? '/api/report' : `/api/report?day=${day}`)).pipe(
      filter(({ status }) => status === 200),
      map(({ body }) => ({ type: 'report/told', day, board: body as Board })),
    )
  const chosen$ = day$.pipe(
    distinctUntilChanged(),
    filter((day) => day !== null),
    switchMap(told),
  )
  return merge(timer(0, AGAIN_MS).pipe(switchMap(() => told(null))), chosen$)
}
