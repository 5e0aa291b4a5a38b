/**
 * One line for the app: a phone has five sockets, and an app may have any number of components. Each of them has a link
 * of its own to look at; behind all of them is one, with one socket.
 */
import { Observable, type Subscriber, Subscription } from 'rxjs'
import type { LineEvent } from '../call/event'
import type { Link, Situation } from '../link/gateway'
import type { ClientMessage, ServerMessage } from '../link/messages'

type LinkEvent = LineEvent | ServerMessage

interface Listener {
  readonly situation: Situation
  readonly out: Subscriber<LinkEvent>
}

/** What the line is now, as whoever comes late is told it. A line that is up is new to them. */
const stateAfter = (state: readonly LineEvent[], event: LinkEvent): readonly LineEvent[] => {
  switch (event.type) {
    case 'line/up':
      return [{ ...event, resumed: false }]
    case 'line/opening':
    case 'line/lost':
    case 'line/gaveUp':
      return [event]
    case 'line/slow':
      return [...state.filter(({ type }) => type !== 'line/slow'), event]
    default:
      return state
  }
}

export class SharedLine {
  private link: Link | null = null
  private work = Subscription.EMPTY
  private listeners: readonly Listener[] = []
  private state: readonly LineEvent[] = []
  /** Who dialled last: what the call centre says is about that call, or about one that is over, which any call knows. */
  private caller: Listener | null = null

  /** `make` gives the link of the gateway that is configured when the first one listens. */
  constructor(private readonly make: () => Link) {}

  /** A link for one call. */
  createLink(): Link {
    let self: Listener | null = null
    return {
      open: (situation) =>
        new Observable<LinkEvent>((out) => {
          if (self !== null) {
            out.error(new Error('this link is open already: each call needs one of its own'))
            return
          }
          const listener = { situation, out }
          self = listener
          out.add(() => {
            self = null
            this.leave(listener)
          })
          this.enter(listener)
        }),
      send: (message) => {
        this.send(message, self)
      },
      probe: () => {
        this.made().probe()
      },
    }
  }

  private made(): Link {
    return (this.link ??= this.make())
  }

  private enter(listener: Listener): void {
    this.listeners = this.listeners.concat(listener)
    if (this.listeners.length === 1) {
      this.begin()
      return
    }
    const { state } = this
    state.forEach((event) => {
      listener.out.next(event)
    })
    // Whoever comes anew does not find a door that was tried once and is closed for good.
    if (state.some(({ type }) => type === 'line/gaveUp')) this.made().probe()
  }

  private begin(): void {
    const inCall = () => this.listeners.some(({ situation }) => situation.inCall())
    const work = new Subscription()
    this.work = work
    work.add(
      this.made()
        .open({ inCall })
        .subscribe({
          next: (event) => {
            this.tell(event)
          },
          error: (error: unknown) => {
            this.listeners.forEach(({ out }) => {
              out.error(error)
            })
          },
        }),
    )
  }

  private leave(listener: Listener): void {
    this.listeners = this.listeners.filter((other) => other !== listener)
    if (this.caller === listener) this.caller = null
    if (this.listeners.length > 0) return
    this.work.unsubscribe()
    this.state = []
    this.link = null
  }

  private tell(event: LinkEvent): void {
    const before = this.state
    this.state = stateAfter(before, event)
    const isOfTheLine = this.state !== before
    const to = isOfTheLine ? this.listeners : [this.caller ?? this.listeners[0]]
    to.forEach((listener) => listener?.out.next(event))
  }

  /** A customer has one call: while one runs, another one is answered as the call centre would. */
  private send(message: ClientMessage, self: Listener | null): void {
    if (message.type === 'call/start' && self !== null) {
      const { caller } = this
      if (caller !== null && caller !== self && caller.situation.inCall()) {
        const { callId } = message
        const words = 'another component of this app is in a call'
        self.out.next({ type: 'call/refused', callId, code: 'CALL_IN_PROGRESS', message: words })
        return
      }
      this.caller = self
    }
    this.made().send(message)
  }
}
