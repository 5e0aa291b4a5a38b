/** The value of the marble that is pointed at, or else of the one that was chosen. */
import { LANES, type Picture } from 'tccc-wx-sdk/black-box'
import type { View } from '../../../call-centre/desk/shared/h'
import { h } from '../../../call-centre/desk/shared/h'
import type { Pointed } from './state'

/** Where the visitor looks. */
export interface Looked {
  readonly column: number
  readonly isFollowing: boolean
  readonly follows: number
  readonly pointed: Pointed | null
}

/** Half of its width; it never leaves the diagram. */
const HALF = 118
const MOST_LINES = 5

const linesOf = (value: object): readonly string[] => {
  const lines = Object.entries(value)
    .filter(([name]) => name !== 'type')
    .map(([name, field]: [string, unknown]) => `${name}: ${JSON.stringify(field)}`)
  return lines.length > MOST_LINES ? [...lines.slice(0, MOST_LINES - 1), '…'] : lines
}

export const tooltip = (
  { columns, width }: Picture,
  { column, isFollowing, pointed }: Looked,
  yOf: (lane: number) => number,
): View | false => {
  const shown = pointed === null ? columns[column] : columns[pointed.column]
  const marble = pointed === null ? shown?.marbles[0] : shown?.marbles.find(({ lane }) => lane === pointed.lane)
  if (shown === undefined || marble === undefined || (pointed === null && isFollowing)) return false
  const left = Math.max(HALF, Math.min(width - HALF, shown.x))
  const lane = LANES.indexOf(marble.lane)
  const isLow = lane > 3
  const style = `left: ${String(Math.round(left))}px; top: ${String(yOf(lane) + (isLow ? -16 : 32))}px`
  return h(
    'div',
    { class: isLow ? 'tooltip is-low' : 'tooltip', role: 'tooltip', style },
    h('strong', {}, marble.value.type),
    ...linesOf(marble.value).map((line) => h('span', {}, line)),
  )
}
