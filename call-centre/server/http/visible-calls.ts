import { mayAs } from '../accounts/account'
import type { Visitor } from '../accounts/staff'
import type { RecordBook, RecordEntry } from '../records/record-book'

/** A seat sees the calls that rang there, a supervisor all; the latest last. */
export function visibleTo(visitor: Visitor | undefined, book: Pick<RecordBook, 'ofSeat'>): readonly RecordEntry[] {
  if (!visitor) return []
  const { role, accountId } = visitor.account
  return book.ofSeat(mayAs(role, 'supervisor') ? undefined : accountId)
}
