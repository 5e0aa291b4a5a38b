/** Watches a call from outside, as a page, and from inside, as a policy that asks for nothing. */
import { ignoreElements, Subscription, take, tap } from 'rxjs'
import type { Call } from '../../lib/entries/call'
import { hangUp } from '../../lib/call/intents'
import { type Policy } from '../../lib/policies/policy'
import { idle, type Session } from '../../lib/call/session'
import { type Transition, transitionOf } from '../../lib/call/step'
import type { Glance } from './trace'

const freeze = (value: unknown): void => {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return
  Object.freeze(value)
  Object.values(value).forEach(freeze)
}

/** Sees all, also the last events after the page has gone. It freezes what it sees: nobody may change a session. */
export const createSpy = (call: () => Call, now: () => number) => {
  const transitions: Transition[] = []
  let last: Session = idle
  const spy: Policy = ({ event$ }) =>
    event$.pipe(
      tap((event) => {
        const { session } = call()
        freeze(session)
        transitions.push({ ...transitionOf(last, event, now()), to: session })
        last = session
      }),
      ignoreElements(),
    )
  return { spy, transitions }
}

export interface Page {
  readonly visits: Transition[][]
  readonly glances: Glance[]
  readonly attach: () => void
  readonly leave: () => void
  /** Somebody else subscribes, takes the truth and goes. */
  readonly glance: () => void
  /** In the next callback of the page: leaves and attaches again. */
  readonly bounceNext: () => void
  /** In the next callback of the page: hangs up. */
  readonly hangUpNext: () => void
}

export const createPage = (call: Call): Page => {
  const visits: Transition[][] = []
  const glances: Glance[] = []
  let watching = Subscription.EMPTY
  let next: (() => void) | undefined
  const attach = () => {
    if (!watching.closed) return
    const mine = (watching = new Subscription())
    let replayed = false
    mine.add(
      call.session$.subscribe(() => {
        // The replay comes before the call is alive: a first look opens no line.
        const act = replayed ? next : undefined
        replayed = true
        if (act === undefined) return
        next = undefined
        act()
      }),
    )
    // The first callback may have left already.
    if (mine.closed) return
    const seen: Transition[] = []
    visits.push(seen)
    mine.add(call.transition$.subscribe((transition) => seen.push(transition)))
  }
  const leave = () => {
    watching.unsubscribe()
  }
  return {
    visits,
    glances,
    attach,
    leave,
    glance: () => {
      const got: Session[] = []
      call.session$.pipe(take(1)).subscribe((session) => got.push(session))
      glances.push({ got, truth: call.session })
    },
    bounceNext: () => {
      next = () => {
        leave()
        attach()
      }
    },
    hangUpNext: () => {
      next = () => {
        call.dispatch(hangUp('from a callback'))
      }
    },
  }
}
