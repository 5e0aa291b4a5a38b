/** The model's own timers, apart from those of the client: they can be stopped so that only the client's are left. */
import { Subscription } from 'rxjs'
import type { TestScheduler } from 'rxjs/testing'

export interface Clock {
  now(): number
  /** Calls `act` after `ms`, unless the returned subscription is left before. */
  after(ms: number, act: () => void): Subscription
  stop(): void
}

export const createClock = (scheduler: TestScheduler): Clock => {
  const timers = new Subscription()
  return {
    now: () => scheduler.now(),
    after: (ms, act) => {
      if (timers.closed) return Subscription.EMPTY
      const timer = scheduler.schedule(act, ms)
      timers.add(timer)
      return timer
    },
    stop: () => {
      timers.unsubscribe()
    },
  }
}
