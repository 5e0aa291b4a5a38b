import type { Clock } from '../server/sessions/clock'

export interface VirtualClock extends Clock {
  advance(ms: number): void
  /** One turn of the event loop: runs what is due; what that sets for now waits for the next turn. */
  turn(): void
  /** Sets the machine's clock: the time of day is another from now on, and nothing has passed. */
  set(byMs: number): void
  /** Time passes for a process that stands still: what is due runs with the next {@link turn}. */
  sleep(ms: number): void
  /** How many timers are set. */
  pending(): number
}

/** A clock whose hands the spec turns. It begins on a Wednesday at noon, local time. */
export function createVirtualClock(begin = new Date(2030, 0, 2, 12).getTime()): VirtualClock {
  const timers = new Set<{ readonly at: number; readonly run: () => void }>()
  let now = begin
  let aheadMs = 0
  const next = (until: number) => [...timers].filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0]
  return {
    now: () => now,
    date: () => now + aheadMs,
    set(byMs) {
      aheadMs += byMs
    },
    after(delayMs, run) {
      const timer = { at: now + delayMs, run }
      timers.add(timer)
      return () => timers.delete(timer)
    },
    advance(ms) {
      const until = now + ms
      for (let timer = next(until); timer; timer = next(until)) {
        timers.delete(timer)
        now = timer.at
        timer.run()
      }
      now = until
    },
    turn() {
      for (const timer of [...timers].filter(({ at }) => at <= now)) {
        if (timers.delete(timer)) timer.run()
      }
    },
    sleep(ms) {
      now += ms
    },
    pending: () => timers.size,
  }
}
