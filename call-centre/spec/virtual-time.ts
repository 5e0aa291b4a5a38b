/** Virtual time for both ends of a line: the scheduler of a `TestScheduler` is every timer's. */
import { asyncScheduler, timer } from 'rxjs'
import { TestScheduler } from 'rxjs/testing'
import type { Clock } from '../server/sessions/clock'

const LONGEST_MS = 120_000

/** The centre's clock in that time. */
export const schedulerClock: Clock = {
  now: () => asyncScheduler.now(),
  date: () => asyncScheduler.now(),
  after: (delayMs, run) => {
    const waiting = timer(delayMs).subscribe(run)
    return () => {
      waiting.unsubscribe()
    }
  },
}

/** Plays, and lets two minutes go by. */
export const virtually = (play: () => void): void => {
  const scheduler = new TestScheduler((actual, expected) => {
    expect(actual).toEqual(expected)
  })
  scheduler.run(({ flush }) => {
    play()
    scheduler.maxFrames = LONGEST_MS
    flush()
  })
}

export const at = (ms: number, run: () => void): void => {
  timer(ms).subscribe(run)
}
