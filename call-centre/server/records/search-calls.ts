import type { Groups } from '../config/centre-config'
import type { PartOutcome } from '../call-summary'
import type { CallPage } from '../history-messages'
import { dayOf } from '../day'
import { storyOf } from './call-story'
import type { RecordEntry } from './record-book'
import type { Recordings } from './recordings'

const onPage = 50

/** What is looked for; what is absent excludes nothing. */
export interface CallQuery {
  /** Each word has to stand somewhere: caller, channel, seats, menu, names of the call, notes, disposition, reasons. */
  readonly words?: string
  /** Days in the machine's zone, as `2030-10-01`, both included; the call began then. */
  readonly from?: string
  readonly to?: string
  readonly channel?: string
  readonly seatId?: string
  readonly endStatus?: string
  /** What became of it at one of the seats; with `seatId`, at that one. */
  readonly outcome?: PartOutcome
}

/** Those that fit, in the order in which they came. */
export function searchCalls(entries: readonly RecordEntry[], query: CallQuery): readonly RecordEntry[] {
  const { words = '', from = '', to = '9999-12-31', channel, seatId, endStatus, outcome } = query
  const wanted = words
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
  return entries.filter((entry) => {
    const { summary } = entry
    const day = dayOf(summary.startedAt)
    return (
      from <= day &&
      day <= to &&
      (channel === undefined || summary.channel === channel) &&
      (endStatus === undefined || summary.endStatus === endStatus) &&
      (seatId === undefined || seatsOf(entry).some((seat) => seat.seatId === seatId)) &&
      (outcome === undefined || hasPart(entry, outcome, seatId)) &&
      (wanted.length === 0 || holdsAll(entry, wanted))
    )
  })
}

/** One page of them, the latest first. `before`: from the call on that follows this one; unknown: from the latest on. */
export function pageOfCalls(
  visible: readonly RecordEntry[],
  query: CallQuery & { readonly before?: string },
  groups: Groups,
  recordings: Pick<Recordings, 'heldOf' | 'isOpen'>,
): CallPage {
  const found = searchCalls(visible, query).toReversed()
  const begin = found.findIndex(({ summary }) => summary.sessionId === query.before) + 1
  const end = begin + onPage
  return {
    calls: found.slice(begin, end).map((entry) => {
      const recording = recordings.heldOf(entry.summary.sessionId)
      return { ...storyOf(entry, groups), ...(recording === undefined ? {} : { recording }) }
    }),
    takesRecordings: recordings.isOpen,
    total: found.length,
    more: end < found.length,
    channels: [...new Set(visible.map(({ summary }) => summary.channel))].sort(),
    seats: [...new Map(visible.flatMap(seatsOf).map((seat) => [seat.seatId, seat])).values()],
  }
}

function holdsAll(entry: RecordEntry, wanted: readonly string[]): boolean {
  const text = wordsOf(entry)
  return wanted.every((word) => text.includes(word))
}

function hasPart({ summary: { parts = [] } }: RecordEntry, outcome: PartOutcome, seatId?: string): boolean {
  return parts.some((part) => part.outcome === outcome && (seatId === undefined || part.seatId === seatId))
}

/** Of version 0.1.0 it is only known who talked last. */
function seatsOf({ summary, seatIds }: RecordEntry): CallPage['seats'] {
  if (summary.parts) return summary.parts.map(({ seatId, seatName }) => ({ seatId, seatName }))
  return seatIds.map((seatId) => ({ seatId, seatName: seatId }))
}

function wordsOf(entry: RecordEntry): string {
  const { summary, record, servings = [] } = entry
  return [
    ...[summary.caller, summary.channel, summary.sessionId, record.CallId, record.UserRemark, summary.disposition],
    ...seatsOf(entry).flatMap(({ seatId, seatName }) => [seatId, seatName]),
    ...summary.ivrPath.map(({ label }) => label),
    ...servings.map(({ reason }) => reason),
  ]
    .join('\n')
    .toLowerCase()
}
