/** What a log-in yields, where it is kept, and for whom and how long it counts. */
import { BehaviorSubject, defer, distinctUntilChanged, map, type Observable } from 'rxjs'
import type { Clock } from '../../wx/clock'
import type { Store } from '../../wx/storage'

/** To whom a log-in belongs: nobody else is shown its credential. */
export interface Owner {
  readonly sdkAppId: string | null
  /** The host or the gateway that gave it; absent: the host of the guide. */
  readonly issuer?: string | undefined
}

export interface Ticket extends Owner {
  readonly sdkAppId: string
  readonly userId: string
  /** The credential. It is kept in storage only and never logged. */
  readonly token: string
  /** Epoch milliseconds, on the clock of this phone where the call centre says how long it lasts. */
  readonly expiresAt: number
}

export interface TicketPorts {
  readonly store: Store
  /** Whose log-in counts now. */
  readonly owner: () => Owner
  readonly clock: Clock
}

/** A ticket, and when it ends on the clock that no step of the phone's clock changes. */
interface Held {
  readonly ticket: Ticket
  readonly endsAt: number
}

/** A log-in that ends within this time is not begun with. */
export const MARGIN_MS = 60_000

/** The characters that PROTOCOL.md §2 allows: others would not fit into the opening of a socket. */
const TOKEN = /^[\w.-]+$/

export const isTicket = (value: unknown): value is Ticket => {
  if (typeof value !== 'object' || value === null) return false
  const { sdkAppId, issuer = '', userId, token, expiresAt } = value as Partial<Record<keyof Ticket, unknown>>
  const words = [sdkAppId, issuer, userId, token].every((word) => typeof word === 'string')
  return words && TOKEN.test(String(token)) && typeof expiresAt === 'number'
}

export class Tickets {
  /** Storage is read at the first use, not when the package is loaded. */
  private held$: BehaviorSubject<Held | null> | null = null

  /** Now, and after each change and each `recheck`. */
  readonly ticket$: Observable<unknown> = defer(() => this.state())
  /**
   * The credential for the signalling link, now and after each change, however old it looks: what the phone knows of its
   * age is a hint, and the call centre decides (4401). `null`: nobody is logged in.
   */
  readonly token$: Observable<string | null> = defer(() =>
    this.state().pipe(
      map((held) => this.own(held)?.ticket.token ?? ''),
      map((token) => (token === '' ? null : token)),
      distinctUntilChanged(),
    ),
  )

  constructor(private readonly ports: TicketPorts) {}

  /** The log-in now, if it has not run out as far as this phone can tell, or `null`. */
  current(): Ticket | null {
    return this.leftMs() > MARGIN_MS ? this.latest() : null
  }

  /** The last log-in of this owner since the last `drop`, also one that has expired or was refused. */
  latest(): Ticket | null {
    return this.own(this.state().value)?.ticket ?? null
  }

  /** For how long the latest one lasts; below 0: it has expired. Without one 0. */
  leftMs(): number {
    const held = this.own(this.state().value)
    return held === null ? 0 : held.endsAt - this.ports.clock()
  }

  /** `livesMs`: counted from now on. Default: what the phone's clock says of its `expiresAt`. */
  keep(ticket: Ticket, livesMs?: number): void {
    this.set(this.holding(ticket, livesMs))
  }

  /** Forgets the log-in: the customer logged out. */
  drop(): void {
    this.set(null)
  }

  /** Forgets the credential: the server does not take it any more. That there was a log-in, which has expired, stays known. */
  refuse(): void {
    const ticket = this.latest()
    this.set(ticket && { ticket: { ...ticket, token: '' }, endsAt: this.ports.clock() })
  }

  /** The owner has changed. */
  recheck(): void {
    this.held$?.next(this.held$.value)
  }

  private holding(ticket: Ticket, livesMs = ticket.expiresAt - Date.now()): Held {
    return { ticket, endsAt: this.ports.clock() + livesMs }
  }

  private state(): BehaviorSubject<Held | null> {
    if (this.held$ === null) {
      const stored = this.ports.store.read()
      this.held$ = new BehaviorSubject(isTicket(stored) ? this.holding(stored) : null)
    }
    return this.held$
  }

  private own(held: Held | null): Held | null {
    const { sdkAppId, issuer } = this.ports.owner()
    return held?.ticket.sdkAppId === sdkAppId && held.ticket.issuer === issuer ? held : null
  }

  private set(held: Held | null): void {
    this.ports.store.write(held?.ticket.token === '' ? null : (held?.ticket ?? null))
    this.state().next(held)
  }
}
