import { asyncScheduler, filter, map, of } from 'rxjs'
import { hangUp } from '../events/intents'
import { isOpenAt, type OpeningTimes } from './opening-times'
import { named, type Policy } from './policy'
import { whilePhase } from './while-phase'

/**
 * Hangs up at once a call that is dialled outside of `hours`; a call that runs past closing time goes on.
 * Lets go when the call centre answers. Throws a RangeError for a time of day that is none.
 */
export const openingHours = (times: OpeningTimes): Policy => {
  const isOpen = isOpenAt(times)
  return named('openingHours', ({ session$ }) =>
    session$.pipe(
      whilePhase('dialling', () => of(asyncScheduler.now())),
      filter((now) => !isOpen(now)),
      map(() => hangUp('closed now')),
    ),
  )
}
