/** What the inspector shows, as data for its template. */
import type { Recording } from '../../../lib/entries/index'
import { factsOf } from '../../black-box/facts'
import { type Lane, LANES } from '../../black-box/lanes'
import { type Picture, pictureOf, type Stretch } from '../../black-box/picture'
import { replay } from '../../black-box/replay'
import type { InspectorWords } from './words'

interface Bar {
  readonly left: number
  readonly width: number
  readonly state: string
  readonly label: string
}

interface Dot {
  readonly left: number
  readonly letter: string
  readonly type: string
  readonly isFull: boolean
  /** Which event of the call, counted from the very first. */
  readonly moment: number
}

interface LaneView {
  readonly name: Lane
  readonly label: string
  readonly stretches: readonly Bar[]
  readonly marbles: readonly Dot[]
}

interface Looked {
  readonly type: string
  readonly time: string
  readonly lines: readonly string[]
  readonly facts: readonly { readonly name: string; readonly text: string; readonly isNew: boolean }[]
}

export interface InspectorView {
  readonly width: number
  readonly lanes: readonly LaneView[]
  readonly phases: readonly Bar[]
  /** The moment that is looked at; `null` follows the call. */
  readonly chosen: number | null
  readonly chosenX: number
  readonly looked: Looked | null
}

export const nothing: InspectorView = { width: 0, lanes: [], phases: [], chosen: null, chosenX: 0, looked: null }

/** More marbles than these make a phone slow, and nobody scrolls so far back on one. */
const MOST = 200

/** Wider than any screen: what goes on at the end of the call goes on to the edge, which cuts it off. */
const BEYOND = 2_000

const barsOf = (stretches: readonly Stretch<string>[], labelOf: (state: string) => string): readonly Bar[] =>
  stretches.map(({ from, to, state }, index) => ({
    left: Math.round(from),
    width: index === stretches.length - 1 ? BEYOND : Math.round(to - from),
    state,
    label: labelOf(state),
  }))

const laneOf = (lane: Lane, picture: Picture, offset: number, words: InspectorWords): LaneView => {
  const { columns, states, width } = picture
  const marbles: Dot[] = []
  columns.forEach((column, index) => {
    const marble = column.marbles.find((own) => own.lane === lane)
    if (marble === undefined) return
    const { letter, isFull, value } = marble
    marbles.push({ left: Math.round(column.x), letter, type: value.type, isFull, moment: offset + index })
  })
  const stretches = barsOf(states[lane] ?? [{ from: 0, to: width, state: 'plain' }], () => '')
  return { name: lane, label: words.lanes[lane], stretches, marbles }
}

const linesOf = (value: object): readonly string[] =>
  Object.entries(value)
    .filter(([name]) => name !== 'type')
    .map(([name, field]: [string, unknown]) => `${name}: ${JSON.stringify(field)}`)

const lookAt = (picture: Picture, index: number): Looked | null => {
  const moment = picture.columns[index]
  if (moment === undefined) return null
  const { event, from, to, at } = moment.transition
  const before: Record<string, string> = {}
  factsOf(from).forEach(({ name, text }) => (before[name] = text))
  return {
    type: event.type,
    time: new Date(at).toISOString().slice(11, 23),
    lines: linesOf(event),
    facts: factsOf(to).map(({ name, text }) => ({ name, text, isNew: before[name] !== text })),
  }
}

/** The last part of a recording, and the moment `chosen` of it. */
export const viewOf = (recording: Recording, chosen: number | null, words: InspectorWords): InspectorView => {
  const transitions = replay(recording)
  const hidden = Math.max(0, transitions.length - MOST)
  const picture = pictureOf(transitions.slice(hidden))
  const offset = recording.dropped + hidden
  const index = chosen === null ? -1 : Math.max(0, chosen - offset)
  return {
    width: Math.round(picture.width),
    lanes: transitions.length === 0 ? [] : LANES.map((lane) => laneOf(lane, picture, offset, words)),
    phases: barsOf(picture.phases, (state) => words.phase[state as keyof InspectorWords['phase']]),
    chosen,
    chosenX: Math.round(picture.columns[index]?.x ?? 0),
    looked: lookAt(picture, index),
  }
}
