/** Weekly hours as data, and the policy that dials only within them. */
import { asyncScheduler, defer, EMPTY, of } from 'rxjs'
import { hangUp } from '../call/intents'
import { named, type Policy } from './policy'
import { whilePhase } from './while'

type Time = `${number}:${number}`

/** 0 is Sunday. */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6

export interface OpenSpan {
  readonly days: readonly Weekday[]
  /** `HH:MM`, 24 hours. */
  readonly from: Time
  /** `HH:MM`; `24:00` is the end of the day. Not later than `from`: on the following day. */
  readonly to: Time
}

export interface OpeningTimes {
  readonly hours: readonly OpenSpan[]
  /** Minutes east of UTC. Default 480: China. */
  readonly utcOffsetMinutes?: number
  /** Days on which a span does not begin, as `YYYY-MM-DD`. Default: none. */
  readonly closedOn?: readonly string[]
}

const DAY = 1440
const MINUTE_MS = 60_000

const minuteOf = (time: Time): number => {
  const [, hour = '', minute = ''] = /^([01]\d|2[0-4]):([0-5]\d)$/.exec(time) ?? []
  const minutes = Number(hour) * 60 + Number(minute)
  if (hour === '' || minutes > DAY)
    throw new RangeError(`'${time}' is no time of day: write HH:MM, from 00:00 to 24:00.`)
  return minutes
}

/** Throws a RangeError for a time that is none. `at` is epoch milliseconds. */
export const isOpenAt = ({ hours, utcOffsetMinutes = 480, closedOn = [] }: OpeningTimes): ((at: number) => boolean) => {
  const spans = hours.map(({ days, from, to }) => {
    const start = minuteOf(from)
    const end = minuteOf(to)
    return { days, start, end: end > start ? end : end + DAY }
  })
  return (at) => {
    const localMinute = Math.floor(at / MINUTE_MS) + utcOffsetMinutes
    const today = Math.floor(localMinute / DAY)
    // A span of yesterday may last into today.
    return [today, today - 1].some((day) => {
      const date = new Date(day * DAY * MINUTE_MS)
      if (closedOn.includes(date.toISOString().slice(0, 10))) return false
      const minute = localMinute - day * DAY
      return spans.some(
        ({ days, start, end }) => days.some((open) => open === date.getUTCDay()) && start <= minute && minute < end,
      )
    })
  }
}

/**
 * Hangs up at once a call that is dialled outside of `hours`; a call that runs past closing time goes on.
 * Lets go when the call centre answers. Throws a RangeError for a time of day that is none.
 */
export const openingHours = (times: OpeningTimes): Policy => {
  const isOpen = isOpenAt(times)
  const refusal$ = defer(() => (isOpen(asyncScheduler.now()) ? EMPTY : of(hangUp('closed now'))))
  return named('openingHours', ({ session$ }) => session$.pipe(whilePhase('dialling', () => refusal$)))
}
