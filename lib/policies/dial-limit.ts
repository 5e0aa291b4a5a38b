import { map, timer } from 'rxjs'
import { hangUp } from '../events/intents'
import { named, type Policy } from './policy'
import { whilePhase } from './while-phase'

/** Hangs up a call that the call centre has not answered within `ms` (default 15,000). Lets go with the answer. */
export const dialLimit = ({ ms = 15_000 } = {}): Policy =>
  named('dialLimit', ({ session$ }) =>
    session$.pipe(
      whilePhase('dialling', () => timer(ms)),
      map(() => hangUp('the call centre did not answer')),
    ),
  )
