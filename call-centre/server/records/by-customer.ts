import type { RecordEntry } from './record-book'

/** The calls of each customer, each list in the order in which its calls ended: a card of one is no reading of all. */
export class ByCustomer {
  private readonly lists = new Map<string, Map<string, RecordEntry>>()

  /** A call that is known already keeps its place. */
  put(entry: RecordEntry): void {
    const list = this.lists.get(entry.record.Caller) ?? new Map<string, RecordEntry>()
    this.lists.set(entry.record.Caller, list.set(entry.summary.sessionId, entry))
  }

  remove({ record, summary }: RecordEntry): void {
    const list = this.lists.get(record.Caller)
    list?.delete(summary.sessionId)
    if (list?.size === 0) this.lists.delete(record.Caller)
  }

  of(userId: string): readonly RecordEntry[] {
    return [...(this.lists.get(userId)?.values() ?? [])]
  }
}
