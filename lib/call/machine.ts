/** The session, and the one door to it: an event is handled to its end before the next one. */
import { asyncScheduler, BehaviorSubject, Subject } from 'rxjs'
import type { CallEvent } from '../events/event'
import { reduce } from '../session/reduce'
import { idle, type Session } from '../session/session'
import type { Transition } from '../session/transition'
import type { Link } from '../signalling/link'
import { messagesFor } from '../signalling/outbox'
import { createQueue } from './queue'
import { safely } from './safely'

export class Machine {
  private readonly state$ = new BehaviorSubject<Session>(idle)
  private readonly moved$ = new Subject<Transition>()
  /** Replays the latest value. */
  readonly session$ = this.state$.asObservable()
  readonly transition$ = this.moved$.asObservable()
  readonly run = createQueue()
  private now: Session = idle

  /** With `asksPhone`, whoever dials, each call waits for the phone first. */
  constructor(
    private readonly link: Link,
    private readonly asksPhone: boolean,
  ) {}

  session(): Session {
    return this.now
  }

  readonly enqueue = (event: CallEvent): void => {
    this.run(() => {
      this.step(this.asksPhone && event.type === 'intent/startCall' ? { ...event, awaiting: 'phone' } : event)
    })
  }

  private step(event: CallEvent): void {
    const from = this.now
    const at = asyncScheduler.now()
    const transition = { event, from, to: reduce(from, event, at), at }
    messagesFor(transition).forEach((message) => {
      safely(() => {
        this.link.send(message)
      })
    })
    if (needsProbe(event)) {
      safely(() => {
        this.link.probe()
      })
    }
    this.now = transition.to
    if (this.now !== from) this.state$.next(this.now)
    this.moved$.next(transition)
  }
}

/** After a suspension, or on a new network, a socket may be dead without having said so. */
const needsProbe = (event: CallEvent): boolean =>
  event.type === 'app/shown' || (event.type === 'network/changed' && event.connected)
