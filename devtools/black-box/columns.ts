/** A call as a picture: one column for each event, one row for each source, time from left to right. */
import type { CallEvent } from '../../lib/call/event'
import { PHASE_LETTERS } from '../../lib/call/phase'
import { messagesFor, type Transition } from '../../lib/call/step'
import { sentLetter } from '../../lib/testing/sent'

/** The rows of the picture; of the marble kit, the lines. */
export type Row = 'user' | 'seat' | 'line' | 'phone'
export const ROWS: readonly Row[] = ['user', 'seat', 'line', 'phone']

export interface Column {
  /** Milliseconds after the first column; each column has one of its own. */
  readonly frame: number
  readonly row: Row
  readonly event: CallEvent
  /** The letter of the phase that begins here, or `null`. */
  readonly phase: string | null
  /** The letter of what is sent because of it, or `null`. */
  readonly sent: string | null
}

/** The word before the stroke of an event's type. */
export type Domain<Type = CallEvent['type']> = Type extends `${infer Name}/${string}` ? Name : never

/** A policy or a source that fails asks for nothing: the kit could not play it. */
const ROW_OF: Readonly<Record<Domain, Row | undefined>> = {
  intent: 'user',
  call: 'seat',
  line: 'line',
  pusher: 'phone',
  player: 'phone',
  media: 'phone',
  quality: 'phone',
  app: 'phone',
  audio: 'phone',
  network: 'phone',
  phone: 'phone',
  policy: undefined,
  source: undefined,
}

const isDomain = (name: string): name is Domain => Object.prototype.hasOwnProperty.call(ROW_OF, name)

export const rowOf = ({ type }: CallEvent): Row | undefined => {
  const domain = type.slice(0, type.indexOf('/'))
  return isDomain(domain) ? ROW_OF[domain] : undefined
}

/** What a phone reports all the time; what a person or the call centre does is drawn also when it changes nothing. */
const isNoise = ({ event, from, to }: Transition): boolean => from === to && !/^(intent|call)\//.test(event.type)

/**
 * Marbles of one frame would hide their order, and a group takes more room than its time: so each event has a frame of
 * its own, at most some milliseconds late.
 */
export const columnsOf = (transitions: readonly Transition[]): readonly Column[] => {
  const start = transitions[0]?.at ?? 0
  let last = -1
  const columns: Column[] = []
  for (const transition of transitions) {
    const { event, from, to, at } = transition
    const row = rowOf(event)
    if (row === undefined || isNoise(transition)) continue
    last = Math.max(at - start, last + 1)
    const phase = from.phase === to.phase ? null : PHASE_LETTERS[to.phase]
    const [message] = messagesFor(transition)
    columns.push({ frame: last, row, event, phase, sent: message === undefined ? null : sentLetter(message) })
  }
  return columns
}

const LONGEST_DASHES = 3

/** The time between two columns, as wide in each row. */
export const gap = (frames: number): string => (frames <= LONGEST_DASHES ? '-'.repeat(frames) : ` ${String(frames)}ms `)

/** One row as a marble line, up to its last letter. */
export const drawRow = (columns: readonly Column[], letterOf: (column: Column) => string | null): string => {
  let line = ''
  let drawn = ''
  let next = 0
  for (const column of columns) {
    const letter = letterOf(column)
    line += gap(column.frame - next) + (letter ?? '-')
    if (letter !== null) drawn = line
    next = column.frame + 1
  }
  return drawn
}
