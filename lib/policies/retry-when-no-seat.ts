import { distinctUntilChanged, EMPTY, filter, map, startWith, switchMap, take } from 'rxjs'
import { startCall } from '../call/intents'
import type { Ended, Session } from '../call/session'
import { after } from './while'
import { named, type Policy } from './policy'

export interface RetryOptions {
  /** The pause before each new try. Default 30,000. */
  readonly delayMs?: number
  /** The most tries for each time that the customer dials. Default 3. */
  readonly count?: number
}

const foundNobody = (session: Session): session is Ended =>
  session.phase === 'ended' && session.end.endStatus === 'noSeatOnline'

/**
 * Dials again when a call has ended because no seat was online, after `delayMs`, `count` times at most. Lets go when
 * the customer dials or hangs up, also in a pause; a call that ends otherwise is not dialled again. Throws a RangeError
 * for what is no time.
 */
export const retryWhenNoSeat = ({ delayMs = 30_000, count = 3 }: RetryOptions = {}): Policy => {
  const pause$ = after(delayMs, 'delayMs of retryWhenNoSeat')
  return named('retryWhenNoSeat', ({ session$, event$ }) => {
    const retry$ = session$.pipe(
      filter(foundNobody),
      distinctUntilChanged((before, now) => before.callId === now.callId),
      take(count),
      switchMap(({ callId, channelId, media }) =>
        pause$.pipe(map(() => startCall({ channelId, media, callId: `${callId}+` }))),
      ),
    )
    return event$.pipe(
      filter((event) => event.type === 'intent/startCall' || event.type === 'intent/hangUp'),
      filter(({ policy }) => policy === undefined),
      map(({ type }) => type === 'intent/startCall'),
      startWith(true),
      switchMap((wants) => (wants ? retry$ : EMPTY)),
    )
  })
}
