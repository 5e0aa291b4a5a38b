import type { Clock } from '../sessions/clock'
import { limits } from '../limits'
import type { Shelf } from '../state/shelf'

export type Deed =
  | 'signIn'
  | 'signInRefused'
  | 'signOut'
  | 'signOutEverywhere'
  | 'passwordChosen'
  | 'accountMade'
  | 'accountChanged'
  | 'linkMade'
  | 'callEnded'
  | 'recordsRead'
  | 'recordingRead'
  | 'recordingAdded'
  | 'deadLettersRetried'
  | 'deadLetterDropped'
  | 'customerExported'
  | 'customerErased'
  | 'keyRotated'

/** Who did what when. */
export interface AuditEntry {
  /** Epoch milliseconds, by the machine's clock. */
  readonly at: number
  readonly deed: Deed
  /** The account that did it, or tried to. */
  readonly by: string
  /** An account or a call that it was done to, and how. */
  readonly about?: string
  /** From which address; absent for what was done over a line that stood. */
  readonly source?: string
}

export interface Audit {
  note(entry: Omit<AuditEntry, 'at'>): void
  /** The latest first. */
  entries(): readonly AuditEntry[]
}

/** Anybody can be refused, so refusals have a shelf of their own: they push nothing else out. */
export function createAudit(shelf: Shelf, clock: Clock): Audit {
  const [deeds, refusals] = [
    keep(shelf, 'audit', limits.auditKept),
    keep(shelf, 'auditRefused', limits.auditRefusalsKept),
  ]
  return {
    note(entry) {
      const shelfOfIt = entry.deed === 'signInRefused' ? refusals : deeds
      shelfOfIt.add({ at: clock.date(), ...entry })
    },
    entries: () => [...deeds.all(), ...refusals.all()].sort((a, b) => b.at - a.at),
  }
}

function keep(shelf: Shelf, kind: string, most: number) {
  const entries = [...(shelf.all(kind) as ReadonlyMap<string, AuditEntry>)]
  let last = Math.max(0, ...entries.map(([name]) => Number(name)))
  return {
    all: () => entries.map(([, entry]) => entry).reverse(),
    add(entry: AuditEntry) {
      const name = String((last += 1))
      entries.push([name, entry])
      shelf.put(kind, name, () => entry)
      for (const [oldest] of entries.splice(0, entries.length - most)) shelf.remove(kind, oldest)
    },
  }
}
