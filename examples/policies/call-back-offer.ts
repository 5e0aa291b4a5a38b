import { named, notify, type Policy, whilePhase } from 'tccc-wx-sdk/policies'
import { map, timer } from 'tccc-wx-sdk/rxjs'

/**
 * Tells the page `offerCallBack`, by its `notice` event, when the customer has waited for `afterMs` (default 120,000),
 * ringing included. Lets go when a seat answers or the call ends.
 */
export const callBackOffer = ({ afterMs = 120_000 } = {}): Policy =>
  named('callBackOffer', ({ session$ }) =>
    session$.pipe(
      whilePhase(['waiting', 'ringing'], () => timer(afterMs)),
      map(() => notify('offerCallBack')),
    ),
  )
