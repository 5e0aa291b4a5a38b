import { map, timer } from 'rxjs'
import { hangUp } from '../events/intents'
import { named, type Policy } from './policy'
import { whilePhase } from './while-phase'

/** Hangs up when a seat has rung for `ms` (default 60,000) without an answer. Lets go when the ringing stops. */
export const ringLimit = ({ ms = 60_000 } = {}): Policy =>
  named('ringLimit', ({ session$ }) =>
    session$.pipe(
      whilePhase('ringing', () => timer(ms)),
      map(() => hangUp('nobody answered')),
    ),
  )
