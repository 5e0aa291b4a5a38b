/** How often what is told is shown. */
import { defer, map, type Observable, of, switchMap, timer } from 'rxjs'

/** A little more than half a second: no second has three renderings. */
const PACE_MS = 510

/** The latest, at once or as soon as the pace allows. */
export const paced =
  (now: () => number) =>
  <Value>(value$: Observable<Value>): Observable<Value> =>
    defer(() => {
      let next = 0
      return value$.pipe(
        switchMap((value) => {
          const waitMs = next - now()
          return waitMs > 0 ? timer(waitMs).pipe(map(() => value)) : of(value)
        }),
        map((value) => {
          next = now() + PACE_MS
          return value
        }),
      )
    })
