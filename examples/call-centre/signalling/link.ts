import type { ClientMessage, LinkFrame, ServerMessage } from 'tccc-wx-sdk/call'
import type { RawData, WebSocket } from 'ws'
import type { CentreConfig } from '../config/centre-config'
import type { Clock } from '../sessions/clock'
import { write } from '../write'
import { readClientFrame } from './client-frame'
import { createFlow } from './flow'

/** Invalid frames on one socket before it is closed. */
const faultsTolerated = 4
/** Messages that a client may leave without acknowledgement. */
const maxWaiting = 512

export interface LinkListener {
  message(link: Link, message: ClientMessage): void
  /** There is no socket now; `code` says why. */
  lost(link: Link, code: number): void
  /** No socket came back in time, or the client takes nothing: the link is over. */
  gone(link: Link): void
}

/** A numbered flow of messages between a client and the server, which outlives its sockets: PROTOCOL.md §3. */
export class Link {
  readonly flow = createFlow()
  private socket: WebSocket | undefined
  private faults = 0
  private stopWatch = (): void => undefined
  private stopWindow = (): void => undefined

  constructor(
    readonly linkId: string,
    readonly userId: string,
    private readonly config: Pick<CentreConfig, 'heartbeatMs' | 'windowMs'>,
    private readonly clock: Clock,
    private readonly listener: LinkListener,
  ) {}

  /** Goes on over this socket and says `lacking` again; an older socket is closed. */
  attach(socket: WebSocket, resumed: boolean, lacking: readonly string[]): void {
    this.detach()?.close(4409, 'another socket took over')
    this.stopWindow()
    this.socket = socket
    this.faults = 0
    socket.on('message', (data, isBinary) => {
      if (this.socket === socket) this.hear(data, isBinary)
    })
    socket.on('close', (code) => {
      if (this.socket === socket) this.lose(code)
    })
    const { heartbeatMs, windowMs } = this.config
    const welcome = { linkId: this.linkId, resumed, seen: this.flow.seen(), heartbeatMs, windowMs }
    this.say({ type: 'link/welcome', ...welcome, time: this.clock.now() })
    for (const frame of lacking) write(socket, frame)
    this.watch()
  }

  send(message: ServerMessage): void {
    const frame = this.flow.number(message)
    if (this.socket) write(this.socket, frame)
    // Later, because the centre is speaking now.
    if (this.flow.waiting() === maxWaiting)
      this.clock.after(0, () => {
        this.close(4400, 'nothing is acknowledged')
        this.listener.gone(this)
      })
  }

  say(frame: LinkFrame): void {
    if (this.socket) write(this.socket, JSON.stringify(frame))
  }

  /** Closes the socket; the link may be resumed. */
  close(code: number, reason: string): void {
    const socket = this.detach()
    if (!socket) return
    socket.close(code, reason)
    this.lose(code)
  }

  /** Nobody will resume it. */
  abandon(): void {
    this.stopWindow()
  }

  private hear(data: RawData, isBinary: boolean): void {
    this.watch()
    const frame = readClientFrame(data, isBinary)
    switch (frame.kind) {
      case 'heartbeat':
        this.cover(frame.seen)
        if (this.socket) write(this.socket, JSON.stringify({ type: 'link/heartbeat', seen: this.flow.seen() }))
        break
      case 'ack':
        this.cover(frame.seen)
        break
      case 'numbered':
        this.take(frame.n, frame.message)
        break
      case 'invalid':
        // A good number is taken, or a message that cannot be mended would come again for ever.
        if (frame.n !== undefined) this.take(frame.n)
        this.complain(frame.reason)
        break
      case 'ignored':
    }
  }

  private take(n: number, message?: ClientMessage): void {
    const turn = this.flow.take(n)
    if (turn === 'gap') {
      this.close(4400, 'a number is missing')
      return
    }
    this.say({ type: 'link/ack', seen: this.flow.seen() })
    if (turn === 'new' && message) this.listener.message(this, message)
  }

  private cover(seen: number): void {
    if (!this.flow.covered(seen)) this.complain('seen is above all numbers that were sent')
  }

  private complain(reason: string): void {
    this.say({ type: 'link/invalid', reason })
    this.faults += 1
    if (this.faults > faultsTolerated) this.close(4400, 'invalid frames')
  }

  /** From now on the socket may be silent for two heartbeats. */
  private watch(): void {
    this.stopWatch()
    this.stopWatch = this.clock.after(2 * this.config.heartbeatMs, () => {
      this.close(4408, 'heartbeats are missing')
    })
  }

  private lose(code: number): void {
    this.detach()
    this.stopWindow()
    this.stopWindow = this.clock.after(this.config.windowMs, () => {
      this.listener.gone(this)
    })
    this.listener.lost(this, code)
  }

  private detach(): WebSocket | undefined {
    const { socket } = this
    this.stopWatch()
    this.socket = undefined
    return socket
  }
}
