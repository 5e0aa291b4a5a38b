/**
 * The one turn that a policy waits before it is heard: whatever the phone or the server says in the same moment goes
 * first. A wait that the policy itself can let go of is enough; a second one would be a gap in which it cannot.
 */
import { asyncScheduler, mergeMap, type MonoTypeOperatorFunction, Observable } from 'rxjs'

let hasWaited = false

/** One turn later, unless it is unsubscribed before; then one intent may go out at once. */
export const inTurn = <Value>(): MonoTypeOperatorFunction<Value> =>
  mergeMap(
    (value) =>
      new Observable<Value>((subscriber) =>
        asyncScheduler.schedule(() => {
          hasWaited = true
          subscriber.next(value)
          hasWaited = false
          subscriber.complete()
        }),
      ),
  )

/** Whether what is asked for now has waited. Only the first to ask has: the others answer what that one caused. */
export const takeTurn = (): boolean => {
  const has = hasWaited
  hasWaited = false
  return has
}
