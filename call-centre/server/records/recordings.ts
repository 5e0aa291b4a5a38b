import { gunzipSync, gzipSync } from 'node:zlib'
import type { RecordingsConfig } from '../config/centre-config'
import type { HeldRecording } from '../history-messages'
import { limits } from '../limits'
import type { Clock } from '../sessions/clock'
import type { Shelf } from '../state/shelf'

interface Kept extends HeldRecording {
  readonly userId: string
  /** When it came, on the centre's clock. */
  readonly at: number
  /** Its JSON, deflated: it repeats itself, and takes a tenth. */
  readonly gzip: string
}

/** Whose call a recording tells of, and how it came. */
export interface SentRecording {
  readonly sessionId: string
  readonly userId: string
  readonly json: string
  /** Who of the staff has added it; absent: the customer's phone has sent it. */
  readonly addedBy?: string
}

/** The recordings of phones, one of a call, as customers have sent them or the staff has added them. */
export interface Recordings {
  /** Whether any are taken. */
  readonly isOpen: boolean
  /** In the place of an earlier one of the same call. */
  keep(sent: SentRecording): void
  heldOf(sessionId: string): HeldRecording | undefined
  /** Its JSON. */
  read(sessionId: string): string | undefined
  /** Those of one customer, by the call. */
  ofCustomer(userId: string): Readonly<Record<string, unknown>>
  erase(sessionId: string): void
  eraseOf(userId: string): void
  /** Those that are as old as that, or as `recordings` lets them become; without it all. The answer is how many there were. */
  eraseOlderThan(ageMs: number): number
}

const kind = 'recording'
const dayMs = 86_400_000

export function createRecordings(config: RecordingsConfig | undefined, clock: Clock, shelf: Shelf): Recordings {
  return new Shelved(config, clock, shelf)
}

class Shelved implements Recordings {
  readonly isOpen: boolean
  /** What came last is last. */
  private readonly kept: Map<string, Kept>

  constructor(
    private readonly config: RecordingsConfig | undefined,
    private readonly clock: Clock,
    private readonly shelf: Shelf,
  ) {
    this.isOpen = config !== undefined
    const before = [...(shelf.all(kind) as ReadonlyMap<string, Kept>)]
    this.kept = new Map(before.sort(([, a], [, b]) => a.at - b.at))
  }

  keep({ sessionId, userId, json, addedBy }: SentRecording): void {
    const gzip = gzipSync(json).toString('base64')
    if (this.kept.get(sessionId)?.gzip === gzip) return
    const came = { at: this.clock.now(), sentAt: this.clock.date() }
    const entry: Kept = { userId, ...came, gzip, ...(addedBy === undefined ? {} : { addedBy }) }
    this.erase(sessionId)
    this.makeRoomFor(entry)
    this.kept.set(sessionId, entry)
    this.shelf.put(kind, sessionId, () => entry)
  }

  heldOf(sessionId: string): HeldRecording | undefined {
    const entry = this.kept.get(sessionId)
    if (!entry) return undefined
    const { sentAt, addedBy } = entry
    return addedBy === undefined ? { sentAt } : { sentAt, addedBy }
  }

  read(sessionId: string): string | undefined {
    const entry = this.kept.get(sessionId)
    return entry && jsonIn(entry)
  }

  ofCustomer(userId: string): Readonly<Record<string, unknown>> {
    const own = this.ofUser(userId)
    return Object.fromEntries(own.map(([sessionId, entry]) => [sessionId, JSON.parse(jsonIn(entry)) as unknown]))
  }

  erase(sessionId: string): void {
    if (this.kept.delete(sessionId)) this.shelf.remove(kind, sessionId)
  }

  eraseOf(userId: string): void {
    for (const [sessionId] of this.ofUser(userId)) this.erase(sessionId)
  }

  eraseOlderThan(ageMs: number): number {
    const oldest = this.config === undefined ? -Infinity : Math.min(ageMs, this.config.keptDays * dayMs)
    const now = this.clock.now()
    const old = [...this.kept].filter(([, { at }]) => now - at > oldest)
    for (const [sessionId] of old) this.erase(sessionId)
    return old.length
  }

  private ofUser(userId: string): readonly (readonly [sessionId: string, entry: Kept])[] {
    return [...this.kept].filter(([, each]) => each.userId === userId)
  }

  private makeRoomFor(entry: Kept): void {
    const own = this.ofUser(entry.userId)
    for (const [oldest] of own.slice(0, Math.max(0, own.length + 1 - limits.recordingsOfCustomer))) this.erase(oldest)
    while (bytesOf([...this.kept.values(), entry]) > limits.recordingsBytes) this.eraseOneBeside(entry)
  }

  /** The oldest of whoever holds most: nobody pushes out what others have sent. */
  private eraseOneBeside(entry: Kept): void {
    const bytes = new Map<string, number>()
    for (const { userId, gzip } of [...this.kept.values(), entry])
      bytes.set(userId, (bytes.get(userId) ?? 0) + gzip.length)
    const held = (of: Kept): number => bytes.get(of.userId) ?? 0
    const [sessionId] = [...this.kept].reduce((first, next) => (held(next[1]) > held(first[1]) ? next : first))
    this.erase(sessionId)
  }
}

const bytesOf = (entries: readonly Kept[]): number => entries.reduce((sum, { gzip }) => sum + gzip.length, 0)

function jsonIn({ gzip }: Kept): string {
  return gunzipSync(Buffer.from(gzip, 'base64')).toString()
}
