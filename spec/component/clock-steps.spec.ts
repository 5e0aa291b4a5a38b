/** @jest-environment jsdom */
import fc from 'fast-check'
import type { SessionEnded } from '../../lib/entries/index'
import { givePhone } from '../wx/phone'
import { SESSION_ID } from './centre'
import { openPageIn, type Page } from './page'

const HOUR_MS = 3_600_000
const STEPS_MS = [-HOUR_MS, -60_000, HOUR_MS, 24 * HOUR_MS]

/** Sets the phone's clock; timers, and what counts since the start of the app, do not know of it. */
const setBy = (ms: number) => {
  jest.setSystemTime(Date.now() + ms)
}

const counter = { now: () => performance.now() }

const talk = (): Page =>
  openPageIn(
    'talking',
    givePhone(() => ({ getPerformance: () => counter })),
  )

/** So many milliseconds of a talk on a line that lives. */
const goesOn = (page: Page, ms: number) => {
  jest.advanceTimersByTime(ms)
  page.centre.says({ type: 'call/held', sessionId: SESSION_ID, held: false })
}

const durationOf = (page: Page): unknown => (page.detailOf('sessionEnded') as SessionEnded).duration

beforeEach(() => jest.useFakeTimers())
afterEach(() => jest.useRealTimers())

describe('a talk in which the phone’s clock is set', () => {
  it('lasts as long as it lasted, whenever that was and by whatever', () => {
    const part = fc.tuple(fc.nat(9_000), fc.option(fc.integer({ min: -HOUR_MS, max: 24 * HOUR_MS })))
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const page = talk()
        const begin = page.sdk.now()
        for (const [ms, stepMs] of parts) {
          goesOn(page, ms)
          setBy(stepMs ?? 0)
        }
        const lastedMs = parts.reduce((sum, [ms]) => sum + ms, 0)
        expect(page.sdk.now() - begin).toBe(lastedMs)
        page.centre.ends()
        expect(durationOf(page)).toBe(Math.floor(lastedMs / 1_000))
        page.unload()
      }),
      { numRuns: 40 },
    )
  })

  it.each(STEPS_MS)('by %i ms: advice comes in its time', (byMs) => {
    const page = talk()
    page.tagTells('live-pusher', 'statechange', { code: 1018 })
    const reports = (seconds: number, netQualityLevel: number) => {
      for (let second = 0; second < seconds; second += 1) {
        page.tagTells('live-pusher', 'netstatus', { info: { netQualityLevel, audioBitrate: 30 } })
        goesOn(page, 1_000)
      }
    }
    reports(3, 5)
    setBy(byMs)
    reports(1, 5)
    expect(page.names()).not.toContain('advice')
    reports(1, 5)
    expect(page.detailOf('advice')).toEqual({ advice: ['localWeak'] })
    page.unload()
  })
})

describe('a quiet talk on a phone that counts nothing but its clock', () => {
  it('lasts as long as it lasted: each sign of life of the line is a look at the time', async () => {
    await jest.isolateModulesAsync(async () => {
      const { openPageIn: openOldPage } = await import('./page')
      const page = openOldPage('talking', givePhone())
      const socket = page.phone.socket()
      for (let beats = 0; beats < 30; beats += 1) {
        jest.advanceTimersByTime(10_000)
        socket.says('{"type":"link/heartbeat","seen":99}')
      }
      page.centre.ends()
      expect(durationOf(page)).toBe(300)
      page.unload()
    })
  })
})
