/** A recording, once more through the step. */
import { type Transition, transitionOf } from '../../lib/call/step'
import type { Recording } from '../../lib/recording/recording'

/** The same transitions that the call went through, bit for bit, but for what was redacted; with what followed from each. */
export const replay = ({ startedAt, initial, events }: Recording): readonly Transition[] => {
  let from = initial
  return events.map(({ at, event }) => {
    const transition = transitionOf(from, event, startedAt + at)
    from = transition.to
    return transition
  })
}
