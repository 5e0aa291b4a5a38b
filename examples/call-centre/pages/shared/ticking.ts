/** A pulse for views that show running times. */
import type { Observable } from 'rxjs'
import { distinctUntilChanged, map, of, switchMap, timer } from 'rxjs'

/** Emits at once, and then every `stepMs` as long as `running$` says true. No timer otherwise. */
export function ticking(running$: Observable<boolean>, stepMs = 250): Observable<void> {
  return running$.pipe(
    distinctUntilChanged(),
    switchMap((running) => (running ? timer(0, stepMs) : of(0))),
    map(() => undefined),
  )
}
