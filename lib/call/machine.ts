/** The session, and the one door to it: an event is handled to its end before the next one. */
import { asyncScheduler, BehaviorSubject, type Observable, Subject } from 'rxjs'
import type { CallEvent } from '../events/event'
import { reduce } from '../session/reduce'
import { idle, type Session } from '../session/session'
import type { Transition } from '../session/transition'
import type { Link } from '../signalling/link'
import { messagesFor } from '../signalling/outbox'
import { createQueue, type Queue } from './queue'
import { safely } from './safely'

export interface Machine {
  /** Replays the latest value. */
  readonly session$: Observable<Session>
  readonly transition$: Observable<Transition>
  readonly session: () => Session
  readonly run: Queue
  /** Handles the event now: only for a task that runs in the queue. */
  readonly step: (event: CallEvent) => void
  readonly enqueue: (event: CallEvent) => void
}

/** With `asksPhone`, whoever dials, each call waits for the phone first. */
export const createMachine = (link: Link, asksPhone: boolean): Machine => {
  let session: Session = idle
  const state$ = new BehaviorSubject<Session>(idle)
  const transition$ = new Subject<Transition>()
  const run = createQueue()
  const step = (event: CallEvent) => {
    const from = session
    const at = asyncScheduler.now()
    const transition = { event, from, to: reduce(from, event, at), at }
    messagesFor(transition).forEach((message) => {
      safely(() => {
        link.send(message)
      })
    })
    if (needsProbe(event)) {
      safely(() => {
        link.probe()
      })
    }
    session = transition.to
    if (session !== from) state$.next(session)
    transition$.next(transition)
  }
  const enqueue = (event: CallEvent) => {
    run(() => {
      step(asksPhone && event.type === 'intent/startCall' ? { ...event, awaiting: 'phone' } : event)
    })
  }
  return {
    ...{ session$: state$.asObservable(), transition$: transition$.asObservable(), session: () => session },
    ...{ run, step, enqueue },
  }
}

/** After a suspension, or on a new network, a socket may be dead without having said so. */
const needsProbe = (event: CallEvent): boolean =>
  event.type === 'app/shown' || (event.type === 'network/changed' && event.connected)
