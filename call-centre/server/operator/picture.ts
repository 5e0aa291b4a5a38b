import type { OperatorList, OperatorLists, OperatorNotice, OperatorState } from '../operator-messages'
import { inParts } from '../parts'

/** A row of a list, and in JSON, by which it is told from what it was. */
interface Row {
  readonly value: OperatorLists[OperatorList][number]
  readonly text: string
}

type Rows = ReadonlyMap<string, Row>

/** What is to be seen, or what a page has been told of it; the rows are named by their ids. */
export interface Picture {
  /** What is not in the lists goes with each notice. */
  readonly beside: Omit<OperatorState, OperatorList>
  readonly rows: Readonly<Record<OperatorList, Rows>>
}

interface Piece {
  readonly list: OperatorList
  readonly id: string
  /** Undefined: it is gone. */
  readonly row: Row | undefined
}

const lists = ['sessions', 'places', 'seats', 'records'] as const satisfies readonly OperatorList[]

function rowsOf<Value extends Row['value']>(values: readonly Value[], idOf: (value: Value) => string): Rows {
  return new Map(values.map((value) => [idOf(value), { value, text: JSON.stringify(value) }]))
}

export function pictureOf({ sessions, places, seats, records, ...beside }: OperatorState): Picture {
  return {
    beside,
    rows: {
      sessions: rowsOf(sessions, ({ sessionId }) => sessionId),
      places: rowsOf(places, ({ placeId }) => placeId),
      seats: rowsOf(seats, ({ seatId }) => seatId),
      records: rowsOf(records, ({ sessionId }) => sessionId),
    },
  }
}

/** What a page is told that knows `told`; without it, it knows nothing, and hears of an empty picture, too. */
export function noticesOf(now: Picture, told?: Picture): readonly OperatorNotice[] {
  const pieces = lists.flatMap((list) => piecesOf(list, now.rows[list], told?.rows[list] ?? new Map<string, Row>()))
  if (told && pieces.length === 0 && isSameEstimate(now, told)) return []
  return inParts(pieces, ({ id, row }) => row?.text ?? JSON.stringify(id)).map((part) => noticeOf(now.beside, part))
}

const isSameEstimate = (one: Picture, other: Picture): boolean =>
  JSON.stringify(one.beside.estimate) === JSON.stringify(other.beside.estimate)

function piecesOf(list: OperatorList, now: Rows, told: Rows): readonly Piece[] {
  const gone = [...told.keys()].filter((id) => !now.has(id)).map((id) => ({ list, id, row: undefined }))
  const other = [...now].filter(([id, { text }]) => told.get(id)?.text !== text).map(([id, row]) => ({ list, id, row }))
  return [...gone, ...other]
}

function noticeOf(beside: Picture['beside'], pieces: readonly Piece[]): OperatorNotice {
  const of = (wanted: OperatorList) => pieces.filter(({ list }) => list === wanted)
  const rows = (list: OperatorList) => of(list).flatMap(({ row }) => row?.value ?? [])
  const gone = (list: OperatorList) => of(list).flatMap(({ id, row }) => (row ? [] : id))
  const shown = {
    sessions: rows('sessions'),
    places: rows('places'),
    seats: rows('seats'),
    records: rows('records'),
  } as OperatorLists
  const left = { sessions: gone('sessions'), places: gone('places'), seats: gone('seats'), records: gone('records') }
  return { type: 'operator/changed', ...beside, ...shown, gone: left }
}
