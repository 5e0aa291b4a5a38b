import { filter, type Observable } from 'rxjs'
import type { Assembled } from './assemble'
import type { CentreEvent } from './observe/events'
import type { Clock, StoppableClock } from './sessions/clock'

interface Parts {
  readonly inside: Pick<Assembled, 'goAway' | 'drain' | 'picture'>
  readonly clock: StoppableClock
  readonly event$: Observable<CentreEvent>
  /** Nothing is kept, and nothing is said, after this. */
  readonly closeStore: () => Promise<void>
  readonly closeDoors: () => Promise<unknown>
}

export interface Stop {
  /** Takes no new call from now on, and resolves when none goes on any more, or after `limitMs`. Then close it. */
  drain(limitMs: number): Promise<void>
  /** Closes everything. Clients are asked to come back within `spreadMs`, default 1000. */
  close(options?: { readonly spreadMs?: number }): Promise<void>
  /** Whether customers should be led here. */
  readonly isReady: () => boolean
  /** Closes everything without a word. */
  readonly abandon: () => Promise<void>
}

/** How a centre stops. */
export function createStop({ inside, clock, event$, closeStore, closeDoors }: Parts): Stop {
  let stopping = false
  const abandon = async (): Promise<void> => {
    stopping = true
    // Before the seats' pages are sent away, or their calls would go back to the queue.
    await closeStore()
    await closeDoors()
    clock.stop()
  }
  return {
    abandon,
    isReady: () => !stopping,
    drain(limitMs) {
      stopping = true
      inside.drain()
      return callsOver(event$, () => inside.picture().sessions.length, clock, limitMs)
    },
    async close({ spreadMs = 1_000 } = {}) {
      inside.goAway(spreadMs)
      await abandon()
    },
  }
}

/** Resolves when no call goes on, or the time is over. */
function callsOver(event$: Observable<CentreEvent>, calls: () => number, clock: Clock, limitMs: number): Promise<void> {
  return new Promise((over) => {
    const end = (): void => {
      callOff()
      watching.unsubscribe()
      over()
    }
    const look = (): void => {
      if (calls() === 0) end()
    }
    const callOff = clock.after(limitMs, end)
    const watching = event$.pipe(filter((event) => event.type === 'call' && event.end !== undefined)).subscribe(() => {
      // The centre is speaking now; it forgets the call afterwards.
      queueMicrotask(look)
    })
    look()
  })
}
