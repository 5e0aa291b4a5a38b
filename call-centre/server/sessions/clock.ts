/** The time and the only timers of the call centre, so that specs can turn the hands. */
export interface Clock {
  /**
   * Milliseconds that only ever pass, however the machine's clock is set: whatever is measured is measured with it. It
   * begins near the time of day, and may part from it.
   */
  now(): number
  /** The time of day, epoch milliseconds: for records and opening hours. Two of them are never compared. */
  date(): number
  /** Runs once, later; the answer calls it off. */
  after(delayMs: number, run: () => void): () => void
}

/** `begin`: what was measured last before the process began anew; otherwise it begins with the time of day. */
export function systemClock(begin = Date.now()): Clock {
  const beginning = begin - performance.now()
  return {
    now: () => Math.round(beginning + performance.now()),
    date: () => Date.now(),
    after: (delayMs, run) => {
      const timer = setTimeout(run, delayMs)
      return () => {
        clearTimeout(timer)
      }
    },
  }
}

/** A clock whose timers can all be called off at once, so that a closed call centre leaves none behind. */
export interface StoppableClock extends Clock {
  stop(): void
}

/** `mayRun`: a timer that runs out while it says no, runs nothing. Default: each does. */
export function stoppable(clock: Clock, mayRun: () => boolean = () => true): StoppableClock {
  const pending = new Set<() => void>()
  return {
    now: () => clock.now(),
    date: () => clock.date(),
    after(delayMs, run) {
      const callOff = clock.after(delayMs, () => {
        pending.delete(callOff)
        if (mayRun()) run()
      })
      pending.add(callOff)
      return () => {
        pending.delete(callOff)
        callOff()
      }
    },
    stop() {
      for (const callOff of pending) callOff()
      pending.clear()
    },
  }
}
