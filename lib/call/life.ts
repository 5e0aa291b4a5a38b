/** Everything that a call holds on to, from its first subscriber to its last. */
import { Observable, share, Subscription } from 'rxjs'
import { hangUp } from '../events/intents'
import type { Machine } from './machine'

export interface Life {
  /** Emits nothing; the call is open while somebody subscribes to it. */
  readonly alive$: Observable<never>
  /** Whether somebody does. What is enqueued then finds the call open. */
  readonly isWatched: () => boolean
}

/**
 * Opens and closes in the queue: who leaves and comes back inside of a callback finds the old line closed before the
 * new one opens. `open` adds to the lifetime whatever has to end with it.
 */
export const createLife = ({ run, enqueue }: Machine, open: (lifetime: Subscription) => void): Life => {
  let lifetime = Subscription.EMPTY
  let watched = false
  const begin = () => {
    lifetime = new Subscription()
    open(lifetime)
  }
  const end = () => {
    lifetime.unsubscribe()
  }
  const alive$ = new Observable<never>(() => {
    watched = true
    run(begin)
    return () => {
      watched = false
      enqueue(hangUp('left'))
      enqueue({ type: 'line/closed' })
      run(end)
    }
  }).pipe(share())
  return { alive$, isWatched: () => watched }
}
