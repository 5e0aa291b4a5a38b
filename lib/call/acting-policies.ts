/** The policies of a call: they act while it lives, and again in its next life. */
import { type Observable, Subscription } from 'rxjs'
import type { CallEvent } from '../events/event'
import type { Policy } from '../policies/policy'

export interface ActingPolicies {
  /** All of them act until the lifetime ends. */
  readonly begin: (lifetime: Subscription) => void
  /**
   * Adds one, which acts at once if the call lives; the returned function takes it away. One that is added twice acts
   * once, until it has been taken away twice.
   */
  readonly use: (policy: Policy) => () => void
}

export const createActingPolicies = (
  run: (policy: Policy) => Observable<CallEvent>,
  enqueue: (event: CallEvent) => void,
): ActingPolicies => {
  const uses = new Map<Policy, Set<() => void>>()
  const acting = new Map<Policy, Subscription>()
  let lifetime = Subscription.EMPTY
  const start = (policy: Policy) => {
    const running = run(policy).subscribe(enqueue)
    acting.set(policy, running)
    lifetime.add(running)
  }
  return {
    begin: (next) => {
      lifetime = next
      uses.forEach((_, policy) => {
        start(policy)
      })
    },
    use: (policy) => {
      const users = uses.get(policy) ?? new Set()
      const remove = () => {
        if (!users.delete(remove) || users.size > 0) return
        uses.delete(policy)
        acting.get(policy)?.unsubscribe()
        acting.delete(policy)
      }
      const isFirst = users.size === 0
      uses.set(policy, users.add(remove))
      if (isFirst && !lifetime.closed) start(policy)
      return remove
    },
  }
}
