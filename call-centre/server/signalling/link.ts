import type { ClientMessage, LinkFrame, ServerMessage } from 'tccc-wx-sdk/call'
import type { RawData } from 'ws'
import type { CentreConfig } from '../config/centre-config'
import type { Clock } from '../sessions/clock'
import { createAbsence } from './absence'
import { readClientFrame } from './client-frame'
import type { ClientSocket } from './client-socket'
import { createFlow } from './flow'
import type { KeptLink } from './kept-link'
import { createPace } from './pace'

/** Invalid frames on one socket before it is closed. */
const faultsTolerated = 4
/** Messages that a client may leave without acknowledgement. */
const maxWaiting = 512
const retryAfterMs = 1_200

export interface LinkListener {
  message(link: Link, message: ClientMessage): void
  /** What has to be kept of the link is another. */
  changed(link: Link): void
  /** There is no socket now; `code` says why. */
  lost(link: Link, code: number): void
  /** No socket came back in time, or the client takes nothing: the link is over. */
  gone(link: Link): void
}

interface LinkParts {
  readonly config: Pick<CentreConfig, 'heartbeatMs' | 'windowMs'>
  readonly clock: Clock
  readonly listener: LinkListener
}

/** A numbered flow of messages between a client and the server, which outlives its sockets: PROTOCOL.md §3. */
export class Link {
  readonly userId: string
  readonly flow
  private socket: ClientSocket | undefined
  private faults = 0
  /** What had been sent before the last heartbeat was answered: whoever heard the answer has it. */
  private sentBeforeBeat = 0
  private readonly absence
  private readonly pace
  private stopWatch = (): void => undefined

  constructor(
    readonly linkId: string,
    private readonly stored: Pick<KeptLink, 'userId'> & Partial<KeptLink>,
    private readonly parts: LinkParts,
  ) {
    this.userId = stored.userId
    this.flow = createFlow(stored.flow)
    this.pace = createPace(parts.clock)
    this.absence = createAbsence(parts.clock, parts.config.windowMs, () => {
      parts.listener.gone(this)
    })
  }

  /** Goes on over this socket and says `lacking` again; an older socket is closed. */
  attach(socket: ClientSocket, resumed: boolean, lacking: readonly string[]): void {
    this.detach()?.close(4409, 'another socket took over')
    this.absence.end()
    this.socket = socket
    this.faults = 0
    this.sentBeforeBeat = 0
    socket.onFrame((data, isBinary) => {
      if (this.socket === socket) this.hear(data, isBinary)
    })
    socket.onClose((code) => {
      if (this.socket === socket) this.lose(code)
    })
    const { heartbeatMs, windowMs } = this.parts.config
    const numbers = { seen: this.flow.seen(), sent: this.flow.sent() }
    const welcome = { linkId: this.linkId, resumed, ...numbers, heartbeatMs, windowMs }
    this.say({ type: 'link/welcome', ...welcome, time: this.parts.clock.now() })
    for (const frame of lacking) socket.send(frame)
    this.watch()
    this.parts.listener.changed(this)
  }

  /** Begins again after the server itself was gone: the window that had begun goes on, or begins now. */
  restore(): void {
    this.absence.begin(this.stored.windowEndsAt)
    this.parts.listener.changed(this)
  }

  send(message: ServerMessage): void {
    const frame = this.flow.number(message)
    this.socket?.send(frame)
    this.parts.listener.changed(this)
    // Later, because the centre is speaking now.
    if (this.flow.waiting() === maxWaiting)
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
  abandon(): void {
    this.absence.end()
  }

  kept(): KeptLink {
    const windowEndsAt = this.absence.endsAt()
    return { userId: this.userId, flow: this.flow.kept(), ...(windowEndsAt === undefined ? {} : { windowEndsAt }) }
  }

  private hear(data: RawData, isBinary: boolean): void {
    if (!this.pace.allows()) {
      this.close(4429, `retryAfterMs=${retryAfterMs}`)
      return
    }
    this.watch()
    const frame = readClientFrame(data, isBinary)
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

  private take(n: number, message?: ClientMessage): void {
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
    if (this.faults > faultsTolerated) this.close(4400, 'invalid frames')
  }

  /** From now on the socket may be silent for two heartbeats. */
  private watch(): void {
    this.stopWatch()
    this.stopWatch = this.parts.clock.after(2 * this.parts.config.heartbeatMs, () => {
      this.close(4408, 'heartbeats are missing')
    })
  }

  private lose(code: number): void {
    this.detach()
    this.absence.begin()
    this.parts.listener.changed(this)
    this.parts.listener.lost(this, code)
  }

  private detach(): ClientSocket | undefined {
    const { socket } = this
    this.stopWatch()
    this.socket = undefined
    return socket
  }
}
