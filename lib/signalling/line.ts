/** The line of a link while somebody listens: a socket, the pause after its loss, the next socket. */
import { asyncScheduler, type Observable, type Observer, Subscription } from 'rxjs'
import type { LineEvent } from '../events/event'
import type { ServerMessage } from '../events/messages'
import type { ConnectionEvent } from './connection-event'
import { Recovery, type RecoveryOptions } from './recovery'
import type { SocketChain } from './socket-chain'

export type LinkEvent = LineEvent | ServerMessage

export interface LineOptions extends RecoveryOptions {
  /** The credential now and after each log-in; `null`: nobody is logged in. */
  readonly token$: Observable<string | null>
  readonly tokenRefused: () => void
}

export class Line {
  private readonly work = new Subscription()
  private recovery: Recovery
  private credential: string | null = null
  private openedWith: string | null = null
  private hasGivenUp = false
  private retry = Subscription.EMPTY
  private retryAt = Infinity
  /** From when on `wake` may open the next socket. */
  private wakeAt = Infinity
  /** Counts what was begun: who was overtaken while something was told does not go on. */
  private turn = 0

  constructor(
    private readonly chain: SocketChain,
    private readonly options: LineOptions,
    private readonly out: Pick<Observer<LinkEvent>, 'next' | 'error'>,
  ) {
    this.recovery = new Recovery(options)
  }

  begin(): void {
    this.work.add(
      this.options.token$.subscribe({
        next: (token) => {
          this.authorise(token)
        },
        error: (error: unknown) => {
          this.out.error(error)
        },
      }),
    )
  }

  /** A line that the customer has closed is over for the server too. */
  end(): void {
    this.work.unsubscribe()
    this.leave()
    this.chain.forget()
  }

  /**
   * Cuts the pause short, but never what the server asked for (PROTOCOL.md §3.5), and not when there is nothing to come
   * back to.
   */
  wake(): void {
    if (this.wakeAt <= asyncScheduler.now()) this.open()
    else if (this.wakeAt < this.retryAt) this.openAt(this.wakeAt)
  }

  /** A call begins over a line of the log-in of now: whoever has logged in since it was opened may be somebody else. */
  freshen(): void {
    if (this.openedWith === this.credential || !this.chain.isLive()) return
    this.leave()
    this.chain.forget()
    this.open()
  }

  private authorise(token: string | null): void {
    const before = this.credential
    this.credential = token
    // A line that works, or is on its way back, is not touched: it opens with the new credential the next time.
    if (before !== null && token !== null && !this.hasGivenUp) return
    if (token === null) {
      this.logOut()
      return
    }
    this.leave()
    this.recovery = new Recovery(this.options)
    this.open()
  }

  /** Told while the socket is still there: a call that ends by it is hung up over it, and its seat is free at once. */
  private logOut(): void {
    this.rest()
    const { turn } = this
    this.tell({ type: 'line/gaveUp', code: 'LOGIN_REQUIRED' })
    if (turn !== this.turn) return
    this.chain.close()
    // Whoever logs in next may be somebody else.
    this.chain.forget()
  }

  private leave(): void {
    this.rest()
    this.chain.close()
  }

  /** Nothing is begun any more, whoever asks for it. */
  private rest(): void {
    this.turn += 1
    this.retry.unsubscribe()
    this.retryAt = Infinity
    this.wakeAt = Infinity
  }

  private open(): void {
    this.leave()
    const { turn } = this
    this.tell({ type: 'line/opening', attempt: this.recovery.attempt() })
    if (turn !== this.turn) return
    this.openedWith = this.credential
    this.safely(() => {
      this.chain.open(this.credential ?? '', (event) => {
        this.on(event)
      })
    })
  }

  private on(event: ConnectionEvent): void {
    switch (event.type) {
      case 'message':
        this.out.next(event.message)
        break
      case 'welcome':
        this.recovery.up(event.welcome.windowMs)
        break
      case 'synced':
        this.tell({ type: 'line/up', resumed: event.resumed })
        break
      case 'slow':
        this.tell({ type: 'line/slow', slow: event.slow })
        break
      case 'invalid':
        this.tell({ type: 'line/invalid', reason: event.reason })
        break
      case 'closed':
        this.safely(() => {
          this.lost(this.recovery.lost(event))
        })
    }
  }

  private lost(verdict: ReturnType<Recovery['lost']>): void {
    const { turn } = this
    this.tell(verdict)
    if (turn !== this.turn) return
    const now = asyncScheduler.now()
    const pauseMs = this.recovery.serverPauseMs()
    const wakeAt = pauseMs === 0 ? 0 : now + pauseMs
    if (verdict.type === 'line/lost') this.openAt(now + verdict.retryInMs)
    if (verdict.type === 'line/lost' || verdict.code === 'NETWORK_LOST') this.wakeAt = wakeAt
    else if (verdict.code === 'TOKEN_EXPIRED') this.options.tokenRefused()
  }

  private openAt(at: number): void {
    this.retry.unsubscribe()
    this.retryAt = at
    this.retry = asyncScheduler.schedule(() => {
      this.open()
    }, at - asyncScheduler.now())
  }

  private tell(event: LineEvent): void {
    this.hasGivenUp = event.type === 'line/gaveUp'
    this.out.next(event)
  }

  /** The app's own functions may throw: then the line has failed. */
  private safely(task: () => void): void {
    try {
      task()
    } catch (error) {
      this.out.error(error)
    }
  }
}
