import { map, timer } from 'rxjs'
import { hangUp } from '../events/intents'
import { isAway } from '../session/on-environment'
import { named, type Policy } from './policy'
import { whileSession } from './while-session'

/** Hangs up when the app has been hidden for `ms` (default 0). Lets go when it is shown again. */
export const hangUpWhenHidden = ({ ms = 0 } = {}): Policy =>
  named('hangUpWhenHidden', ({ session$ }) =>
    session$.pipe(
      whileSession(isAway, () => timer(ms)),
      map(() => hangUp('the app was hidden')),
    ),
  )
