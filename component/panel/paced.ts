/** How often what is told is shown. */
import { defer, EMPTY, map, type Observable, of, switchMap, timer } from 'rxjs'

/**
 * The latest, at once or when `paceMs` have passed since the one before. `undefined`: there is nothing to show, and what
 * waited is not shown any more.
 */
export const paced =
  (now: () => number, paceMs: number) =>
  <Value>(value$: Observable<Value | undefined>): Observable<Value> =>
    defer(() => {
      let next = 0
      return value$.pipe(
        switchMap((value) => {
          if (value === undefined) return EMPTY
          const waitMs = next - now()
          return waitMs > 0 ? timer(waitMs).pipe(map(() => value)) : of(value)
        }),
        map((value) => {
          next = now() + paceMs
          return value
        }),
      )
    })
