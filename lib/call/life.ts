/** Everything that a call holds on to, from its first subscriber to its last. */
import { Observable, Subscription } from 'rxjs'
import { hangUp } from '../events/intents'
import type { Machine } from './machine'

/**
 * Opens and closes in the queue: who leaves and comes back inside of a callback finds the old line closed before the
 * new one opens. `open` adds to the lifetime whatever has to end with it.
 */
export class Life {
  private lifetime = Subscription.EMPTY
  private watchers = 0

  constructor(
    private readonly machine: Machine,
    private readonly open: (lifetime: Subscription) => void,
  ) {}

  /** Whether somebody watches. What is enqueued then finds the call open. */
  isWatched(): boolean {
    return this.watchers > 0
  }

  /** The same stream; the call is open while somebody subscribes to it. */
  watched<Value>(source$: Observable<Value>): Observable<Value> {
    return new Observable((subscriber) => {
      // Replays before it opens: a mere look, which leaves after the first value, opens no line.
      source$.subscribe(subscriber)
      if (!subscriber.closed) this.enter(subscriber)
    })
  }

  private enter(watcher: Subscription): void {
    watcher.add(() => {
      this.leave()
    })
    this.watchers += 1
    if (this.watchers > 1) return
    this.machine.run(() => {
      this.lifetime = new Subscription()
      this.open(this.lifetime)
    })
  }

  private leave(): void {
    const { machine } = this
    this.watchers -= 1
    if (this.watchers > 0) return
    machine.enqueue(hangUp('left'))
    machine.enqueue({ type: 'line/closed' })
    machine.run(() => {
      this.lifetime.unsubscribe()
    })
  }
}
