import type { Clock } from '../sessions/clock'
import { limits } from '../limits'

/** How fast somebody may go: a bucket that fills again over time. */
export interface Pace {
  /** Takes one from the bucket; false when it is empty. */
  allows(): boolean
  /** What was taken was not meant. */
  giveBack(): void
  /** How long until there is one again; 0: there is one. */
  waitMs(): number
  /** Nothing has been taken that has not come back. */
  isRested(): boolean
}

export interface Measure {
  readonly burst: number
  readonly perSecond: number
}

/** More than any call needs: a frame each for its messages, their acknowledgements and the heartbeats. */
const frames: Measure = { burst: limits.frameBurst, perSecond: limits.framesPerSecond }

export function createPace(clock: Clock, { burst, perSecond }: Measure = frames): Pace {
  let left = burst
  let filledAt = clock.now()
  const fill = (): void => {
    const now = clock.now()
    left = Math.min(burst, left + ((now - filledAt) * perSecond) / 1_000)
    filledAt = now
  }
  return {
    allows() {
      fill()
      if (left < 1) return false
      left -= 1
      return true
    },
    giveBack() {
      left = Math.min(burst, left + 1)
    },
    waitMs() {
      fill()
      return Math.ceil((Math.max(0, 1 - left) * 1_000) / perSecond)
    },
    isRested() {
      fill()
      return left === burst
    },
  }
}

/** A pace each, by name. Who is rested is forgotten, once a minute. */
export function createPaces(clock: Clock, measure: Measure): (name: string) => Pace {
  const paces = new Map<string, Pace>()
  let sweptAt = clock.now()
  const sweep = (): void => {
    if (clock.now() - sweptAt < 60_000) return
    sweptAt = clock.now()
    for (const [name, pace] of paces) if (pace.isRested()) paces.delete(name)
  }
  return (name) => {
    sweep()
    const pace = paces.get(name) ?? createPace(clock, measure)
    paces.set(name, pace)
    return pace
  }
}
