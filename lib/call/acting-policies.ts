/** The policies of a call: they act while it lives, and again in its next life. */
import { type Observable, Subscription } from 'rxjs'
import type { CallEvent } from '../events/event'
import type { Policy } from '../policies/policy'

interface Use {
  readonly policy: Policy
  /** How often it was added and not taken away. */
  count: number
  acting: Subscription
}

export class ActingPolicies {
  private uses: readonly Use[] = []
  private lifetime = Subscription.EMPTY

  constructor(
    private readonly run: (policy: Policy) => Observable<CallEvent>,
    private readonly enqueue: (event: CallEvent) => void,
  ) {}

  /** All of them act until the lifetime ends. */
  begin(lifetime: Subscription): void {
    this.lifetime = lifetime
    this.uses.forEach((use) => {
      this.start(use)
    })
  }

  /**
   * Adds one, which acts at once if the call lives; the returned function takes it away. One that is added twice acts
   * once, until it has been taken away twice.
   */
  use(policy: Policy): () => void {
    const use = this.uses.find((known) => known.policy === policy) ?? this.add(policy)
    let isMine = true
    use.count += 1
    return () => {
      if (!isMine) return
      isMine = false
      use.count -= 1
      if (use.count > 0) return
      this.uses = this.uses.filter((other) => other !== use)
      use.acting.unsubscribe()
    }
  }

  private add(policy: Policy): Use {
    const use = { policy, count: 0, acting: Subscription.EMPTY }
    this.uses = this.uses.concat(use)
    if (!this.lifetime.closed) this.start(use)
    return use
  }

  private start(use: Use): void {
    const { enqueue } = this
    use.acting = this.run(use.policy).subscribe(enqueue)
    this.lifetime.add(use.acting)
  }
}
