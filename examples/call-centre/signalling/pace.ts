import type { Clock } from '../sessions/clock'

/** More than any call needs: a frame each for its messages, their acknowledgements and the heartbeats. */
const framesPerSecond = 100
const burst = 1_000

/** How fast one client may speak: a bucket of {@link burst} frames that fills again over time. */
export interface Pace {
  /** Takes one frame from the bucket; false when it is empty. */
  allows(): boolean
}

export function createPace(clock: Clock): Pace {
  let left = burst
  let filledAt = clock.now()
  return {
    allows() {
      const now = clock.now()
      left = Math.min(burst, left + ((now - filledAt) * framesPerSecond) / 1_000)
      filledAt = now
      if (left < 1) return false
      left -= 1
      return true
    },
  }
}
