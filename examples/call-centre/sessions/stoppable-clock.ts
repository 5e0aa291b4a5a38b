import type { Clock } from './clock'

/** A clock whose timers can all be called off at once, so that a closed call centre leaves none behind. */
export interface StoppableClock extends Clock {
  stop(): void
}

export function stoppable(clock: Clock): StoppableClock {
  const pending = new Set<() => void>()
  return {
    now: () => clock.now(),
    after(delayMs, run) {
      const callOff = clock.after(delayMs, () => {
        pending.delete(callOff)
        run()
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
