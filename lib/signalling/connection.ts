/** One socket of a link, from its opening to its loss: PROTOCOL.md §3.1 to §3.3. */
import {
  asyncScheduler,
  debounceTime,
  interval,
  type Observable,
  type Observer,
  startWith,
  Subject,
  Subscription,
  takeUntil,
  timer,
} from 'rxjs'
import { decode, encodeAck, encodeHeartbeat, type Incoming } from './codec'
import type { ConnectionEvent, Welcome } from './connection-event'
import type { Sequence } from './sequence'
import type { Socket, SocketClosed, SocketEvent } from './socket'

const WELCOME_MS = 10_000
const PROBE_MS = 3_000
const PROTOCOL_ERROR = 4400
const SILENT = 4408
const BEFORE_WELCOME: readonly Incoming['type'][] = ['link/welcome', 'link/goAway', 'link/invalid']

export class Connection {
  private readonly work = new Subscription()
  private readonly heard$ = new Subject<void>()
  private readonly welcomed$ = new Subject<void>()
  /** Whether messages may go out. */
  private ready = false
  private welcomed = false
  private over = false
  private probing = false
  private sentBeforeBeat = 0
  private heardAt = asyncScheduler.now()
  private silenceMs = WELCOME_MS
  private spreadMs: number | undefined

  constructor(
    private readonly socket: Socket,
    private readonly sequence: Sequence,
    private readonly resuming: boolean,
    private readonly out: Pick<Observer<ConnectionEvent>, 'next' | 'complete'>,
  ) {}

  /** Listens until the socket is lost, or until the returned subscription is left: then the socket is closed. */
  listen(): Subscription {
    this.work.add(() => {
      if (!this.over) this.socket.close(1000, 'done')
      this.ready = false
      this.over = true
    })
    this.giveUpAt(timer(WELCOME_MS).pipe(takeUntil(this.welcomed$)))
    this.work.add(
      this.socket.event$.subscribe((event) => {
        if (!this.over) this.on(event)
      }),
    )
    return this.work
  }

  /** Sends now when the link may send; otherwise not at all: what is pending is sent as soon as it may. */
  send(frame: string): void {
    if (!this.ready) return
    this.socket.send(frame)
    if (this.isOverdue() && !this.probing) this.probe()
  }

  /** Asks for a sign of life: a socket that stays silent is dead, whatever it says of itself. */
  probe(): void {
    if (!this.ready && this.isOverdue()) this.give(SILENT, 'silent')
    if (!this.ready) return
    this.probing = true
    this.beat()
    this.giveUpAt(timer(PROBE_MS).pipe(takeUntil(this.heard$)))
  }

  private on(event: SocketEvent): void {
    switch (event.type) {
      case 'open':
        if (!this.resuming) this.flush()
        break
      case 'frame':
        this.probing = false
        this.heardAt = asyncScheduler.now()
        this.heard$.next()
        this.hear(decode(event.frame))
        break
      case 'closed':
        this.lost(event)
    }
  }

  /** Numbers mean nothing before the welcome has named their link. */
  private hear(incoming: Incoming): void {
    if (this.welcomed || BEFORE_WELCOME.includes(incoming.type)) this.handle(incoming)
  }

  private handle(incoming: Incoming): void {
    switch (incoming.type) {
      case 'heartbeat':
        this.sequence.cover(incoming.seen)
        // A socket keeps the order, so what was sent before the heartbeat that this answers has been lost.
        if (incoming.seen < this.sentBeforeBeat) this.flush()
        break
      case 'link/ack':
        this.sequence.cover(incoming.seen)
        break
      case 'link/welcome':
        this.welcome(incoming)
        break
      case 'link/goAway':
        this.spreadMs = incoming.spreadMs
        break
      case 'link/invalid':
        this.out.next({ type: 'invalid', reason: incoming.reason })
        break
      case 'invalid':
        this.out.next({ type: 'invalid', reason: incoming.reason })
        // Taken all the same: a message that cannot be mended would come again for ever.
        this.take(incoming.n)
        break
      case 'unknown':
        this.take(incoming.n)
        break
      default:
        this.take(incoming.n, { type: 'message', message: incoming })
    }
  }

  private welcome(welcome: Welcome): void {
    if (this.welcomed) return
    this.welcomed = true
    this.welcomed$.next()
    if (this.resuming && !welcome.resumed) this.sequence.restart()
    this.sequence.cover(welcome.seen)
    this.out.next({ type: 'welcome', welcome })
    if (this.resuming) this.flush()
    this.silenceMs = 2 * welcome.heartbeatMs
    this.giveUpAt(this.heard$.pipe(startWith(undefined), debounceTime(this.silenceMs)))
    this.work.add(
      interval(welcome.heartbeatMs).subscribe(() => {
        this.beat()
      }),
    )
  }

  private flush(): void {
    this.ready = true
    this.sequence.pending().forEach((message) => {
      this.send(JSON.stringify(message))
    })
  }

  private take(n: number | null, event?: ConnectionEvent): void {
    if (n === null) return
    const taken = this.sequence.take(n)
    if (taken === 'gap') {
      this.give(PROTOCOL_ERROR, 'a number is missing')
      return
    }
    if (taken === 'new' && event !== undefined) this.out.next(event)
    this.send(encodeAck(this.sequence.seen()))
  }

  /** Timers stand still while the phone sleeps; the clock does not. */
  private isOverdue(): boolean {
    return asyncScheduler.now() - this.heardAt >= this.silenceMs
  }

  private beat(): void {
    this.send(encodeHeartbeat(this.sequence.seen()))
    this.sentBeforeBeat = this.sequence.sent()
  }

  private giveUpAt(silence$: Observable<unknown>): void {
    this.work.add(
      silence$.subscribe(() => {
        this.give(SILENT, 'silent')
      }),
    )
  }

  /** The close event of a suspended phone may never come, so the loss is told at once. */
  private give(code: number, reason: string): void {
    this.socket.close(code, reason)
    this.lost({ type: 'closed', code, reason })
  }

  private lost(closed: SocketClosed): void {
    this.ready = false
    this.over = true
    const { spreadMs } = this
    this.out.next({ ...closed, ...(spreadMs === undefined ? {} : { spreadMs }) })
    this.out.complete()
  }
}
