import type { SupervisionConfig } from '../config/centre-config'
import { dayOf } from '../day'
import type { DayReport, SeatReport } from '../history-messages'
import type { RecordEntry } from './record-book'
import { waitOf } from './wait'

/** What became of the calls that began on a day, in the machine's zone. */
export function dayReport(entries: readonly RecordEntry[], day: string, rules: SupervisionConfig): DayReport {
  const ofDay = entries.filter(({ summary }) => dayOf(summary.startedAt) === day)
  const waits = ofDay.flatMap(({ summary }) => waitOf(summary) ?? [])
  const answered = waits.filter((wait) => wait.answered)
  const inTime = answered.filter(({ ms }) => ms <= rules.answerWithinMs).length
  const short = waits.filter((wait) => !wait.answered && wait.ms < rules.shortAbandonMs).length
  const counted = waits.length - short
  const waitsMs = waits.map(({ ms }) => ms)
  const talksMs = ofDay.map(({ summary }) => summary.durationMs).filter((ms) => ms > 0)
  return {
    ...{ day, calls: ofDay.length, queued: waits.length, answered: answered.length, inTime, short },
    ...(counted === 0 ? {} : { serviceLevelPercent: Math.round((100 * inTime) / counted) }),
    longestWaitMs: Math.max(0, ...waitsMs),
    meanWaitMs: mean(waitsMs),
    meanTalkMs: mean(talksMs),
    seats: seatReports(ofDay),
  }
}

const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : Math.round(values.reduce((sum, value) => sum + value, 0) / values.length)

function seatReports(entries: readonly RecordEntry[]): readonly SeatReport[] {
  const parts = entries.flatMap(({ summary }) => summary.parts ?? [])
  const names = new Map(parts.map(({ seatId, seatName }) => [seatId, seatName]))
  return [...names].map(([seatId, seatName]) => {
    const of = (...outcomes: readonly string[]): number =>
      parts.filter((part) => part.seatId === seatId && outcomes.includes(part.outcome)).length
    return {
      ...{ seatId, seatName, taken: of('talked', 'transferred'), transferred: of('transferred') },
      ...{ missed: of('missed'), declined: of('declined') },
    }
  })
}
