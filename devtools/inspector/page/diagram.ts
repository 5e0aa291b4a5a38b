/** The marble diagram itself: lanes, marbles, the session's phases, and the moment that is looked at. */
import { LANES, type Marble, type Moment, type Picture, type Stretch } from 'tccc-wx-sdk/black-box'
import type { Phase } from 'tccc-wx-sdk/call'
import type { View } from '../../../call-centre/desk/shared/h'
import { h } from '../../../call-centre/desk/shared/h'
import type { InspectorClick, Pointed } from './state'
import { type Looked, tooltip } from './tooltip'
import type { InspectorWords } from './words'

type Act = (click: InspectorClick) => void

export const AXIS_HEIGHT = 24
export const LANE_HEIGHT = 46
const BLOCK_HEIGHT = 30
const HEIGHT = AXIS_HEIGHT + (LANES.length + 1) * LANE_HEIGHT
const SESSION_TOP = AXIS_HEIGHT + LANES.length * LANE_HEIGHT + (LANE_HEIGHT - BLOCK_HEIGHT) / 2

/** Room for a name in its phase, in pixels. */
const LATIN_WIDTH = 7.5
const CHINESE_WIDTH = 13
const NAME_EVERY = 240

/** Waits from here on are written above the lanes. */
const LONG_MS = 400

/** Wider than any screen: what goes on at the end of the call goes on to the edge of the diagram, which cuts it off. */
const BEYOND = 10_000

/** Where the line of the n-th lane runs; labels stand below it. */
const yOf = (index: number): number => AXIS_HEIGHT + index * LANE_HEIGHT + 17

const laneLines = ({ width, states }: Picture): readonly View[] =>
  LANES.flatMap((lane, index) => {
    const y = yOf(index)
    return (states[lane] ?? [{ from: 0, to: width, state: 'plain' }]).map(({ from, to, state }) =>
      h('line', { class: `lane is-${state}`, x1: from, x2: to < width ? to : BEYOND, y1: y, y2: y }),
    )
  })

/** A long phase is named again and again, so that its name is in sight wherever the diagram is scrolled to. */
const namesIn = ({ from, to }: Stretch<Phase>, name: string): readonly View[] => {
  const size = name.length * (/^[\w ]*$/.test(name) ? LATIN_WIDTH : CHINESE_WIDTH) + 16
  const count = Math.max(to - from >= size ? 1 : 0, Math.floor((to - from) / NAME_EVERY))
  return Array.from({ length: count }, (_, index) =>
    h('text', { x: from + 10 + index * NAME_EVERY, y: SESSION_TOP + 20 }, name),
  )
}

const phaseBlocks = ({ phases, width: whole }: Picture, words: InspectorWords): readonly View[] =>
  phases.map((phase) => {
    const { from, to, state } = phase
    const width = to < whole ? Math.max(2, to - from - 2) : BEYOND
    return h(
      'g',
      { class: `block is-${state}`, 'data-phase': state },
      h('title', {}, words.phase[state]),
      h('rect', { x: from + 1, y: SESSION_TOP, width, height: BLOCK_HEIGHT, rx: 7 }),
      ...namesIn(phase, words.phase[state]),
    )
  })

const marbleView = (marble: Marble, column: number): View =>
  h(
    'g',
    {
      class: `marble is-${marble.lane}${marble.isFull ? '' : ' is-hollow'}`,
      transform: `translate(0 ${String(yOf(LANES.indexOf(marble.lane)))})`,
      'data-lane': marble.lane,
      'data-type': marble.value.type,
      'data-column': column,
    },
    h('circle', { r: 11 }),
    h('text', { y: 4 }, marble.letter),
    h('text', { class: 'below', y: 24 }, marble.label),
  )

const columnView = ({ x, marbles, sinceMs }: Moment, index: number, before: number, words: InspectorWords): View =>
  h(
    'g',
    { class: 'column', transform: `translate(${x.toFixed(1)} 0)`, 'data-column': index },
    h('rect', { class: 'touch', x: -16, width: 32, height: HEIGHT }),
    sinceMs >= LONG_MS && h('text', { class: 'wait', x: (before - x) / 2, y: 15 }, words.seconds(sinceMs)),
    ...marbles.map((marble) => marbleView(marble, index)),
  )

const pointedAt = ({ target }: Event): Pointed | null => {
  const marble = target instanceof Element ? target.closest('[data-lane]') : null
  const lane = LANES.find((known) => known === marble?.getAttribute('data-lane'))
  return lane === undefined ? null : { lane, column: Number(marble?.getAttribute('data-column')) }
}

const columnAt = ({ target }: Event): number | null => {
  const column = target instanceof Element ? target.closest('[data-column]') : null
  return column === null ? null : Number(column.getAttribute('data-column'))
}

const canvas = (picture: Picture, x: number, words: InspectorWords, act: Act): View => {
  const { width, columns } = picture
  return h(
    'svg',
    {
      class: 'canvas',
      width,
      height: HEIGHT,
      role: 'img',
      'aria-label': `${words.diagram}: ${words.events(columns.length)}`,
      onclick: (event) => {
        const column = columnAt(event)
        if (column !== null) act({ type: 'click/column', column })
      },
      onpointerover: (event) => {
        act({ type: 'pointer/at', pointed: pointedAt(event) })
      },
      onpointerleave: () => {
        act({ type: 'pointer/at', pointed: null })
      },
    },
    h('rect', { class: 'looked', x: x - 17, y: 2, width: 34, height: HEIGHT - 4, rx: 10 }),
    ...laneLines(picture),
    ...phaseBlocks(picture, words),
    ...columns.map((column, index) => columnView(column, index, columns[index - 1]?.x ?? 0, words)),
  )
}

/** `act` is told where the visitor points and clicks. */
export const diagram = (picture: Picture, looked: Looked, words: InspectorWords, act: Act): View => {
  const lane = (name: string, label: string) => h('li', { class: `name is-${name}` }, label)
  const names = [...LANES.map((name) => lane(name, words.lanes[name])), lane('session', words.session)]
  const x = picture.columns[looked.column]?.x ?? 0
  return h(
    'div',
    { class: 'diagram' },
    h('ul', { class: 'names', 'aria-hidden': 'true' }, ...names),
    h(
      'div',
      {
        class: 'scroller',
        role: 'group',
        'aria-label': words.diagram,
        tabindex: 0,
        'data-x': Math.round(x),
        'data-following': looked.isFollowing && looked.follows,
      },
      canvas(picture, x, words, act),
      tooltip(picture, looked, yOf),
    ),
  )
}
