import { isAway } from '../session/on-environment'
import { hangUpAfter } from './hang-up-after'
import type { Policy } from './policy'

/**
 * Hangs up when the app has been hidden for `ms` (default 0). Lets go when it is shown again. Throws a RangeError for
 * what is no time.
 */
export const hangUpWhenHidden = ({ ms = 0 } = {}): Policy =>
  hangUpAfter(ms, 'hangUpWhenHidden', isAway, 'the app was hidden')
