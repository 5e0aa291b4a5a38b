/** The time and the only timers of the call centre, so that specs can turn the hands. */
export interface Clock {
  /** Epoch milliseconds. */
  now(): number
  /** Runs once, later; the answer calls it off. */
  after(delayMs: number, run: () => void): () => void
}

export const systemClock: Clock = {
  now: () => Date.now(),
  after: (delayMs, run) => {
    const timer = setTimeout(run, delayMs)
    return () => {
      clearTimeout(timer)
    }
  },
}
