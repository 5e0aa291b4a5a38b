import type { SupervisionConfig } from '../config/centre-config'
import { dayOf } from '../day'
import type { GivenRating } from '../call-summary'
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
    ...ratingOf(ofDay.flatMap(({ summary }) => summary.rating ?? [])),
    seats: seatReports(ofDay),
  }
}

/** On the scale of the latest. */
function ratingOf(ratings: readonly GivenRating[]): Pick<DayReport, 'rating'> {
  const scale = ratings.at(-1)?.scale
  if (scale === undefined) return {}
  const sum = ratings.reduce((total, given) => total + (given.score * scale) / given.scale, 0)
  return { rating: { score: Math.round((10 * sum) / ratings.length) / 10, scale, calls: ratings.length } }
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
