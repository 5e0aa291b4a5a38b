/** One socket of a link, from its opening to its loss: PROTOCOL.md §3.1 to §3.3. */
import { asyncScheduler, Subscription } from 'rxjs'
import { decode, encodeAck, encodeHeartbeat, type Incoming } from './codec'
import type { ConnectionEvent, Welcome } from './connection-event'
import { type Heart, Pulse } from './pulse'
import type { Sequence } from './sequence'
import type { Socket, SocketClosed, SocketEvent } from './socket'

/** A round trip that people notice in a menu or a queue. */
const SLOW_MS = 1_500
const PROTOCOL_ERROR = 4400
const SILENT = 4408
const BEFORE_WELCOME: readonly Incoming['type'][] = ['link/welcome', 'link/goAway', 'link/invalid']

export class Connection implements Heart {
  private readonly work = new Subscription()
  private readonly pulse = new Pulse(this)
  /** Whether messages may go out. */
  private ready = false
  private welcomed = false
  private over = false
  /** When a heartbeat went out that has not been answered. */
  private askedAt: number | null = null
  private slow = false
  private sentBeforeBeat = 0
  /** The last number of what was sent while the line was lost; `null`: it has been told, or no welcome has come. */
  private missedUpTo: number | null = null
  private spreadMs: number | undefined

  constructor(
    private readonly socket: Socket,
    private readonly sequence: Sequence,
    private readonly resuming: boolean,
    private readonly tell: (event: ConnectionEvent) => void,
  ) {}

  /** Listens until the socket is lost, or left. */
  listen(): void {
    this.pulse.watch()
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
    if (this.pulse.isOverdue() && !this.pulse.isProbing()) this.probe()
  }

  /** Asks for a sign of life: a socket that stays silent is dead, whatever it says of itself. */
  probe(): void {
    if (!this.ready && this.pulse.isOverdue()) this.die()
    if (!this.ready) return
    this.pulse.probe()
    this.beat()
    this.pulse.watch()
  }

  beat(): void {
    this.askedAt ??= asyncScheduler.now()
    this.pulse.beaten()
    this.send(encodeHeartbeat(this.sequence.seen()))
    this.sentBeforeBeat = this.sequence.sent()
  }

  die(): void {
    this.give(SILENT, 'silent')
  }

  private on(event: SocketEvent): void {
    switch (event.type) {
      case 'open':
        if (!this.resuming) this.flush()
        break
      case 'frame':
        this.pulse.heard()
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
        this.synced(Infinity)
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
    this.pulse.beatEvery(welcome.heartbeatMs)
    this.tell({ type: 'welcome', welcome })
    this.missedUpTo = welcome.resumed ? (welcome.sent ?? 0) : 0
    this.synced(this.sequence.seen(), welcome.resumed)
    if (this.resuming && !this.over) this.flush()
    this.pulse.watch()
  }

  /** Told once, when what was missed has come. A socket keeps the order: after a heartbeat nothing of it will. */
  private synced(seen: number, resumed = true): void {
    if (this.over || this.missedUpTo === null || seen < this.missedUpTo) return
    this.missedUpTo = null
    this.tell({ type: 'synced', resumed })
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
    this.synced(this.sequence.seen())
    if (this.ready) this.socket.send(encodeAck(this.sequence.seen()))
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
    this.pulse.stop()
    this.work.unsubscribe()
  }
}
