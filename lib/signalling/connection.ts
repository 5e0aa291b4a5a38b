/** One socket of a link, from its opening to its loss: PROTOCOL.md §3.1 to §3.3. */
import { asyncScheduler, Subscription } from 'rxjs'
import { decode, encodeAck, encodeHeartbeat, type Incoming } from './codec'
import type { ConnectionEvent, Welcome } from './connection-event'
import type { Sequence } from './sequence'
import type { Socket, SocketClosed, SocketEvent } from './socket'

const WELCOME_MS = 10_000
const PROBE_MS = 3_000
/** A round trip that people notice in a menu or a queue. */
const SLOW_MS = 1_500
const PROTOCOL_ERROR = 4400
const SILENT = 4408
const BEFORE_WELCOME: readonly Incoming['type'][] = ['link/welcome', 'link/goAway', 'link/invalid']

export class Connection {
  private readonly work = new Subscription()
  private alarm = Subscription.EMPTY
  /** Whether messages may go out. */
  private ready = false
  private welcomed = false
  private over = false
  private readonly openedAt = asyncScheduler.now()
  private heardAt = this.openedAt
  /** When a sign of life was asked for that has not come. */
  private probedAt: number | null = null
  private beatAt = Infinity
  private beatMs = Infinity
  private silenceMs = WELCOME_MS
  /** When a heartbeat went out that has not been answered. */
  private askedAt: number | null = null
  private slow = false
  private sentBeforeBeat = 0
  private spreadMs: number | undefined

  constructor(
    private readonly socket: Socket,
    private readonly sequence: Sequence,
    private readonly resuming: boolean,
    private readonly tell: (event: ConnectionEvent) => void,
  ) {}

  /** Listens until the socket is lost, or left. */
  listen(): void {
    this.watch()
    this.work.add(
      this.socket.event$.subscribe((event) => {
        if (!this.over) this.on(event)
      }),
    )
  }

  /** Closes the socket; nothing is told any more. */
  leave(): void {
    if (!this.over) this.socket.close(1000, 'done')
    this.end()
  }

  /** Sends now when the link may send; otherwise not at all: what is pending is sent as soon as it may. */
  send(frame: string): void {
    if (!this.ready) return
    this.socket.send(frame)
    if (this.isOverdue() && this.probedAt === null) this.probe()
  }

  /** Asks for a sign of life: a socket that stays silent is dead, whatever it says of itself. */
  probe(): void {
    if (!this.ready && this.isOverdue()) this.give(SILENT, 'silent')
    if (!this.ready) return
    this.probedAt ??= asyncScheduler.now()
    this.beat()
    this.watch()
  }

  private on(event: SocketEvent): void {
    switch (event.type) {
      case 'open':
        if (!this.resuming) this.flush()
        break
      case 'frame':
        this.probedAt = null
        this.heardAt = asyncScheduler.now()
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
        this.time()
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
        this.tell({ type: 'invalid', reason: incoming.reason })
        break
      case 'invalid':
        this.tell({ type: 'invalid', reason: incoming.reason })
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

  /** The server answers each heartbeat at once (PROTOCOL.md §3.3). */
  private time(): void {
    if (this.askedAt === null) return
    const slow = asyncScheduler.now() - this.askedAt > SLOW_MS
    this.askedAt = null
    if (slow === this.slow) return
    this.slow = slow
    this.tell({ type: 'slow', slow })
  }

  private welcome(welcome: Welcome): void {
    if (this.welcomed) return
    this.welcomed = true
    if (this.resuming && !welcome.resumed) this.sequence.restart()
    this.sequence.cover(welcome.seen)
    this.beatMs = welcome.heartbeatMs
    this.beatAt = asyncScheduler.now() + this.beatMs
    this.silenceMs = 2 * this.beatMs
    this.tell({ type: 'welcome', welcome })
    if (this.resuming && !this.over) this.flush()
    this.watch()
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
    if (taken === 'new' && event !== undefined) this.tell(event)
    if (this.ready) this.socket.send(encodeAck(this.sequence.seen()))
  }

  /** Timers stand still while the phone sleeps; the clock does not. */
  private isOverdue(): boolean {
    return asyncScheduler.now() - this.heardAt >= this.silenceMs
  }

  private beat(): void {
    this.askedAt ??= asyncScheduler.now()
    this.beatAt = asyncScheduler.now() + this.beatMs
    this.send(encodeHeartbeat(this.sequence.seen()))
    this.sentBeforeBeat = this.sequence.sent()
  }

  /** When the socket counts as dead, unless it is heard before. */
  private deadAt(): number {
    if (this.probedAt !== null) return this.probedAt + PROBE_MS
    return this.welcomed ? this.heardAt + this.silenceMs : this.openedAt + WELCOME_MS
  }

  /** One timer, for whichever comes first: our heartbeat, or the end of our patience. A clock set back delays neither. */
  private watch(): void {
    this.alarm.unsubscribe()
    if (this.over) return
    const now = asyncScheduler.now()
    this.heardAt = Math.min(this.heardAt, now)
    this.beatAt = Math.min(this.beatAt, now + this.beatMs)
    const beats = this.beatAt < this.deadAt()
    const waitMs = (beats ? this.beatAt : this.deadAt()) - now
    this.alarm = asyncScheduler.schedule(() => {
      if (beats) this.beat()
      else if (asyncScheduler.now() >= this.deadAt()) this.give(SILENT, 'silent')
      this.watch()
    }, waitMs)
  }

  /** The close event of a suspended phone may never come, so the loss is told at once. */
  private give(code: number, reason: string): void {
    this.socket.close(code, reason)
    this.lost({ type: 'closed', code, reason })
  }

  private lost(closed: SocketClosed): void {
    this.end()
    this.tell(this.spreadMs === undefined ? closed : { ...closed, spreadMs: this.spreadMs })
  }

  private end(): void {
    this.ready = false
    this.over = true
    this.alarm.unsubscribe()
    this.work.unsubscribe()
  }
}
