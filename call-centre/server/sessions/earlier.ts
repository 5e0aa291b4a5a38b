import { mayAs } from '../accounts/account'
import { earlierCalls } from '../records/earlier-calls'
import { rangAt } from '../records/record-book'
import type { Floor } from './floor'

/**
 * Tells a desk what is known of the customer from calls before this one; nothing, when there is nothing it may see. A page
 * keeps it for as long as it has the call at hand: it is said with the ring, and to a page that is new.
 */
export function tellEarlier(floor: Floor, sessionId: string, userId: string, seatId: string): void {
  const { shown, of } = floor.config.earlierCalls
  if (shown === 0) return
  const seesAll = of === 'team' || mayAs(floor.accounts.find(seatId)?.role ?? 'seat', 'supervisor')
  const entries = floor.book
    .ofCustomer(userId)
    .filter((entry) => entry.summary.sessionId !== sessionId && (seesAll || rangAt(entry, seatId)))
  const calls = earlierCalls(entries, shown)
  if (calls.length > 0) floor.out.toSeat(seatId, { type: 'seat/earlier', sessionId, calls })
}
