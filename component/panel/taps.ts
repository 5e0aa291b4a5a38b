/** A finger that taps twice means once, and what it meant is what stood there when it came down. */
import { distinctUntilChanged, type Observable, switchMap, timer } from 'rxjs'

/** So long a second tap of the same finger takes at the most. */
const TWICE_MS = 400

/** A call that nobody wanted is worse than one that waits: the agent may have hung up as the finger came down. */
export const AGAIN_MS = 800

/** Those on the large button, but for those that come as it has just turned: into the red one, or back. */
export const settled =
  (isRed$: Observable<boolean>) =>
  <Tap>(tap$: Observable<Tap>): Observable<Tap> =>
    isRed$.pipe(
      distinctUntilChanged(),
      switchMap((isRed, index) => timer(index && (isRed ? TWICE_MS : AGAIN_MS)).pipe(switchMap(() => tap$))),
    )
