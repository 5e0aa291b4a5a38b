/** The lifetime of a call: it begins with the first who watches one of its streams, and ends with the last. */
import { Observable, Subscription } from 'rxjs'

export interface Life {
  /** Whether somebody watches. What is asked for then finds the call open. */
  readonly isWatched: () => boolean
  /** The same stream, for those who keep the call alive. */
  readonly watched: <Value>(source$: Observable<Value>) => Observable<Value>
}

/**
 * `open`: all that the call holds on to. `leave`: the last one has left. `inTurn` puts each turn into the queue: who leaves
 * and comes back inside of a callback finds the old line closed before the new one opens.
 */
export const whileWatched = (open: () => Subscription, leave: () => void, inTurn: (turn: () => void) => void): Life => {
  let watchers = 0
  let lifetime = Subscription.EMPTY
  const enter = (): void => {
    watchers += 1
    if (watchers > 1) return
    inTurn(() => {
      lifetime = open()
    })
  }
  const exit = (): void => {
    watchers -= 1
    if (watchers > 0) return
    leave()
    inTurn(() => {
      lifetime.unsubscribe()
    })
  }
  return {
    isWatched: () => watchers > 0,
    watched: (source$) =>
      new Observable((watcher) => {
        // Replays before it begins: a mere look, which leaves after the first value, opens no line.
        source$.subscribe(watcher)
        if (watcher.closed) return
        watcher.add(exit)
        enter()
      }),
  }
}
