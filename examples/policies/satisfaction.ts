import type { Session } from 'tccc-wx-sdk/call'
import { named, type Policy, sendDigits, startCall } from 'tccc-wx-sdk/policies'
import { distinctUntilChanged, filter, map, merge, type Observable, of, switchMap, take } from 'tccc-wx-sdk/rxjs'

export interface SatisfactionOptions {
  /** The entry whose menu takes the rating. */
  readonly channelId: string
  /** The key of the stars that the customer taps after a call. */
  readonly rating$: Observable<string>
}

/**
 * When the customer rates a call that a seat had answered, calls the entry of the survey and presses that key in its menu.
 * Lets go when the key is pressed; a call that nobody answered is not rated.
 */
export const satisfaction = ({ channelId, rating$ }: SatisfactionOptions): Policy => {
  const isAtMenu = (session: Session) =>
    session.phase === 'ivr' && session.channelId === channelId && session.ivr !== null
  return named('satisfaction', ({ session$ }) =>
    session$.pipe(
      filter((session) => session.phase === 'ended'),
      filter((session) => session.channelId !== channelId && session.acceptedAt !== null),
      distinctUntilChanged((before, now) => before.callId === now.callId),
      switchMap(({ callId }) =>
        rating$.pipe(
          take(1),
          map((key) => ({ key, callId: `${callId}-survey` })),
        ),
      ),
      switchMap(({ key, callId }) => {
        const press$ = session$.pipe(
          filter(isAtMenu),
          take(1),
          map(() => sendDigits(key)),
        )
        return merge(of(startCall({ channelId, callId })), press$)
      }),
    ),
  )
}
