import fc from 'fast-check'
import { jsonBytes } from '../../lib/recording/recording'
import { Recorder, weightOf } from '../../lib/recording/recorder'
import { type CallEvent, startCall } from '../../lib/entries/call'
import { idle } from '../../lib/call/session'
import { anySteps } from '../../devtools/spec/any-event'

const eventsOf = (events: readonly CallEvent[], limits = {}) => {
  const recorder = new Recorder(limits)
  events.forEach((event, index) => {
    recorder.take({ event, from: idle, to: idle, at: 1_000 + index })
  })
  return recorder.recording()
}

const spoken = (reason: string): CallEvent => ({ type: 'line/invalid', reason })
const numbered = (count: number) => Array.from({ length: count }, (_, index) => spoken(`reason ${String(index)}`))

describe('what the black box keeps', () => {
  it('is everything, until there is more than may be kept', () => {
    const all = numbered(2_000)
    expect(eventsOf(all)).toMatchObject({ startedAt: 1_000, dropped: 0, events: { length: 2_000 } })
  })

  it('is at least the later half of what may be kept, and never more than that', () => {
    for (const count of [2_001, 3_000, 3_001, 10_000]) {
      const { dropped, events } = eventsOf(numbered(count))
      expect(events.length).toBeGreaterThanOrEqual(1_000)
      expect(events.length).toBeLessThanOrEqual(2_000)
      expect(dropped + events.length).toBe(count)
      expect(events.at(-1)).toMatchObject({ at: count - 1, event: spoken(`reason ${String(count - 1)}`) })
    }
  })

  it('is of a server that sends as much as it may the last few frames', () => {
    const { dropped, events } = eventsOf(Array.from({ length: 2_000 }, () => spoken('x y '.repeat(16_000))))
    expect(events).toHaveLength(4)
    expect(dropped).toBe(1_996)
  })

  it('is nothing before anything has happened', () => {
    expect(new Recorder().recording()).toMatchObject({ startedAt: 0, dropped: 0, initial: idle, events: [] })
  })
})

describe('what the black box leaves out', () => {
  it('is the number of a phone in whatever a page dials, and no other id', () => {
    const dialled = (channelId: string) => eventsOf([startCall({ channelId, callId: 'c' })]).events[0]?.event
    expect(dialled('13800138000')).toMatchObject({ channelId: '[number]' })
    const id = 'the-entry-of-the-shop-in-the-old-town-0a1b'
    expect(dialled(id)).toMatchObject({ channelId: id })
  })
})

describe('the weight of an event', () => {
  it('is what its JSON has, to a third, without making it', () => {
    fc.assert(
      fc.property(anySteps, (steps) => {
        const events = steps.map(({ event }) => event)
        const weight = events.reduce((sum, event) => sum + weightOf(event), 0)
        const units = events.reduce((sum, event) => sum + JSON.stringify(event).length, 0)
        expect(Math.abs(weight - units) / units).toBeLessThan(1 / 3)
      }),
    )
  })

  it('is finite also of a value without an end, which a page may make', () => {
    const endless: Record<string, unknown> = {}
    endless['again'] = endless
    expect(weightOf(endless)).toBeLessThan(200)
  })

  it('as JSON counts bytes, not units of UTF-16', () => {
    expect(jsonBytes(['é王'])).toBe(Buffer.byteLength(JSON.stringify(['é王'])))
  })
})
