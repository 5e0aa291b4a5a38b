import type { CustomerDetails } from '../customers/customer-details'
import type { CallSummary, GivenRating } from '../call-summary'
import type { Remark } from '../desk-messages'
import { limits } from '../limits'
import type { Clock } from '../sessions/clock'
import type { End, LineMark, Serving, Session } from '../sessions/session'
import type { Shelf } from '../state/shelf'
import { ByCustomer } from './by-customer'
import { isAdvice, partsOf } from './call-parts'
import {
  acceptedAtOf,
  dispositionIn,
  remarksOf,
  ratingIn,
  servedBy,
  detailsIn,
  toCallRecord,
  type CallRecord,
} from './call-record'

const shown = 50
const meanOver = 20

/** A call that is over. */
export interface RecordEntry {
  readonly summary: CallSummary
  readonly record: CallRecord
  /** Who had it. */
  readonly seatIds: readonly string[]
  /** Their parts, with times of day. Version 0.1.0 kept none. */
  readonly servings?: readonly Serving[]
  /** Where a line was not good, likewise; absent: nobody said so. */
  readonly marks?: readonly LineMark[]
  /** Whose it was in the end; absent: any seat's, or a version before kept it. */
  readonly group?: string
  /** The customer was asked what to think of it. */
  readonly asked?: true
  /** When it ended, on the centre's clock: its age is what that clock has measured. */
  readonly at: number
}

/** The calls that are over, as many of the latest as are kept. */
export interface RecordBook {
  /** `customer`: what the record is to say of the customer. */
  write(session: Session, end: End, customer?: CustomerDetails): CallSummary
  /** All is in it that is known: the record goes its way. */
  file(sessionId: string): void
  /** Puts into a record what a seat says of its part. */
  remark(sessionId: string, serving: Serving, remark: Remark): void
  /** The customer is asked what to think of it. */
  ask(sessionId: string): void
  /** Puts into a record what the customer thinks of the call. */
  rate(sessionId: string, rating: GivenRating): void
  /** The latest first. With `seatId`: those that rang at the seat, whatever became of them there. */
  summaries(seatId?: string): readonly CallSummary[]
  /** The latest first, as many as one answer holds; with `before`: those that ended before that call. */
  readonly records: (before?: string) => readonly CallRecord[]
  /** Those that rang at the seat, or all; the latest last. */
  ofSeat(seatId?: string): readonly RecordEntry[]
  find(sessionId: string): RecordEntry | undefined
  /** The latest last. */
  ofCustomer(userId: string): readonly RecordEntry[]
  erase(sessionId: string): void
  /** The answer is how many there were. */
  eraseOlderThan(ageMs: number): number
  /** Of the latest calls in which somebody talked; undefined before the first. */
  meanTalkMs(): number | undefined
}

/**
 * `filed` hears of each record that is complete: it is to be kept with the next commit. `erased` hears of each that is gone, for whatever
 * reason.
 */
export function createRecordBook(
  sdkAppId: string,
  clock: Clock,
  filed: (record: CallRecord) => void,
  shelf: Shelf,
  erased: (sessionId: string) => void = () => undefined,
): RecordBook {
  return new Book(sdkAppId, clock, filed, shelf, erased)
}

class Book implements RecordBook {
  private readonly entries: Map<string, RecordEntry>
  private readonly byCustomer = new ByCustomer<RecordEntry>()
  private readonly talksMs: number[] = []

  constructor(
    private readonly sdkAppId: string,
    private readonly clock: Clock,
    private readonly filed: (record: CallRecord) => void,
    private readonly shelf: Shelf,
    private readonly erased: (sessionId: string) => void,
  ) {
    this.entries = restoredFrom(shelf, clock)
    for (const entry of this.entries.values()) {
      this.byCustomer.put(entry)
      this.noteTalk(entry)
    }
  }

  write(session: Session, end: End, customer: CustomerDetails = {}): CallSummary {
    const { record, ...rest } = entryOf(this.sdkAppId, this.clock, session, end)
    const entry = { ...rest, record: { ...record, ...detailsIn(customer) } }
    this.keep(entry)
    for (const oldest of this.entries.keys()) {
      if (this.entries.size <= limits.recordsKept) break
      this.erase(oldest)
    }
    this.noteTalk(entry)
    return entry.summary
  }

  file(sessionId: string): void {
    const entry = this.entries.get(sessionId)
    if (entry) this.filed(entry.record)
  }

  remark(sessionId: string, serving: Serving, remark: Remark): void {
    const entry = this.entries.get(sessionId)
    if (!entry?.servings) return
    const servings = entry.servings.map((each) => (each === serving ? { ...each, remark } : each))
    const summary = { ...entry.summary, ...dispositionIn(servings) }
    this.keep({ ...entry, servings, summary, record: { ...entry.record, ...remarksOf(servings) } })
  }

  ask(sessionId: string): void {
    const entry = this.entries.get(sessionId)
    if (entry) this.keep({ ...entry, asked: true })
  }

  rate(sessionId: string, rating: GivenRating): void {
    const entry = this.entries.get(sessionId)
    if (!entry) return
    this.keep({
      ...entry,
      summary: { ...entry.summary, rating },
      record: { ...entry.record, ...ratingIn(rating) },
    })
  }

