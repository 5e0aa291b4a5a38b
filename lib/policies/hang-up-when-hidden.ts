import { distinctUntilChanged, EMPTY, map, switchMap, timer } from 'rxjs'
import { hangUp } from '../events/intents'
import { named, type Policy } from './policy'

/** Hangs up when the app has been hidden for `ms` (default 0). Lets go when it is shown again. */
export const hangUpWhenHidden = ({ ms = 0 } = {}): Policy =>
  named('hangUpWhenHidden', ({ session$ }) =>
    session$.pipe(
      map((session) => session.interruption?.reason === 'hidden'),
      distinctUntilChanged(),
      switchMap((hidden) => (hidden ? timer(ms) : EMPTY)),
      map(() => hangUp('the app was hidden')),
    ),
  )
