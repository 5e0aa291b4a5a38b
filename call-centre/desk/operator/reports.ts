/** Asks again and again for the figures of today, and for those of a day that was chosen. */
import { distinctUntilChanged, EMPTY, filter, from, map, merge, type Observable, switchMap, timer } from 'rxjs'
import type { Board } from '../../server/history-messages'
import { ask } from '../shared/account'
import type { ReportEvent } from './state'

const AGAIN_MS = 10_000

/** `day$`: what is chosen; null is today. What the centre does not answer is asked again with the next turn. */
export const reports = (day$: Observable<string | null>, answerOf: typeof ask = ask): Observable<ReportEvent> => {
  const told = (day: string | null): Observable<ReportEvent> =>
    timer(0, AGAIN_MS).pipe(
      switchMap(() => from(answerOf('GET', day === null ? '/api/report' : `/api/report?day=${day}`))),
      filter(({ status }) => status === 200),
      map(({ body }) => ({ type: 'report/told', day, board: body as Board })),
    )
  // Also one that is over: a call counts on the day on which it began.
  const chosen$ = day$.pipe(
    distinctUntilChanged(),
    switchMap((day) => (day === null ? EMPTY : told(day))),
  )
  return merge(told(null), chosen$)
}
