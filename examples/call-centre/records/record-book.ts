import type { CallSummary } from '../seat-messages'
import type { Clock } from '../sessions/clock'
import type { End, Session } from '../sessions/session'
import type { Shelf } from '../state/shelf'
import { acceptedAtOf, servedBy, toCallRecord, type CallRecord } from './call-record'

const kept = 500
const shown = 50
const meanOver = 20

/** The calls that are over, the latest {@link kept} of them. */
export interface RecordBook {
  write(session: Session, end: End): CallSummary
  /** The latest first. With `seatId`: those that the seat talked in. */
  summaries(seatId?: string): readonly CallSummary[]
  /** The latest first. */
  readonly records: () => readonly CallRecord[]
  /** Of the latest calls in which somebody talked; undefined before the first. */
  meanTalkMs(): number | undefined
}

interface Entry {
  readonly summary: CallSummary
  readonly record: CallRecord
  readonly seatIds: readonly string[]
}

export function createRecordBook(
  sdkAppId: string,
  clock: Clock,
  written: (record: CallRecord, session: Session) => void,
  shelf: Shelf,
): RecordBook {
  const entries = [...(shelf.all('record') as ReadonlyMap<string, Entry>).values()].reverse()
  return {
    write(session, end) {
      const endedAt = clock.now()
      const summary = summarise(session, end, endedAt)
      const record = toCallRecord(sdkAppId, session, end, endedAt)
      const talked = session.servings.filter(({ acceptedAt }) => acceptedAt !== undefined)
      const entry = { summary, record, seatIds: talked.map(({ seatId }) => seatId) }
      entries.unshift(entry)
      shelf.put('record', session.sessionId, () => entry)
      for (const { record: oldest } of entries.splice(kept)) shelf.remove('record', oldest.SessionId)
      written(record, session)
      return summary
    },
    summaries: (seatId) =>
      entries
        .filter(({ seatIds }) => seatId === undefined || seatIds.includes(seatId))
        .slice(0, shown)
        .map(({ summary }) => summary),
    records: () => entries.map(({ record }) => record),
    meanTalkMs() {
      const talks = entries.map(({ summary }) => summary.durationMs).filter((durationMs) => durationMs > 0)
      const latest = talks.slice(0, meanOver)
      return latest.length === 0 ? undefined : latest.reduce((sum, durationMs) => sum + durationMs, 0) / latest.length
    },
  }
}

function summarise(session: Session, { closeBy, endStatus }: End, endedAt: number): CallSummary {
  const seat = servedBy(session)
  return {
    sessionId: session.sessionId,
    caller: session.userId,
    channel: session.channelName,
    media: session.media,
    startedAt: session.startedAt,
    endedAt,
    durationMs: endedAt - (acceptedAtOf(session) ?? endedAt),
    closeBy,
    endStatus,
    ivrPath: session.ivrPath,
    ...(seat ? { seatName: seat.seatName } : {}),
  }
}
