import { idle, isRunning } from '../../lib/call/session'
import { type Transition, transitionOf } from '../../lib/call/step'
import type { Recording } from '../../lib/recording/recording'
import { replay } from './replay'

export interface LastCall {
  /** From the dialling, or from the first that was kept. */
  readonly transitions: readonly Transition[]
  /** Whether the dialling is among them. */
  readonly isWhole: boolean
}

/** What the next call takes over from the one before. */
const begun = ({ event, from: { line, interruption }, at }: Transition): Transition =>
  transitionOf({ ...idle, line, interruption }, event, at)

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
