/** A recording as a picture for the terminal. */
import type { CallEvent } from '../../lib/call/event'
import { type Column, columnsOf, gap, ROWS } from './columns'
import { lastCall } from './last-call'
import { type Lettering, lettering } from './letters'
import type { Recording } from '../../lib/recording/recording'

const NAMES = ['customer', 'policies', 'centre', 'line', 'phone', 'session'] as const
type Name = (typeof NAMES)[number]

const nameOf = ({ row, event }: Pick<Column, 'row' | 'event'>): Name => {
  if (row === 'user') return 'policy' in event ? 'policies' : 'customer'
  return row === 'seat' ? 'centre' : row
}

const INDENT = 10

/** The columns that fit beside each other in so many signs. */
const panels = (columns: readonly Column[], width: number): readonly (readonly Column[])[] => {
  const all: Column[][] = []
  let used = 0
  let before = 0
  for (const column of columns) {
    const size = gap(column.frame - before).length + 1
    const panel = all[all.length - 1]
    if (panel === undefined || used + size > width - INDENT) {
      all.push([column])
      used = size
    } else {
      panel.push(column)
      used += size
    }
    before = column.frame + 1
  }
  return all
}

const rowText = (name: Name, panel: readonly Column[], start: number, { letterOf }: Lettering): string | null => {
  let next = start
  let text = ''
  let isEmpty = true
  for (const column of panel) {
    const own = name === 'session' ? column.phase : nameOf(column) === name ? letterOf(column) : null
    if (own !== null) isEmpty = false
    text += gap(column.frame - next) + (own ?? '-')
    next = column.frame + 1
  }
  return isEmpty ? null : `${name.padEnd(INDENT)}${text}`
}

const drawPanel = (panel: readonly Column[], start: number, lettered: Lettering): string =>
  NAMES.map((name) => rowText(name, panel, start, lettered))
    .filter((row) => row !== null)
    .join('\n')

const detailOf = ({ type, ...fields }: CallEvent): string => {
  const detail = Object.keys(fields).length === 0 ? '' : JSON.stringify(fields)
  return `${type} ${detail.length > 90 ? `${detail.slice(0, 89)}…` : detail}`.trim()
}

const legend = ({ letters }: Lettering): string =>
  ROWS.map((row) =>
    Array.from(
      letters[row],
      ([letter, event]) => `${nameOf({ row, event }).padEnd(INDENT)}${letter}  ${detailOf(event)}`,
    ),
  )
    .reduce((all, lines) => [...all, ...lines], [])
    .join('\n')

/**
 * The last call as marble lines, at most `width` signs wide (default 100): who did what when, above the phases. Time
 * between two letters is `-` for a millisecond, or written out. A legend of the letters follows.
 */
export const toLines = (recording: Recording, { width = 100 } = {}): string => {
  const columns = columnsOf(lastCall(recording).transitions)
  const lettered = lettering(columns)
  let start = 0
  const drawn = panels(columns, width).map((panel) => {
    const text = drawPanel(panel, start, lettered)
    start = (panel[panel.length - 1]?.frame ?? 0) + 1
    return text
  })
  return [...drawn, legend(lettered)].join('\n\n')
}
