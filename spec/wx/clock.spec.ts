/** Time that passes, whatever happens to the phone's clock. */
import { createWxClock } from '../../lib/wx/clock'

const HOUR_MS = 3_600_000

beforeEach(() => jest.useFakeTimers())
afterEach(() => {
  jest.useRealTimers()
  Reflect.deleteProperty(globalThis, 'wx')
})

/** A phone with a clock on the wall, and a counter of so many counts a millisecond. */
const phone = (countsPerMs: number | null) => {
  let sinceStart = 5_000
  const now = countsPerMs === null ? undefined : () => sinceStart * countsPerMs
  Object.assign(globalThis, { wx: { getPerformance: () => ({ now }) } })
  const steps = (ms: number) => {
    jest.setSystemTime(Date.now() + ms)
  }
  const clock = createWxClock().ofCalls
  const start = clock()
  return {
    start,
    passed: () => clock() - start,
    waits: (ms: number) => {
      steps(ms)
      sinceStart += ms
    },
    steps,
  }
}

describe.each([
  ['milliseconds, as in DevTools', 1],
  ['microseconds, as on phones', 1_000],
])('a counter in %s', (_, countsPerMs) => {
  it('counts what has passed', () => {
    const { passed, waits } = phone(countsPerMs)
    waits(7)
    expect(passed()).toBe(7)
    waits(HOUR_MS)
    expect(passed()).toBe(HOUR_MS + 7)
  })

  it.each([-HOUR_MS, 3 * HOUR_MS, 24 * HOUR_MS])('counts no step of %d ms of the phone’s clock', (stepMs) => {
    const { passed, waits, steps } = phone(countsPerMs)
    waits(30)
    passed()
    steps(stepMs)
    expect(passed()).toBe(30)
    waits(1_000)
    expect(passed()).toBe(1_030)
  })

  it.each([-HOUR_MS, 24 * HOUR_MS])('nor one of %d ms that comes before its unit is known', (stepMs) => {
    const { passed, steps } = phone(countsPerMs)
    steps(stepMs)
    expect(passed()).toBe(0)
  })

  it('finds its unit after a step, too', () => {
    const { passed, waits, steps } = phone(countsPerMs)
    steps(HOUR_MS)
    waits(1)
    passed()
    waits(50)
    const before = passed()
    steps(HOUR_MS)
    waits(1_000)
    expect(passed() - before).toBe(1_000)
  })
})

describe('a phone without a counter', () => {
  it('counts by its clock, and not what that goes back', () => {
    const { passed, waits, steps } = phone(null)
    waits(1_000)
    expect(passed()).toBe(1_000)
    steps(-HOUR_MS)
    expect(passed()).toBe(1_000)
    waits(500)
    expect(passed()).toBe(1_500)
  })

  it('takes no step ahead for more than a minute', () => {
    const { passed, steps } = phone(null)
    steps(24 * HOUR_MS)
    expect(passed()).toBe(60_000)
  })
})

it.each([null, 1, 1_000])('begins where the phone’s clock stands (%s counts a millisecond)', (countsPerMs) => {
  expect(phone(countsPerMs).start).toBe(Date.now())
})