  summaries(seatId?: string): readonly CallSummary[] {
    return this.ofSeat(seatId)
      .slice(-shown)
      .map(({ summary }) => summary)
      .reverse()
  }

  readonly records = (before?: string): readonly CallRecord[] => {
    const all = [...this.entries.values()].map(({ record }) => record)
    const end = before === undefined ? all.length : Math.max(0, [...this.entries.keys()].indexOf(before))
    return all.slice(Math.max(0, end - limits.recordsShown), end).reverse()
  }

  ofSeat(seatId?: string): readonly RecordEntry[] {
    const all = [...this.entries.values()]
    return seatId === undefined ? all : all.filter((entry) => rangAt(entry, seatId))
  }

  find(sessionId: string): RecordEntry | undefined {
    return this.entries.get(sessionId)
  }

  ofCustomer(userId: string): readonly RecordEntry[] {
    return this.byCustomer.of(userId)
  }

  erase(sessionId: string): void {
    const entry = this.entries.get(sessionId)
    if (entry) this.byCustomer.remove(entry)
    this.entries.delete(sessionId)
    this.shelf.remove('record', sessionId)
    this.erased(sessionId)
  }

  eraseOlderThan(ageMs: number): number {
    const now = this.clock.now()
    const old = [...this.entries].filter(([, { at }]) => now - at > ageMs)
    for (const [sessionId] of old) this.erase(sessionId)
    return old.length
  }

  meanTalkMs(): number | undefined {
    const { length } = this.talksMs
    return length === 0 ? undefined : this.talksMs.reduce((sum, ms) => sum + ms, 0) / length
  }

  private keep(entry: RecordEntry): void {
    const { sessionId } = entry.summary
    this.entries.set(sessionId, entry)
    this.byCustomer.put(entry)
    this.shelf.put('record', sessionId, () => entry)
  }

  private noteTalk({ summary: { durationMs } }: RecordEntry): void {
    if (durationMs <= 0) return
    this.talksMs.push(durationMs)
    if (this.talksMs.length > meanOver) this.talksMs.shift()
  }
}

/** An entry of version 0.1.0 has no moment: its age counts from now on. */
function restoredFrom(shelf: Shelf, clock: Clock): Map<string, RecordEntry> {
  const kept = shelf.all('record') as ReadonlyMap<string, RecordEntry | Omit<RecordEntry, 'at'>>
  return new Map([...kept].map(([sessionId, entry]) => [sessionId, { at: clock.now(), ...entry }]))
}

function entryOf(sdkAppId: string, clock: Clock, session: Session, end: End): RecordEntry {
  const [at, endedAt] = [clock.now(), clock.date()]
  const call = dated(session, endedAt - at)
  const talked = session.servings.filter((serving) => serving.acceptedAt !== undefined && !isAdvice(serving))
  return {
    ...{ at, summary: summarise(call, end, endedAt), record: toCallRecord(sdkAppId, call, end, endedAt) },
    seatIds: talked.map(({ seatId }) => seatId),
    servings: call.servings,
    ...(call.marks === undefined ? {} : { marks: call.marks }),
    ...(call.group === undefined ? {} : { group: call.group }),
  }
}

/** The call with its moments as times of day, by the clock of now; what lies between them stays what was measured. */
function dated(session: Session, aheadMs: number): Session {
  const timeOfDay = (moment: number | undefined) => (moment === undefined ? undefined : moment + aheadMs)
  const servings = session.servings.map((serving) => ({
    ...serving,
    ringAt: serving.ringAt + aheadMs,
    acceptedAt: timeOfDay(serving.acceptedAt),
    endedAt: timeOfDay(serving.endedAt),
    togetherAt: timeOfDay(serving.togetherAt),
    tookOverAt: timeOfDay(serving.tookOverAt),
  }))
  const queuedAt = timeOfDay(session.queuedAt)
  const marks = session.marks?.map((mark) => ({ ...mark, at: mark.at + aheadMs }))
  const startedAt = session.startedAt + aheadMs
  return { ...session, servings, queuedAt, startedAt, ...(marks === undefined ? {} : { marks }) }
}

function summarise(session: Session, { closeBy, endStatus }: End, endedAt: number): CallSummary {
  const seat = servedBy(session)
  return {
    sessionId: session.sessionId,
    caller: session.userId,
    channel: session.channelName,
    media: session.media,
    startedAt: session.startedAt,
    ...(session.queuedAt === undefined ? {} : { queuedAt: session.queuedAt }),
    endedAt,
    durationMs: endedAt - (acceptedAtOf(session) ?? endedAt),
    closeBy,
    endStatus,
    ivrPath: session.ivrPath,
    ...(seat ? { seatName: seat.seatName } : {}),
    ...dispositionIn(session.servings),
    ...(session.keepsPlace ? { keepsPlace: true } : {}),
    parts: partsOf(session.servings),
  }
}

/** Whatever became of it there. */
export function rangAt({ summary, seatIds }: RecordEntry, seatId: string): boolean {
  return seatIds.includes(seatId) || (summary.parts ?? []).some((part) => part.seatId === seatId)
}
