import { idle, isRunning } from '../session/session'
import type { Transition } from '../session/transition'
import type { Recording } from './recording'
import { replay } from './replay'

export interface LastCall {
  /** From the dialling, or from the first that was kept. */
  readonly transitions: readonly Transition[]
  /** Whether the dialling is among them. */
  readonly isWhole: boolean
}

/** Of the call before, only what the next one takes over: its end is another story. */
const begun = (transition: Transition): Transition => {
  const { line, interruption } = transition.from
  return { ...transition, from: { ...idle, line, interruption } }
}

/** The last call of a recording, which may hold several. */
export const lastCall = (recording: Recording): LastCall => {
  const transitions = replay(recording)
  const dials = transitions.map(
    ({ event, from, to }) => event.type === 'intent/startCall' && !isRunning(from) && from !== to,
  )
  const start = dials.lastIndexOf(true)
  const [first, ...rest] = transitions.slice(Math.max(0, start))
  if (first === undefined || start < 0) return { transitions, isWhole: false }
  return { transitions: [begun(first), ...rest], isWhole: true }
}
