import type { EarlierCall } from '../desk-messages'
import type { RecordEntry } from './record-book'

/** Of one note; the history has all of it. */
const shownUnits = 500

/** The latest calls of a customer, the latest first, as the desk shows them beside the next one. */
export function earlierCalls(entries: readonly RecordEntry[], most: number): readonly EarlierCall[] {
  return entries
    .slice(Math.max(0, entries.length - most))
    .toReversed()
    .map(({ summary, servings = [] }) => {
      const { sessionId, channel, startedAt, endStatus, seatName, disposition } = summary
      const notes = servings.flatMap(({ seatName: by, remark }) =>
        remark === undefined || remark.notes === '' ? [] : [{ seatName: by, notes: shortened(remark.notes) }],
      )
      return {
        ...{ sessionId, channel, startedAt, endStatus, notes },
        ...(seatName === undefined ? {} : { seatName }),
        ...(disposition === undefined ? {} : { disposition }),
      }
    })
}

const shortened = (notes: string): string => (notes.length > shownUnits ? `${notes.slice(0, shownUnits - 1)}…` : notes)
