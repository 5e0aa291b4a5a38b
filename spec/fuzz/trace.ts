/** What a story did, as the invariants read it. */
import type { Session } from '../../lib/call/session'
import type { Transition } from '../../lib/call/step'
import type { ClientMessage } from '../../lib/link/messages'

export interface Sent {
  readonly message: ClientMessage
  /** The session in the moment of sending: the one before the transition that sends. */
  readonly session: Session
  /** How many transitions were over by then: the sending one is the next. */
  readonly transition: number
}

/** What somebody who looks in for a moment got, and what was true. */
export interface Glance {
  readonly got: readonly Session[]
  readonly truth: Session
}

export interface Trace {
  /** From inside of the call: also what nobody outside watched. */
  readonly transitions: readonly Transition[]
  /** What the page got, one list for each of its visits. */
  readonly visits: readonly (readonly Transition[])[]
  readonly sent: readonly Sent[]
  readonly glances: readonly Glance[]
  /** What is left after the last page has gone, by name; all are 0. */
  readonly left: Readonly<Record<string, number>>
}

/** An invariant: what is wrong, or nothing. */
export type Invariant<Seen = Trace> = (trace: Seen) => string | undefined

export const firstFault = <Seen>(
  invariants: Readonly<Record<string, Invariant<Seen>>>,
  seen: Seen,
): { readonly invariant: string; readonly fault: string } | undefined => {
  for (const [invariant, check] of Object.entries(invariants)) {
    const fault = check(seen)
    if (fault !== undefined) return { invariant, fault }
  }
  return undefined
}
