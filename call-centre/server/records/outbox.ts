import { catchError, concat, EMPTY, mergeMap, Observable, Subject, Subscription } from 'rxjs'
import { limits } from '../limits'
import type { Clock } from '../sessions/clock'
import type { Observe } from '../observe/events'
import type { Post } from '../state/post'
import type { Shelf } from '../state/shelf'
import type { RecordBook, RecordEntry } from './record-book'
import type { Letter, Webhook } from './webhook'

/** How long it is tried; then it is a dead letter. */
const patienceMs = 86_400_000
const firstPauseMs = 1_000
const longestPauseMs = 600_000

/** A record on its way to the company's back end. */
interface Delivery {
  readonly attempts: number
  /** Moments of the centre's clock. */
  readonly since: number
  readonly dueAt: number
}

/** A record that was not taken in a day. */
export interface DeadLetter {
  readonly sessionId: string
  readonly attempts: number
  /** Epoch milliseconds. */
  readonly givenUpAt: number
}

interface Parts {
  /** Absent: nobody wants records. */
  readonly webhook: Webhook | undefined
  readonly book: Pick<RecordBook, 'find'>
  readonly clock: Clock
  readonly shelf: Shelf
  readonly post: Post
  readonly log: (line: string) => void
  /** Hears of each attempt. */
  readonly observe: Observe
}

/**
 * Brings records to the company's back end, each at least once and a few at a time; it goes on where the process before it
 * ended. What is not taken is tried again after 1 s, 2 s, 4 s … at most 10 min, for a day; then it is a dead letter.
 */
export class Outbox {
  private readonly deliveries: Map<string, Delivery>
  private readonly dead: Map<string, Omit<DeadLetter, 'sessionId'>>
  private readonly due$ = new Subject<string>()
  private readonly working: Subscription

  constructor(private readonly parts: Parts) {
    const { shelf, webhook } = parts
    this.deliveries = new Map(shelf.all('delivery') as ReadonlyMap<string, Delivery>)
    this.dead = new Map(shelf.all('deadLetter') as ReadonlyMap<string, Omit<DeadLetter, 'sessionId'>>)
    this.working = webhook
      ? this.due$.pipe(mergeMap((sessionId) => this.bring(webhook, sessionId), limits.recordsInFlight)).subscribe()
      : Subscription.EMPTY
    for (const [sessionId, { dueAt }] of this.deliveries) this.wait(sessionId, dueAt)
  }

  /** Brings the record of a call as soon as it is kept. */
  add(sessionId: string): void {
    if (!this.isOpen()) return
    const now = this.parts.clock.now()
    this.note(sessionId, { attempts: 0, since: now, dueAt: now })
  }

  /** How many are on their way. */
  waiting(): number {
    return this.deliveries.size
  }

  /** The latest last. */
  deadLetters(): readonly DeadLetter[] {
    return [...this.dead].map(([sessionId, letter]) => ({ sessionId, ...letter }))
  }

  /** Whether anybody wants records now; without that a dead letter that is revived would be lost. */
  isOpen(): boolean {
    return !this.working.closed
  }

  /** Begins anew with a dead letter. False: there is none of this call. */
  revive(sessionId: string): boolean {
    if (!this.isOpen() || !this.bury(sessionId)) return false
    this.add(sessionId)
    return true
  }

  /** The record is not for the back end any more; it stays in the book. False: there is no dead letter of this call. */
  drop(sessionId: string): boolean {
    return this.bury(sessionId)
  }

  /** Nobody is to hear of this call any more. */
  forget(sessionId: string): void {
    this.arrived(sessionId)
    this.bury(sessionId)
  }

  /** Calls off what is under way. */
  stop(): void {
    this.working.unsubscribe()
  }

  private note(sessionId: string, delivery: Delivery): void {
    this.deliveries.set(sessionId, delivery)
    this.parts.shelf.put('delivery', sessionId, () => delivery)
    // An attempt that is not kept could be made for ever.
    this.parts.post.send(() => {
      this.wait(sessionId, delivery.dueAt)
    })
  }

  private wait(sessionId: string, dueAt: number): void {
    const { clock } = this.parts
    clock.after(Math.max(0, dueAt - clock.now()), () => {
      this.due$.next(sessionId)
    })
  }

  private bring(webhook: Webhook, sessionId: string): Observable<unknown> {
    const delivery = this.deliveries.get(sessionId)
    const entry = this.parts.book.find(sessionId)
    const { observe } = this.parts
    const arrived$ = new Observable<never>((done) => {
      this.arrived(sessionId)
      if (entry) observe({ type: 'record', result: 'taken', sessionId })
      done.complete()
    })
    if (!delivery || !entry) return arrived$
    return concat(webhook(letterOf(entry)), arrived$).pipe(
      catchError(() => {
        observe({ type: 'record', result: 'failed', sessionId })
        this.failed(sessionId, delivery)
        return EMPTY
      }),
    )
  }

  private arrived(sessionId: string): void {
    this.deliveries.delete(sessionId)
    this.parts.shelf.remove('delivery', sessionId)
  }

  private failed(sessionId: string, { attempts, since }: Delivery): void {
    const pauseMs = Math.min(longestPauseMs, firstPauseMs * 2 ** Math.min(attempts, 20))
    const dueAt = this.parts.clock.now() + pauseMs
    if (!this.deliveries.has(sessionId)) return
    if (dueAt - since > patienceMs) this.giveUp(sessionId, attempts + 1)
    else this.note(sessionId, { attempts: attempts + 1, since, dueAt })
  }

  private giveUp(sessionId: string, attempts: number): void {
    const letter = { attempts, givenUpAt: this.parts.clock.date() }
    this.arrived(sessionId)
    this.dead.set(sessionId, letter)
    this.parts.shelf.put('deadLetter', sessionId, () => letter)
    const tooMany = Math.max(0, this.dead.size - limits.deadLetters)
    for (const oldest of [...this.dead.keys()].slice(0, tooMany)) this.bury(oldest)
    this.parts.log('A call record was not taken by cdrPushUrl for a day: it is a dead letter, and stays at /records.')
  }

  private bury(sessionId: string): boolean {
    this.parts.shelf.remove('deadLetter', sessionId)
    return this.dead.delete(sessionId)
  }
}

/** The vendor pushes video calls in a shape of their own; what is ours in a record stands beside it here, too. */
function letterOf({ record, summary }: RecordEntry): Letter {
  const { SessionId, StartTimestamp, RingTimestamp, AcceptTimestamp, EndedTimestamp, Duration } = record
  if (summary.media !== 'video') return { id: SessionId, action: 'cdr', body: record }
  const { EndStatusString, SeatUser, UserRemark, CallId, Disposition, CallerPhoneNumber } = record
  const body = {
    ...{ SessionId, StartTimestamp, RingTimestamp, AcceptTimestamp, EndedTimestamp, Duration },
    ...{ EndStatusString, SeatUser, UserRemark, CallId, Disposition },
    ...(CallerPhoneNumber === undefined ? {} : { CallerPhoneNumber }),
    QueuedSkillGroupName: '',
    UserId: record.Caller,
    UserNickName: record.CallerNickName ?? '',
    ClientData: record.Uui,
    ...(record.Texts === undefined ? {} : { Texts: record.Texts }),
    ...(record.PlaceKept === undefined ? {} : { PlaceKept: record.PlaceKept }),
    ...(record.PlaceOf === undefined ? {} : { PlaceOf: record.PlaceOf }),
    ...(record.Rating === undefined ? {} : { Rating: record.Rating }),
  }
  return { id: SessionId, action: 'videoCdr', body }
}
