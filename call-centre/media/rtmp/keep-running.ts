import type { Clock } from '../../server/sessions/clock'

/** A program that runs. */
export interface Running {
  readonly kill: () => void
}

/** Begins it anew and says when it has ended. */
export type Begin = (ended: () => void) => Running

const firstPauseMs = 50
/** Whatever a program needs is tried again so often at least. */
const longestPauseMs = 800
/** One that ran so long was no failure to begin. */
const steadyMs = 5_000

/** Keeps a program running until the answer is called: one that ends is begun again, at once at first and then more seldom. */
export function keepRunning(begin: Begin, clock: Clock): () => void {
  let pauseMs = firstPauseMs
  let stop: () => void = () => undefined
  const run = (): void => {
    const since = clock.now()
    let over = false
    const running = begin(() => {
      if (over) return
      over = true
      if (clock.now() - since >= steadyMs) pauseMs = firstPauseMs
      stop = clock.after(pauseMs, run)
      pauseMs = Math.min(2 * pauseMs, longestPauseMs)
    })
    stop = () => {
      over = true
      running.kill()
    }
  }
  run()
  return () => {
    stop()
  }
}
