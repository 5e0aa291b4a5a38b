/** Looking into the calls that are over: what is sought, and how the centre is asked. */
import {
  EMPTY,
  type Observable,
  type ObservableInput,
  debounceTime,
  defer,
  distinctUntilChanged,
  filter,
  map,
  repeat,
  switchMap,
  takeWhile,
  timer,
} from 'rxjs'
import type { PartOutcome } from '../../server/call-summary'
import type { CallPage, CallStory } from '../../server/history-messages'
import type { CallQuery } from '../../server/records/search-calls'
import { ask, type Reply } from '../shared/account'
import { callsAddress } from '../shared/calls-address'

export interface HistoryWish {
  readonly text: string
  readonly outcome: PartOutcome | ''
  /** The team's calls, for supervisors; otherwise the own ones. */
  readonly team: boolean
}

/** `lost`: the centre did not answer. Null: it is asked. */
type Found = readonly CallStory[] | 'lost' | null

export interface History {
  readonly wish: HistoryWish
  readonly found: Found
}

export interface HistoryEvent {
  readonly type: 'history/found'
  readonly found: Exclude<Found, null>
}

export const noHistory: History = { wish: { text: '', outcome: '', team: false }, found: null }

/** Nothing is sought but the latest calls of this seat. */
export const isAnything = ({ text, outcome, team }: HistoryWish): boolean => text.trim() + outcome === '' && !team

export const queryOf = ({ text, outcome, team }: HistoryWish, seatId: string): CallQuery => ({
  ...(text.trim() === '' ? {} : { words: text.trim() }),
  ...(outcome === '' ? {} : { outcome }),
  ...(team ? {} : { seatId }),
})

const PAUSE_MS = 300
const AGAIN_MS = 5_000

/** What decides the answer: the wish, and whether another call is over or written up. */
interface Looking {
  readonly who: { readonly seatId: string } | null
  readonly welcomed: boolean
  readonly history: History
  readonly records: readonly { readonly sessionId: string }[]
  readonly remark: { readonly sent: boolean } | null
}

type Answer = (method: 'GET', path: string) => ObservableInput<Reply>

/** Asks after each change, once the agent pauses; and until there is an answer. */
export const searchHistory = (state$: Observable<Looking>, answerOf: Answer = ask): Observable<HistoryEvent> => {
  const found = (path: string): Observable<HistoryEvent> =>
    defer(() => answerOf('GET', path)).pipe(
      repeat({ delay: () => timer(AGAIN_MS) }),
      takeWhile(({ status }) => status !== 200, true),
      map(({ status, body }) => ({ type: 'history/found', found: status === 200 ? (body as CallPage).calls : 'lost' })),
    )
  return state$.pipe(
    filter(({ welcomed, remark }) => welcomed && remark?.sent !== false),
    map(({ who, history, records, remark }) => ({ who, wish: history.wish, latest: records[0], remark })),
    distinctUntilChanged((a, b) => a.wish === b.wish && a.latest === b.latest && a.remark === b.remark),
    debounceTime(PAUSE_MS),
    switchMap(({ who, wish }) => (who === null ? EMPTY : found(callsAddress(queryOf(wish, who.seatId))))),
  )
}
