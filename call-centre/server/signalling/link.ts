import type { LinkFrame, LinkMessage } from 'tccc-wx-sdk/call'
import type { RawData } from 'ws'
import type { CentreConfig } from '../config/centre-config'
import { limits } from '../limits'
import type { Clock } from '../sessions/clock'
import type { FrameReader } from './client-frame'
import type { ClientSocket } from './client-socket'
import { createFlow, type KeptFlow } from './flow'
import { createPace } from './pace'
import { comeBackLater } from '../frames'

/** A link as it is stored. */
export interface KeptLink {
  readonly userId: string
  readonly flow: KeptFlow
}

export interface LinkListener<In, Out extends LinkMessage> {
  readonly message: (link: Link<In, Out>, message: In) => void
  /** What has to be kept of the link is another. */
  readonly changed: (link: Link<In, Out>) => void
  /** There is no socket now; `code` says why. */
  readonly lost: (link: Link<In, Out>, code: number) => void
  /** No socket came back in time, or the client takes nothing: the link is over. */
  readonly gone: (link: Link<In, Out>) => void
}

interface LinkParts<In, Out extends LinkMessage> {
  readonly config: Pick<CentreConfig, 'heartbeatMs' | 'windowMs'>
  readonly clock: Clock
  readonly read: FrameReader<In>
  readonly can?: readonly string[]
  readonly listener: LinkListener<In, Out>
}

/** A numbered flow of messages between a client and the server, which outlives its sockets: PROTOCOL.md §3. */
export class Link<In, Out extends LinkMessage> {
  readonly userId: string
  readonly flow
  private socket: ClientSocket | undefined
  private faults = 0
  /** What had been sent before the last heartbeat was answered: whoever heard the answer has it. */
  private sentBeforeBeat = 0
  private readonly pace
  private stopWatch = (): void => undefined
  private stopWindow = (): void => undefined

  constructor(
    readonly linkId: string,
    stored: Pick<KeptLink, 'userId'> & Partial<KeptLink>,
    private readonly parts: LinkParts<In, Out>,
  ) {
    this.userId = stored.userId
    this.flow = createFlow(stored.flow)
    this.pace = createPace(parts.clock)
  }

  /** Goes on over this socket and says `lacking` again; an older socket is closed. */
  attach(socket: ClientSocket, resumed: boolean, lacking: readonly string[]): void {
    this.detach()?.close(4409, 'another socket took over')
    this.stopWindow()
    this.socket = socket
    this.faults = 0
    this.sentBeforeBeat = 0
    socket.onFrame((data, isBinary) => {
      if (this.socket === socket) this.hear(data, isBinary)
    })
    socket.onClose((code) => {
      if (this.socket === socket) this.lose(code)
    })
    const { clock, config, can } = this.parts
    const { heartbeatMs, windowMs } = config
    const numbers = { seen: this.flow.seen(), sent: this.flow.sent() }
    const welcome = { linkId: this.linkId, resumed, ...numbers, heartbeatMs, windowMs }
    this.say({ type: 'link/welcome', ...welcome, time: clock.date(), ...(can ? { can } : {}) })
    for (const frame of lacking) socket.send(frame)
    this.watch()
    this.parts.listener.changed(this)
  }

  /** There is a socket. */
  get isUp(): boolean {
    return this.socket !== undefined
  }

  /** Nobody could come back while the server itself was gone: a whole window begins. */
  restore(): void {
    this.waitForSocket()
  }

  send(message: Out): void {
    const frame = this.flow.number(message)
    this.socket?.send(frame)
    this.parts.listener.changed(this)
    // Later, because the centre is speaking now.
    if (this.flow.waiting() === limits.unacknowledged)
      this.parts.clock.after(0, () => {
        this.close(4400, 'nothing is acknowledged')
        this.parts.listener.gone(this)
      })
  }

  say(frame: LinkFrame): void {
    this.socket?.send(JSON.stringify(frame))
  }

  /** Closes the socket; the link may be resumed. */
  close(code: number, reason: string): void {
    const socket = this.detach()
    if (!socket) return
    socket.close(code, reason)
    this.lose(code)
  }

  /** Nobody will resume it. */
  end(code: number, reason: string): void {
    this.stopWindow()
    this.detach()?.close(code, reason)
  }

  kept(): KeptLink {
    return { userId: this.userId, flow: this.flow.kept() }
  }

  private hear(data: RawData, isBinary: boolean): void {
    if (!this.pace.allows()) {
      this.close(4429, comeBackLater)
      return
    }
    this.watch()
    const frame = this.parts.read(data, isBinary)
    switch (frame.kind) {
      case 'heartbeat':
        this.beat(frame.seen)
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

  /** Whoever heard the last answer has all that was sent before it, or it was lost on a socket that lives. */
  private beat(seen: number): void {
    this.cover(seen)
    if (seen < this.sentBeforeBeat) for (const frame of this.flow.lacking(seen) ?? []) this.socket?.send(frame)
    this.sentBeforeBeat = this.flow.sent()
    this.socket?.send(JSON.stringify({ type: 'link/heartbeat', seen: this.flow.seen() }))
  }

  private take(n: number, message?: In): void {
    const turn = this.flow.take(n)
    if (turn === 'gap') {
      this.close(4400, 'a number is missing')
      return
    }
    this.say({ type: 'link/ack', seen: this.flow.seen() })
    if (turn === 'old') return
    this.parts.listener.changed(this)
    if (message) this.parts.listener.message(this, message)
  }

  private cover(seen: number): void {
    if (this.flow.covered(seen)) this.parts.listener.changed(this)
    else this.complain('seen is above all numbers that were sent')
  }

  private complain(reason: string): void {
    this.say({ type: 'link/invalid', reason })
    this.faults += 1
    if (this.faults > limits.invalidFrames) this.close(4400, 'invalid frames')
  }

  /** From now on the socket may be silent for two heartbeats. */
  private watch(): void {
    this.stopWatch()
    this.stopWatch = this.parts.clock.after(2 * this.parts.config.heartbeatMs, () => {
      this.close(4408, 'heartbeats are missing')
    })
  }

  private waitForSocket(): void {
    this.stopWindow()
    this.stopWindow = this.parts.clock.after(this.parts.config.windowMs, () => {
      this.parts.listener.gone(this)
    })
  }

  private lose(code: number): void {
    this.detach()
    this.waitForSocket()
    this.parts.listener.lost(this, code)
  }

  private detach(): ClientSocket | undefined {
    const { socket } = this
    this.stopWatch()
    this.socket = undefined
    return socket
  }
}
