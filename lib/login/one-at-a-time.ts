/** Calls an app's own function, never twice at once, and says when it may be called again. */
import { asyncScheduler } from 'rxjs'

export interface OneAtATime {
  /** Resolves in every case, once the function has settled; while it runs, the same promise. */
  readonly run: () => PromiseLike<void>
  /** How often it has failed on end. */
  readonly failures: () => number
  /** Until it may be called again without being asked for; below 0: it may. */
  readonly pauseMs: () => number
}

const FIRST_PAUSE_MS = 60_000
const DOUBLINGS = 5
/** One that has not settled after this time is taken for failed. */
const TRY_MS = 30_000

/** `act` resolves with whether it has succeeded. */
export const oneAtATime = (act: () => PromiseLike<boolean>): OneAtATime => {
  let running: { readonly done: PromiseLike<void>; readonly until: number } | null = null
  let failures = 0
  let notBefore = 0

  const settle = (mine: object, succeeded: boolean) => {
    if (running === mine) running = null
    failures = succeeded ? 0 : failures + 1
    const doublings = Math.min(DOUBLINGS, Math.max(0, failures - 1))
    notBefore = asyncScheduler.now() + FIRST_PAUSE_MS * Math.pow(2, doublings)
  }

  return {
    run: () => {
      const now = asyncScheduler.now()
      if (running !== null && now < running.until) return running.done
      const settled = new Promise<boolean>((resolve) => {
        resolve(act())
      })
      const mine = {
        done: settled.then(
          (succeeded) => {
            settle(mine, succeeded)
          },
          () => {
            settle(mine, false)
          },
        ),
        until: now + TRY_MS,
      }
      running = mine
      return mine.done
    },
    failures: () => failures,
    pauseMs: () => notBefore - asyncScheduler.now(),
  }
}
