/** One socket after the other, never two: the numbers and the name of the link outlive each of them. */
import { Connection } from './connection'
import type { ConnectionEvent } from './connection-event'
import { type ClientMessage, SUB_PROTOCOL } from './messages'
import { Sequence } from './sequence'
import type { OpenSocket } from './socket'

export class SocketChain {
  private sequence = new Sequence()
  private linkId: string | null = null
  private live: Connection | null = null

  constructor(
    private readonly url: () => string,
    private readonly openSocket: OpenSocket,
  ) {}

  /** Opens the next socket; `hear` is told what it tells, up to its loss. */
  open(token: string, hear: (event: ConnectionEvent) => void): void {
    const socket = this.openSocket(this.url(), this.protocols(token))
    const connection = new Connection(socket, this.sequence, this.linkId !== null, (event) => {
      if (event.type === 'welcome') this.linkId = event.welcome.linkId
      hear(event)
      if (event.type === 'closed' && this.live === connection) this.live = null
    })
    this.live = connection
    connection.listen()
  }

  isLive(): boolean {
    return this.live !== null
  }

  close(): void {
    this.live?.leave()
    this.live = null
  }

  /** Keeps the message until the server has it. False: there is no socket that could bring it. */
  send(message: ClientMessage): boolean {
    const frame = JSON.stringify(this.sequence.number(message))
    this.live?.send(frame)
    return this.isLive()
  }

  /** False: there is no socket that could be asked for a sign of life. */
  probe(): boolean {
    this.live?.probe()
    return this.isLive()
  }

  /** The next socket begins a new link. */
  forget(): void {
    this.sequence = new Sequence()
    this.linkId = null
  }

  private protocols(token: string): readonly string[] {
    const opening = [SUB_PROTOCOL, `token.${token}`]
    return this.linkId === null ? opening : [...opening, `resume.${this.linkId}.${String(this.sequence.seen())}`]
  }
}
