/** A call as a marble diagram: where each marble stands, and what each stretch of a lane looks like. In pixels. */
import type { CallEvent } from '../../lib/call/event'
import type { Phase } from '../../lib/call/phase'
import type { Session } from '../../lib/call/session'
import { messagesFor, type Transition } from '../../lib/call/step'
import type { ClientMessage } from '../../lib/link/messages'
import { sentLetter } from '../../lib/testing/sent'
import type { Language } from './explain-words'
import { type Lane, laneOf, LANES, STATE_OF } from './lanes'
import { kitLetter } from './letters'
import { marbleWords } from './marble-words'

export interface Marble {
  readonly lane: Lane
  readonly letter: string
  /** The few words below it. */
  readonly label: string
  /** A marble that changed nothing is hollow. */
  readonly isFull: boolean
  readonly value: CallEvent | ClientMessage
}

/** One moment: what happened, and what was sent because of it. */
export interface Moment {
  readonly x: number
  readonly transition: Transition
  readonly marbles: readonly Marble[]
  /** Milliseconds since the column before. */
  readonly sinceMs: number
}

/** A stretch in which a state was the same. */
export interface Stretch<State extends string> {
  readonly from: number
  readonly to: number
  readonly state: State
}

export interface Picture {
  readonly width: number
  readonly columns: readonly Moment[]
  readonly phases: readonly Stretch<Phase>[]
  readonly states: Readonly<Partial<Record<Lane, readonly Stretch<string>[]>>>
}

const EDGE = 28
const LETTER_WIDTH = 6

/** A marble of its own for each moment, however close; a long wait takes more room, but not a screen. */
const stepFor = (sinceMs: number): number => 34 + 22 * Math.log10(1 + sinceMs / 100)

const marblesOf = (transition: Transition, language: Language): readonly Marble[] => {
  const { event, from, to } = transition
  const labelOf = (value: CallEvent | ClientMessage) => marbleWords(value, language)
  const came = { lane: laneOf(event), letter: kitLetter(event) ?? '•', label: labelOf(event), isFull: from !== to }
  const sent = messagesFor(transition).map((value): Marble => {
    return { lane: 'out', letter: sentLetter(value), label: labelOf(value), isFull: true, value }
  })
  return [{ ...came, value: event }, ...sent]
}

/** A Chinese character takes the room of two letters. */
const lettersIn = (label: string): number => label.length + label.replace(/[^\u2e80-\u9fff]/g, '').length

const widthOf = ({ label }: Marble): number => Math.max(26, lettersIn(label) * LETTER_WIDTH + 6)

const layOut = (transitions: readonly Transition[], language: Language): readonly Moment[] => {
  /** By lane, how far its labels reach. */
  const reached = new Map<Lane, number>()
  let x = EDGE - stepFor(0)
  let before = transitions[0]?.at ?? 0
  return transitions.map((transition) => {
    const marbles = marblesOf(transition, language)
    const sinceMs = Math.max(0, transition.at - before)
    const free = marbles.map((marble) => (reached.get(marble.lane) ?? 0) + widthOf(marble) / 2)
    x = Math.max(x + stepFor(sinceMs), ...free)
    before = transition.at
    for (const marble of marbles) reached.set(marble.lane, x + widthOf(marble) / 2)
    return { x, transition, marbles, sinceMs }
  })
}

const stretches = <State extends string>(
  columns: readonly Moment[],
  width: number,
  first: State,
  stateOf: (session: Session) => State,
): readonly Stretch<State>[] => {
  const found: Stretch<State>[] = []
  let open = { from: 0, state: first }
  for (const { x, transition } of columns) {
    const state = stateOf(transition.to)
    if (state === open.state) continue
    found.push({ ...open, to: x })
    open = { from: x, state }
  }
  return [...found, { ...open, to: width }]
}

/** `transitions` as `replay` gives them; also a part of them. The words below the marbles are in `language`. */
export const pictureOf = (transitions: readonly Transition[], language: Language = 'en'): Picture => {
  const columns = layOut(transitions, language)
  const width = (columns[columns.length - 1]?.x ?? 0) + 3 * EDGE
  const [first] = transitions
  if (first === undefined) return { width, columns, phases: [], states: {} }
  const states: Partial<Record<Lane, readonly Stretch<string>[]>> = {}
  LANES.forEach((lane) => {
    const stateOf = STATE_OF[lane]
    if (stateOf !== undefined) states[lane] = stretches(columns, width, stateOf(first.from), stateOf)
  })
  const phases = stretches(columns, width, first.from.phase, ({ phase }) => phase)
  return { width, columns, phases, states }
}
