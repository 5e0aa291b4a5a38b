import fc from 'fast-check'
import { jsonBytes } from '../../lib/black-box/json-bytes'
import { createTail } from '../../lib/black-box/tail'
import { weightOf } from '../../lib/black-box/weight'
import { anySteps } from './any-event'

describe('what the black box keeps while a call runs', () => {
  it('never grows beyond its count and its size, whatever comes, and loses nothing on the way', () => {
    const sizes = fc.array(fc.nat(120), { maxLength: 200 })
    fc.assert(
      fc.property(sizes, fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 400 }), (all, count, bytes) => {
        const tail = createTail<number>({ count, bytes })
        const gone = all.flatMap((size) => {
          const dropped = tail.push(size, size)
          expect(tail.items().length).toBeLessThanOrEqual(count)
          expect(tail.items().reduce((sum, item) => sum + item, 0)).toBeLessThanOrEqual(bytes)
          return dropped
        })
        expect([...gone, ...tail.items()]).toEqual(all)
      }),
    )
  })

  it('weighs events as their JSON would, to a third, without making it', () => {
    fc.assert(
      fc.property(anySteps, (steps) => {
        const events = steps.map(({ event }) => event)
        const weight = events.reduce((sum, event) => sum + weightOf(event), 0)
        const units = events.reduce((sum, event) => sum + JSON.stringify(event).length, 0)
        expect(Math.abs(weight - units) / units).toBeLessThan(1 / 3)
      }),
    )
  })

  it('takes a value that a page made without an end for a finite one', () => {
    const endless: Record<string, unknown> = {}
    endless['again'] = endless
    expect(weightOf(endless)).toBeLessThan(200)
  })

  it('counts bytes, not units of UTF-16', () => {
    expect(jsonBytes(['é王'])).toBe(Buffer.byteLength(JSON.stringify(['é王'])))
  })
})
