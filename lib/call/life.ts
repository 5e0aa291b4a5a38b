/** Everything that a call holds on to, from its first subscriber to its last. */
import { Observable, Subscription } from 'rxjs'
import { hangUp } from '../events/intents'
import type { Machine } from './machine'

export interface Life {
  /** The same stream; the call is open while somebody subscribes to it. */
  readonly watched: <Value>(source$: Observable<Value>) => Observable<Value>
  /** Whether somebody does. What is enqueued then finds the call open. */
  readonly isWatched: () => boolean
}

/**
 * Opens and closes in the queue: who leaves and comes back inside of a callback finds the old line closed before the
 * new one opens. `open` adds to the lifetime whatever has to end with it.
 */
export const createLife = ({ run, enqueue }: Machine, open: (lifetime: Subscription) => void): Life => {
  let lifetime = Subscription.EMPTY
  let watchers = 0
  const begin = () => {
    lifetime = new Subscription()
    open(lifetime)
  }
  const end = () => {
    lifetime.unsubscribe()
  }
  const leave = () => {
    watchers -= 1
    if (watchers > 0) return
    enqueue(hangUp('left'))
    enqueue({ type: 'line/closed' })
    run(end)
  }
  return {
    watched: (source$) =>
      new Observable((subscriber) => {
        // Replays before it opens: a mere look, which leaves after the first value, opens no line.
        source$.subscribe(subscriber)
        if (subscriber.closed) return undefined
        watchers += 1
        if (watchers === 1) run(begin)
        return leave
      }),
    isWatched: () => watchers > 0,
  }
}
