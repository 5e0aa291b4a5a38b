import type { CallSummary } from '../call-summary'
import type { CallRecord } from './call-record'

interface Entry {
  readonly summary: Pick<CallSummary, 'sessionId'>
  readonly record: Pick<CallRecord, 'Caller'>
}

/** The calls of each customer, each list in the order in which its calls ended: a card of one is no reading of all. */
export class ByCustomer<Kept extends Entry> {
  private readonly lists = new Map<string, Map<string, Kept>>()

  /** A call that is known already keeps its place. */
  put(entry: Kept): void {
    const list = this.lists.get(entry.record.Caller) ?? new Map<string, Kept>()
    this.lists.set(entry.record.Caller, list.set(entry.summary.sessionId, entry))
  }

  remove({ record, summary }: Entry): void {
    const list = this.lists.get(record.Caller)
    list?.delete(summary.sessionId)
    if (list?.size === 0) this.lists.delete(record.Caller)
  }

  of(userId: string): readonly Kept[] {
    return [...(this.lists.get(userId)?.values() ?? [])]
  }
}
