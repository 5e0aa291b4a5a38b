/** What a log-in yields, and where it is kept. */
import { BehaviorSubject, defer, distinctUntilChanged, type Observable, scan } from 'rxjs'

export interface Ticket {
  readonly sdkAppId: string
  readonly userId: string
  /** The credential. It is kept in storage only and never logged. */
  readonly token: string
  /** Epoch milliseconds. */
  readonly expiresAt: number
}

export interface TicketStore {
  read(): unknown
  write(ticket: Ticket | null): void
}

export interface Tickets {
  /** The valid log-in now, or `null`. */
  current(): Ticket | null
  /** The last log-in of this sdkAppId since the last `drop`, also one that has expired or was refused. */
  latest(): Ticket | null
  keep(ticket: Ticket): void
  /** Forgets the log-in: the customer logged out. */
  readonly drop: () => void
  /** Forgets the credential: the server does not take it any more. That there was a log-in, which has expired, stays known. */
  readonly refuse: () => void
  /** The sdkAppId has changed: a log-in counts for one only. */
  recheck(): void
  /** Now, and after each change and each `recheck`. */
  readonly ticket$: Observable<Ticket | null>
  /** The credential for the signalling link, now and after each change. */
  readonly token$: Observable<string | null>
}

/** A log-in that ends within this time is not begun with. */
const MARGIN_MS = 60_000

/** The characters that PROTOCOL.md §2 allows: others would not fit into the opening of a socket. */
const TOKEN = /^[\w.-]+$/

export const isTicket = (value: unknown): value is Ticket => {
  if (typeof value !== 'object' || value === null) return false
  const { sdkAppId, userId, token, expiresAt } = value as Partial<Record<keyof Ticket, unknown>>
  const words = [sdkAppId, userId, token].every((word) => typeof word === 'string')
  return words && TOKEN.test(String(token)) && typeof expiresAt === 'number'
}

const lasts = (ticket: Ticket | null): boolean => ticket !== null && ticket.expiresAt - Date.now() > MARGIN_MS

/** Its credential is worth nothing any more, and is forgotten. */
const refused = (ticket: Ticket | null): Ticket | null => ticket && { ...ticket, token: '', expiresAt: 0 }

/** Storage is read at the first use, not when the package is loaded. */
export const createTickets = (store: TicketStore, sdkAppId: () => string | null): Tickets => {
  let changes$: BehaviorSubject<Ticket | null> | null = null
  const state = () => {
    if (changes$ === null) {
      const stored = store.read()
      changes$ = new BehaviorSubject(isTicket(stored) ? stored : null)
    }
    return changes$
  }
  const own = (ticket: Ticket | null) => (ticket?.sdkAppId === sdkAppId() ? ticket : null)
  const valid = (ticket: Ticket | null) => (lasts(ticket) ? own(ticket) : null)
  // A call does not end because its log-in grew old (PROTOCOL.md §3.4): its age counts for the opening of a line only.
  const tokenFor = (opened: string | null, ticket: Ticket | null): string | null => {
    const usable = opened !== null ? own(ticket) : valid(ticket)
    return usable === null || usable.token === '' ? null : usable.token
  }
  const set = (ticket: Ticket | null) => {
    store.write(ticket?.token === '' ? null : ticket)
    state().next(ticket)
  }
  return {
    current: () => valid(state().value),
    latest: () => own(state().value),
    keep: set,
    drop: () => {
      set(null)
    },
    refuse: () => {
      set(refused(own(state().value)))
    },
    recheck: () => {
      if (changes$ !== null) changes$.next(changes$.value)
    },
    ticket$: defer(state),
    token$: defer(() => state().pipe(scan(tokenFor, null as string | null), distinctUntilChanged())),
  }
}
