import type { Clock } from '../sessions/clock'

/**
 * For how long a leader may speak without asking: measured on its own clock, from before the request that was granted, so
 * that it never lasts longer here than in Redis. Past it the leader is silent. What is kept does not depend on it: a
 * commit of a leader that another one has replaced is refused.
 */
export class Lease {
  private until = Number.NEGATIVE_INFINITY
  private stopTimer = (): void => undefined
  /** Another one after each end. */
  private life = Symbol()

  /** `over` hears once that a lease which was granted has run out. */
  constructor(
    private readonly lifeMs: number,
    private readonly clock: Pick<Clock, 'now' | 'after'>,
    private readonly over: () => void,
  ) {}

  /** Call it before the request, and the answer when it was granted: false when it has ended meanwhile. */
  ask(): () => boolean {
    const { life } = this
    const until = this.clock.now() + this.lifeMs
    return () => {
      if (life !== this.life) return false
      this.until = Math.max(this.until, until)
      this.stopTimer()
      this.stopTimer = this.clock.after(Math.max(0, this.until - this.clock.now()), () => this.isHeld())
      return true
    }
  }

  /** Whoever finds that it has run out, a timer or a question, is the one from whom `over` hears it. */
  isHeld(): boolean {
    if (this.clock.now() < this.until) return true
    if (this.until > Number.NEGATIVE_INFINITY) {
      this.end()
      this.over()
    }
    return false
  }

  /** Nobody hears of it any more. */
  end(): void {
    this.stopTimer()
    this.until = Number.NEGATIVE_INFINITY
    this.life = Symbol()
  }
}
