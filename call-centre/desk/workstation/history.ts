/** Looking into the calls that are over: what is sought, and how the centre is asked. */
import { EMPTY, type Observable, debounceTime, distinctUntilChanged, filter, from, map, switchMap } from 'rxjs'
import type { PartOutcome } from '../../server/desk-messages'
import type { CallPage, CallStory } from '../../server/history-messages'
import { ask } from '../shared/account'

export interface HistoryWish {
  readonly text: string
  readonly outcome: PartOutcome | ''
  /** The team's calls, for supervisors; otherwise the own ones. */
  readonly team: boolean
}

export interface History {
  readonly wish: HistoryWish
  /** Null: not asked yet, or the centre has not answered. */
  readonly found: readonly CallStory[] | null
}

export interface HistoryEvent {
  readonly type: 'history/found'
  readonly found: readonly CallStory[] | null
}

export const noHistory: History = { wish: { text: '', outcome: '', team: false }, found: null }

/** `as`: `.csv` for a spreadsheet. */
export const historyAddress = ({ text, outcome, team }: HistoryWish, seatId: string, as: '' | '.csv'): string => {
  const query = new URLSearchParams(team ? {} : { seatId })
  if (text.trim() !== '') query.set('words', text.trim())
  if (outcome !== '') query.set('outcome', outcome)
  return `/api/calls${as}?${query.toString()}`
}

const PAUSE_MS = 300

/** What decides the answer: the wish, and whether another call is over or written up. */
interface Looking {
  readonly who: { readonly seatId: string } | null
  readonly welcomed: boolean
  readonly history: History
  readonly records: readonly { readonly sessionId: string }[]
  readonly remark: { readonly sent: boolean } | null
}

/** Asks after each change, and once the agent pauses. */
export const searchHistory = (state$: Observable<Looking>, answerOf: typeof ask = ask): Observable<HistoryEvent> =>
  state$.pipe(
    filter(({ welcomed, remark }) => welcomed && remark?.sent !== false),
    map(({ who, history, records, remark }) => ({ who, wish: history.wish, latest: records[0], remark })),
    distinctUntilChanged((a, b) => a.wish === b.wish && a.latest === b.latest && a.remark === b.remark),
    debounceTime(PAUSE_MS),
    switchMap(({ who, wish }) => (who === null ? EMPTY : from(answerOf('GET', historyAddress(wish, who.seatId, ''))))),
    map(({ status, body }) => ({
      type: 'history/found',
      found: status === 200 ? (body as CallPage).calls : null,
    })),
  )
