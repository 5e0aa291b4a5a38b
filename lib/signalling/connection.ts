/** One socket of a link, from its opening to its loss: PROTOCOL.md §3.1 to §3.3. */
import { asyncScheduler, interval, type Subscriber, Subscription, timer } from 'rxjs'
import type { ServerMessage } from '../events/messages'
import { decode, encodeAck, encodeHeartbeat, type Incoming } from './codec'
import type { LinkFrame } from './messages'
import type { Sequence } from './sequence'
import type { Socket, SocketEvent } from './socket'

export type ConnectionEvent =
  | { readonly type: 'welcome'; readonly welcome: Welcome }
  | { readonly type: 'message'; readonly message: ServerMessage }
  | { readonly type: 'invalid'; readonly reason: string }
  /** Always the last. `spreadMs` when the server said so before it went away. */
  | { readonly type: 'closed'; readonly code: number; readonly reason: string; readonly spreadMs?: number }

type Welcome = Extract<LinkFrame, { type: 'link/welcome' }>

const WELCOME_MS = 10_000
const PROBE_MS = 3_000
const PROTOCOL_ERROR = 4400
const SILENT = 4408

export class Connection {
  private readonly work = new Subscription()
  private ready = false
  private heardAt = 0
  private spreadMs: number | undefined

  constructor(
    private readonly socket: Socket,
    private readonly sequence: Sequence,
    private readonly resuming: boolean,
    private readonly out: Subscriber<ConnectionEvent>,
  ) {}

  /** Listens until the socket is lost, or until the returned subscription is left: then the socket is closed. */
  listen(): Subscription {
    this.work.add(() => {
      this.socket.close(1000, 'done')
    })
    this.expectWithin(WELCOME_MS)
    this.work.add(
      this.socket.event$.subscribe((event) => {
        this.on(event)
      }),
    )
    return this.work
  }

  /** Sends now when the link may send; otherwise not at all: what is pending is sent as soon as it may. */
  send(frame: string): void {
    if (this.ready) this.socket.send(frame)
  }

  /** Asks for a sign of life: a socket that stays silent is dead, whatever it says of itself. */
  probe(): void {
    this.send(encodeHeartbeat(this.sequence.seen()))
    this.expectWithin(PROBE_MS)
  }

  private expectWithin(ms: number): void {
    const from = asyncScheduler.now()
    const overdue = timer(ms).subscribe(() => {
      if (this.heardAt < from || this.heardAt === 0) this.give(SILENT, 'silent')
    })
    this.work.add(overdue)
  }

  private on(event: SocketEvent): void {
    switch (event.type) {
      case 'open':
        if (!this.resuming) this.flush()
        break
      case 'frame':
        this.heardAt = asyncScheduler.now()
        this.handle(decode(event.frame))
        break
      case 'closed':
        this.lost(event.code, event.reason)
    }
  }

  private handle(incoming: Incoming): void {
    switch (incoming.type) {
      case 'heartbeat':
      case 'link/ack':
        this.sequence.cover(incoming.seen)
        break
      case 'link/welcome':
        this.welcomed(incoming)
        break
      case 'link/goAway':
        this.spreadMs = incoming.spreadMs
        break
      case 'link/invalid':
      case 'invalid':
        this.out.next({ type: 'invalid', reason: incoming.reason })
        break
      case 'unknown':
        if (incoming.n !== null) this.take(incoming.n)
        break
      default:
        this.take(incoming.n, { type: 'message', message: incoming })
    }
  }

  private welcomed(welcome: Welcome): void {
    if (this.resuming && !welcome.resumed) this.sequence.restart()
    this.sequence.cover(welcome.seen)
    this.out.next({ type: 'welcome', welcome })
    if (this.resuming) this.flush()
    this.work.add(
      interval(welcome.heartbeatMs).subscribe(() => {
        this.beat(welcome.heartbeatMs)
      }),
    )
  }

  private flush(): void {
    this.ready = true
    this.sequence.pending().forEach((message) => {
      this.send(JSON.stringify(message))
    })
  }

  private take(n: number, event?: ConnectionEvent): void {
    const taken = this.sequence.take(n)
    if (taken === 'gap') {
      this.give(PROTOCOL_ERROR, 'a number is missing')
      return
    }
    if (taken === 'new' && event !== undefined) this.out.next(event)
    this.send(encodeAck(this.sequence.seen()))
  }

  private beat(heartbeatMs: number): void {
    if (asyncScheduler.now() - this.heardAt >= 2 * heartbeatMs) this.give(SILENT, 'silent')
    else this.send(encodeHeartbeat(this.sequence.seen()))
  }

  /** The close event of a suspended phone may never come, so the loss is told at once. */
  private give(code: number, reason: string): void {
    this.socket.close(code, reason)
    this.lost(code, reason)
  }

  private lost(code: number, reason: string): void {
    this.ready = false
    const { spreadMs } = this
    this.out.next({ type: 'closed', code, reason, ...(spreadMs === undefined ? {} : { spreadMs }) })
    this.out.complete()
  }
}
