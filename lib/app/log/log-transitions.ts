import { filter, map, Observable, Subject } from 'rxjs'
import { createRedact } from '../../recording/redact'
import type { CallEvent } from '../../call/event'
import { isUnknownStatus } from '../../call/media'
import type { Transition } from '../../call/step'
import { inBatches } from './in-batches'
import { entryOf, type LogEntry, type LogSink } from './log-entry'

/** Where the log goes when no sink of one's own is set. */
export interface LogBooks {
  /** Uploaded when the customer complains: everything. */
  readonly local: (text: string) => void
  /** Read at once by the developers: phases and failures. */
  readonly realtime: (text: string) => void
}

/** A realtime entry gathers at least 5 s, and holds 5 KB and 200 calls at most; a local call 100 KB. */
const REALTIME = { ms: 5_000, bytes: 5_000 }
const LOCAL = { ms: 5_000, bytes: 50_000 }

/** A code that nobody knows is told once in each call: WeChat may have a new one. */
const createNews = (): ((event: CallEvent) => boolean) => {
  const told = new Set<string>()
  return (event) => {
    if (event.type === 'intent/startCall') told.clear()
    if (!isUnknownStatus(event)) return false
    const name = `${event.type} ${String(event.code)}`
    const isNews = !told.has(name)
    told.add(name)
    return isNews
  }
}

/** Writes the log of a call while subscribed; what is collected is written when the transitions complete. */
export const logTransitions = (
  transition$: Observable<Transition>,
  to: LogSink | LogBooks,
  harmless?: () => readonly string[],
): Observable<unknown> => {
  const redact = createRedact(harmless)
  const isNews = createNews()
  const entry$ = transition$.pipe(map((transition) => entryOf(transition, redact, isNews(transition.event))))
  if (typeof to === 'function') return entry$.pipe(map(to))
  return new Observable((writing) => {
    const shared$ = new Subject<LogEntry>()
    const local$ = shared$.pipe(map(({ level, line }) => `${level} ${line}`))
    const realtime$ = shared$.pipe(
      filter(({ level }) => level !== 'debug'),
      map(({ line }) => line),
    )
    writing.add(local$.pipe(inBatches(LOCAL)).subscribe(to.local))
    writing.add(realtime$.pipe(inBatches(REALTIME)).subscribe(to.realtime))
    writing.add(entry$.subscribe(shared$))
  })
}
