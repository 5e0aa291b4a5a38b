import { dayAndTimeOf } from '../day'
import type { RecordEntry } from './record-book'
import { waitOf } from './wait'

const columns: readonly (readonly [head: string, read: (entry: RecordEntry) => string | number])[] = [
  ['SessionId', ({ summary }) => summary.sessionId],
  ['CallId', ({ record }) => record.CallId],
  ['Started', ({ summary }) => dayAndTimeOf(summary.startedAt)],
  ['Ended', ({ summary }) => dayAndTimeOf(summary.endedAt)],
  ['Caller', ({ summary }) => summary.caller],
  ['Channel', ({ summary }) => summary.channel],
  ['Media', ({ summary }) => summary.media],
  ['Menu', ({ summary }) => summary.ivrPath.map(({ key, label }) => `${key} ${label}`).join(' > ')],
  [
    'Seats',
    ({ summary }) => (summary.parts ?? []).map(({ seatName, outcome }) => `${seatName} ${outcome}`).join(' > '),
  ],
  ['WaitSeconds', ({ summary }) => Math.round((waitOf(summary)?.ms ?? 0) / 1_000)],
  ['TalkSeconds', ({ record }) => record.Duration],
  ['EndStatus', ({ summary }) => summary.endStatus],
  ['ClosedBy', ({ summary }) => summary.closeBy],
  ['Disposition', ({ record }) => record.Disposition],
  ['Rating', ({ summary }) => summary.rating?.score ?? ''],
  ['RatingTags', ({ summary }) => (summary.rating?.tags ?? []).join(', ')],
  ['RatingComment', ({ summary }) => summary.rating?.comment ?? ''],
  ['Notes', ({ record }) => record.UserRemark],
]

/** A table for Excel: UTF-8 with a byte order mark, a line for each call, the latest first; RFC 4180. */
export function callsAsCsv(entries: readonly RecordEntry[]): string {
  const heads = columns.map(([head]) => head)
  const rows = entries.toReversed().map((entry) => columns.map(([, read]) => read(entry)))
  return `\uFEFF${[heads, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`
}

/**
 * Excel and its like run a text as a formula that begins with one of these, also in quotes and in full width: an apostrophe
 * before it makes it a text (OWASP, "CSV Injection").
 */
const formula = /^[=+\-@\t\r\n＝＋－＠]/u

function cell(value: string | number): string {
  if (typeof value === 'number') return String(value)
  const safe = formula.test(value) ? `'${value}` : value
  return `"${safe.replaceAll('"', '""')}"`
}
