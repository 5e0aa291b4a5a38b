import { hangUp, named, type Policy, startCall, whileSession } from 'tccc-wx-sdk/policies'
import { distinctUntilChanged, filter, map, merge, timer } from 'tccc-wx-sdk/rxjs'
import type { Session } from 'tccc-wx-sdk/call'

export interface OverToVipOptions {
  /** The entry whose queue is shorter. */
  readonly channelId: string
  /** How long the customer waits in the common queue first. Default 60,000. */
  readonly afterMs?: number
}

const NAME = 'overToVip'
const REASON = 'over to the other queue'

/** Takes a customer who has waited for `afterMs` over to another entry. Lets go when a seat rings, and in that entry. */
export const overToVip = ({ channelId, afterMs = 60_000 }: OverToVipOptions): Policy => {
  const waitsInVain = (session: Session) => session.phase === 'waiting' && session.channelId !== channelId
  return named(NAME, ({ session$ }) => {
    const leave$ = session$.pipe(
      whileSession(waitsInVain, () => timer(afterMs)),
      map(() => hangUp(REASON)),
    )
    const dial$ = session$.pipe(
      filter((session) => session.phase === 'ended'),
      filter(({ end }) => end.cause === `${NAME}: ${REASON}`),
      distinctUntilChanged((before, now) => before.callId === now.callId),
      map(({ callId, media }) => startCall({ channelId, media, callId: `${callId}-vip` })),
    )
    return merge(leave$, dial$)
  })
}
