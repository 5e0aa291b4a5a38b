/** Time that passes, which a step of the phone's clock neither stretches nor cuts. */
import { asyncScheduler } from 'rxjs'
import { attempt } from './edge'
import { theWx } from './wx'

/** Epoch milliseconds: where the phone's clock stood when it was first asked, and what has passed since. */
export type Clock = () => number

/** By then even a coarse clock tells milliseconds from microseconds. */
const MEASURED_MS = 20

/** How many counts make a millisecond: 1 or 1000; `undefined`: the phone's clock was changed meanwhile. */
const unitOf = (counts: number, ms: number): number | undefined =>
  [1, 1_000].find((unit) => counts > (ms * unit) / 3 && counts < ms * unit * 3)

/** No timer of a call that is connected waits as long, and each looks at the clock: what is longer is a step of it. */
const LONGEST_PAUSE_MS = 60_000

/** Base library 2.11.0. What counts once goes on counting; NaN: nothing counts. */
const counter = (): (() => number) => {
  const performance = attempt(() => theWx().getPerformance?.())
  const counts = attempt(() => performance?.now()) !== undefined
  return () => (counts ? Number(performance?.now()) : NaN)
}

interface Times {
  readonly app: number
  readonly calls: number
}

/**
 * `count` goes on evenly and says nothing of its unit: `wx.getPerformance().now` counts microseconds on phones and
 * milliseconds in DevTools. So it is held against the scheduler's clock once. Until then, and where there is no such
 * counter, the scheduler's clock counts, without its steps back; for calls, not by more than a minute at once.
 */
const startClock = (count: () => number): (() => Times) => {
  const look = () => ({ wall: asyncScheduler.now(), count: count() })
  let begun = look()
  let last = begun
  let times: Times = { app: begun.wall, calls: begun.wall }
  let unit: number | undefined
  return () => {
    const now = look()
    const wallMs = Math.max(0, now.wall - last.wall)
    const counts = now.count - last.count
    if (unit === undefined && now.wall - begun.wall >= MEASURED_MS) {
      unit = unitOf(now.count - begun.count, now.wall - begun.wall)
      begun = now
    }
    last = now
    // In either unit no more milliseconds than counts have passed: a step ahead of the clock ends there.
    const countedMs = unit === undefined ? Math.min(wallMs, counts) : counts / unit
    times =
      counts >= 0
        ? { app: times.app + countedMs, calls: times.calls + countedMs }
        : { app: times.app + wallMs, calls: times.calls + Math.min(LONGEST_PAUSE_MS, wallMs) }
    return times
  }
}

/**
 * It starts when it is asked first: nothing of `wx` is touched before. Whoever looks, looks for both: the signs of life of
 * the line keep a quiet talk from being taken for a pause.
 */
export const createWxClock = (): { readonly ofApp: Clock; readonly ofCalls: Clock } => {
  let clock: (() => Times) | undefined
  const look = () => (clock ??= startClock(counter()))()
  return { ofApp: () => Math.round(look().app), ofCalls: () => Math.round(look().calls) }
}
