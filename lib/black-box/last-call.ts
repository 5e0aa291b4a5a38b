import { isRunning } from '../session/session'
import type { Transition } from '../session/transition'
import type { Recording } from './recording'
import { replay } from './replay'

export interface LastCall {
  /** From the dialling, or from the first that was kept. */
  readonly transitions: readonly Transition[]
  /** Whether the dialling is among them. */
  readonly isWhole: boolean
}

/** The last call of a recording, which may hold several. */
export const lastCall = (recording: Recording): LastCall => {
  const transitions = replay(recording)
  const dials = transitions.map(
    ({ event, from, to }) => event.type === 'intent/startCall' && !isRunning(from) && from !== to,
  )
  const start = dials.lastIndexOf(true)
  return { transitions: transitions.slice(Math.max(0, start)), isWhole: start >= 0 }
}
