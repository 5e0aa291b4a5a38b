/** A recording as a marble diagram: where each marble stands, and what each stretch of a lane looks like. */
import { messagesFor } from 'tccc-wx-sdk'
import { type Recording, replay, usualLetter } from 'tccc-wx-sdk/black-box'
import type { CallEvent, ClientMessage, Phase, Session, Transition } from 'tccc-wx-sdk/call'
import { type Lane, laneOf, LANES, STATE_OF } from './lanes'

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
export interface Column {
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
  readonly columns: readonly Column[]
  readonly phases: readonly Stretch<Phase>[]
  readonly states: Readonly<Partial<Record<Lane, readonly Stretch<string>[]>>>
}

const EDGE = 28
const LETTER_WIDTH = 6

/** A marble of its own for each moment, however close; a long wait takes more room, but not a screen. */
const stepFor = (sinceMs: number): number => 34 + 22 * Math.log10(1 + sinceMs / 100)

const labelOf = (event: CallEvent | ClientMessage): string => {
  if ('policy' in event) return event.policy
  return 'code' in event && typeof event.code === 'number'
    ? String(event.code)
    : event.type.slice(event.type.indexOf('/') + 1)
}

const marblesOf = (transition: Transition): readonly Marble[] => {
  const { event, from, to } = transition
  const came = { lane: laneOf(event), letter: usualLetter(event.type), label: labelOf(event), isFull: from !== to }
  const sent = messagesFor(transition).map((value): Marble => {
    return { lane: 'out', letter: value.type.charAt(5), label: labelOf(value), isFull: true, value }
  })
  return [{ ...came, value: event }, ...sent]
}

const widthOf = ({ label }: Marble): number => Math.max(26, label.length * LETTER_WIDTH + 6)

const layOut = (transitions: readonly Transition[]): readonly Column[] => {
  /** By lane, how far its labels reach. */
  const reached = new Map<Lane, number>()
  let x = EDGE - stepFor(0)
  let before = transitions[0]?.at ?? 0
  return transitions.map((transition) => {
    const marbles = marblesOf(transition)
    const sinceMs = Math.max(0, transition.at - before)
    const free = marbles.map((marble) => (reached.get(marble.lane) ?? 0) + widthOf(marble) / 2)
    x = Math.max(x + stepFor(sinceMs), ...free)
    before = transition.at
    for (const marble of marbles) reached.set(marble.lane, x + widthOf(marble) / 2)
    return { x, transition, marbles, sinceMs }
  })
}

const stretches = <State extends string>(
  columns: readonly Column[],
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

const draw = (recording: Recording): Picture => {
  const columns = layOut(replay(recording))
  const width = (columns[columns.length - 1]?.x ?? 0) + 3 * EDGE
  const { initial } = recording
  const states = LANES.flatMap((lane) => {
    const stateOf = STATE_OF[lane]
    return stateOf === undefined ? [] : [[lane, stretches(columns, width, stateOf(initial), stateOf)]]
  })
  const phases = stretches(columns, width, initial.phase, ({ phase }) => phase)
  return { width, columns, phases, states: Object.fromEntries(states) as Picture['states'] }
}

const drawn = new WeakMap<Recording, Picture>()

/** Each recording is laid out once. */
export const pictureOf = (recording: Recording): Picture => {
  const picture = drawn.get(recording) ?? draw(recording)
  drawn.set(recording, picture)
  return picture
}
