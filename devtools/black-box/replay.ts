/** A recording, once more through the reducer. */
import { reduce } from '../session/reduce'
import type { Transition } from '../session/transition'
import type { Recording } from './recording'

/** The same transitions that the call went through, bit for bit, but for what was redacted. */
export const replay = ({ startedAt, initial, events }: Recording): readonly Transition[] => {
  let from = initial
  return events.map(({ at, event }) => {
    const transition: Transition = { event, from, to: reduce(from, event, startedAt + at), at: startedAt + at }
    from = transition.to
    return transition
  })
}
