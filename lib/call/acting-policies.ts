/** The policies of a call: they act while it lives, and again in its next life. */
import { type Observable, Subscription } from 'rxjs'
import type { CallEvent } from '../events/event'
import type { Policy } from '../policies/policy'

interface Use {
  /** How often it was added and not taken away. */
  count: number
  acting: Subscription
}

export class ActingPolicies {
  private readonly uses = new Map<Policy, Use>()
  private lifetime = Subscription.EMPTY

  constructor(
    private readonly run: (policy: Policy) => Observable<CallEvent>,
    private readonly enqueue: (event: CallEvent) => void,
  ) {}

  /** All of them act until the lifetime ends. */
  begin(lifetime: Subscription): void {
    this.lifetime = lifetime
    this.uses.forEach((use, policy) => {
      this.start(policy, use)
    })
  }

  /**
   * Adds one, which acts at once if the call lives; the returned function takes it away. One that is added twice acts
   * once, until it has been taken away twice.
   */
  use(policy: Policy): () => void {
    const use = this.uses.get(policy) ?? { count: 0, acting: Subscription.EMPTY }
    let isMine = true
    use.count += 1
    this.uses.set(policy, use)
    if (use.count === 1 && !this.lifetime.closed) this.start(policy, use)
    return () => {
      if (!isMine) return
      isMine = false
      use.count -= 1
      if (use.count > 0) return
      this.uses.delete(policy)
      use.acting.unsubscribe()
    }
  }

  private start(policy: Policy, use: Use): void {
    const { enqueue } = this
    use.acting = this.run(policy).subscribe(enqueue)
    this.lifetime.add(use.acting)
  }
}
