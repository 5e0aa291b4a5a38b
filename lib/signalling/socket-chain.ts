/** One socket after the other, never two: the numbers and the name of the link outlive each of them. */
import { Observable } from 'rxjs'
import { Connection } from './connection'
import type { ConnectionEvent } from './connection-event'
import { type ClientMessage, SUB_PROTOCOL } from './messages'
import { createSequence } from './sequence'
import type { OpenSocket } from './socket'

export class SocketChain {
  private sequence = createSequence()
  private linkId: string | null = null
  private live: Connection | null = null

  constructor(
    private readonly url: () => string,
    private readonly openSocket: OpenSocket,
  ) {}

  /** Subscribing opens a socket, unsubscribing closes it. */
  connect(token: () => string): Observable<ConnectionEvent> {
    return new Observable((out) => {
      const resuming = this.linkId !== null
      const connection = new Connection(this.openSocket(this.url(), this.protocols(token())), this.sequence, resuming, {
        next: (event) => {
          if (event.type === 'welcome') this.linkId = event.welcome.linkId
          out.next(event)
        },
        complete: () => {
          out.complete()
        },
      })
      this.live = connection
      const listening = connection.listen()
      listening.add(() => {
        if (this.live === connection) this.live = null
      })
      return listening
    })
  }

  /** Keeps the message until the server has it. False: there is no socket that could bring it. */
  send(message: ClientMessage): boolean {
    const frame = JSON.stringify(this.sequence.number(message))
    this.live?.send(frame)
    return this.live !== null
  }

  /** False: there is no socket that could be asked for a sign of life. */
  probe(): boolean {
    this.live?.probe()
    return this.live !== null
  }

  /** The next socket begins a new link. */
  forget(): void {
    this.sequence = createSequence()
    this.linkId = null
  }

  private protocols(token: string): readonly string[] {
    const opening = [SUB_PROTOCOL, `token.${token}`]
    return this.linkId === null ? opening : [...opening, `resume.${this.linkId}.${String(this.sequence.seen())}`]
  }
}
