import type { Transition } from '../../../lib/call/step'
import type { Invariant } from '../trace'

/** The first transition with a fault. */
export const each =
  (check: (transition: Transition, index: number) => string | undefined): Invariant =>
  ({ transitions }) => {
    for (const [index, transition] of transitions.entries()) {
      const fault = check(transition, index)
      if (fault !== undefined) return `${fault} (event ${String(index)}: ${JSON.stringify(transition.event)})`
    }
    return undefined
  }
