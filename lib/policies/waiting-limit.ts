import { map, timer } from 'rxjs'
import { hangUp } from '../events/intents'
import { named, type Policy } from './policy'
import { whilePhase } from './while-phase'

/**
 * Hangs up when the customer has waited for `ms` (default 600,000), ringing included: a seat that does not answer
 * does not start the time anew. Lets go with the answer.
 */
export const waitingLimit = ({ ms = 600_000 } = {}): Policy =>
  named('waitingLimit', ({ session$ }) =>
    session$.pipe(
      whilePhase(['waiting', 'ringing'], () => timer(ms)),
      map(() => hangUp('no seat was free')),
    ),
  )
