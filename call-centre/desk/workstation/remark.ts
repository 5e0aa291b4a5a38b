/** How what the agent writes of a talk changes: one remark at a time, of the talk at hand or of the one before. */
import { EMPTY, type Observable, debounceTime, distinctUntilChanged, filter, map, merge, switchMap, timer } from 'rxjs'
import type { Remark } from '../../server/desk-messages'
import type { NotesEvent } from './events'
import type { Workstation } from './state'
import { whenChanged } from './when-changed'

/** So long after the last key the centre keeps what was typed. */
const PAUSE_MS = 800

type Changed = Pick<Workstation, 'remark'>

export const withNotes = ({ remark }: Workstation, notes: string): Changed => ({
  remark: remark && { ...remark, notes, sent: false },
})

export const withDisposition = ({ remark }: Workstation, disposition?: string): Changed => {
  if (!remark) return { remark }
  const { sessionId, notes } = remark
  return { remark: { sessionId, notes, ...(disposition === undefined ? {} : { disposition }), sent: true } }
}

/** The centre is told now, where it was not yet. */
export const handedOver = ({ remark }: Workstation): Changed => ({
  remark: remark?.sent === false ? { ...remark, sent: true } : remark,
})

/** What is said anew on another link: the last one may have taken it with it. */
export const saidAgain = ({ remark }: Workstation): Changed => ({ remark: remark && { ...remark, sent: true } })

/** What this page has written of a talk counts for more than what the centre knows of it; another talk begins anew. */
export const remarkFor = ({ remark }: Workstation, sessionId: string, told: Remark): Changed => {
  if (remark?.sessionId !== sessionId) return { remark: { sessionId, ...told, sent: true } }
  const isSame = remark.notes === told.notes && remark.disposition === told.disposition
  return { remark: isSame ? remark : { ...remark, sent: true } }
}

/** Emits when nothing was typed for a moment and the centre does not know it yet. */
const notesPause = (state$: Observable<Workstation>): Observable<NotesEvent> =>
  state$.pipe(
    map(({ remark }) => remark),
    distinctUntilChanged(),
    debounceTime(PAUSE_MS),
    filter((remark) => remark?.sent === false),
    map(() => ({ type: 'notes/paused' })),
  )

/** Emits when the time to write up is over: what was typed to the last moment goes out before the centre files the record. */
const wrapUpLimit = (state$: Observable<Workstation>): Observable<NotesEvent> =>
  whenChanged(state$, ({ call }) => (call?.phase === 'wrapUp' ? call : null)).pipe(
    switchMap((call) => (call === null ? EMPTY : timer(call.limitMs))),
    map(() => ({ type: 'notes/limit' })),
  )

/** What is told of the notes without a click. */
export const writing = (state$: Observable<Workstation>): Observable<NotesEvent> =>
  merge(notesPause(state$), wrapUpLimit(state$))
