/** When this side has to be heard, and how long the other one may stay silent: PROTOCOL.md §3.3. */
import { asyncScheduler, Subscription } from 'rxjs'

const WELCOME_MS = 10_000
const PROBE_MS = 3_000

export interface Heart {
  /** A heartbeat is due. */
  beat(): void
  /** The other side counts as dead. */
  die(): void
}

export class Pulse {
  private alarm = Subscription.EMPTY
  private stopped = false
  private readonly openedAt = asyncScheduler.now()
  private heardAt = this.openedAt
  /** When a sign of life was asked for that has not come. */
  private probedAt: number | null = null
  private beatAt = Infinity
  private beatMs = Infinity
  private silenceMs = WELCOME_MS

  constructor(private readonly heart: Heart) {}

  /** The welcome has come. */
  beatEvery(beatMs: number): void {
    this.beatMs = beatMs
    this.silenceMs = 2 * beatMs
    this.beaten()
  }

  /** A heartbeat goes out. */
  beaten(): void {
    this.beatAt = asyncScheduler.now() + this.beatMs
  }

  /** Something has come from the other side. */
  heard(): void {
    this.probedAt = null
    this.heardAt = asyncScheduler.now()
  }

  /** Patience is short until something comes. */
  probe(): void {
    this.probedAt ??= asyncScheduler.now()
  }

  isProbing(): boolean {
    return this.probedAt !== null
  }

  /** Timers stand still while the phone sleeps; the clock does not. */
  isOverdue(): boolean {
    return asyncScheduler.now() - this.heardAt >= this.silenceMs
  }

  /** One timer, for whichever comes first: our heartbeat, or the end of our patience. A clock set back delays neither. */
  watch(): void {
    this.alarm.unsubscribe()
    if (this.stopped) return
    const now = asyncScheduler.now()
    this.heardAt = Math.min(this.heardAt, now)
    this.beatAt = Math.min(this.beatAt, now + this.beatMs)
    const beats = this.beatAt < this.deadAt()
    const waitMs = (beats ? this.beatAt : this.deadAt()) - now
    this.alarm = asyncScheduler.schedule(() => {
      if (beats) this.heart.beat()
      else if (asyncScheduler.now() >= this.deadAt()) this.heart.die()
      this.watch()
    }, waitMs)
  }

  stop(): void {
    this.stopped = true
    this.alarm.unsubscribe()
  }

  /** When the other side counts as dead, unless it is heard before. */
  private deadAt(): number {
    if (this.probedAt !== null) return this.probedAt + PROBE_MS
    return this.beatMs === Infinity ? this.openedAt + WELCOME_MS : this.heardAt + this.silenceMs
  }
}
