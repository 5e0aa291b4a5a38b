import fc from 'fast-check'
import { systemClock } from '../server/sessions/clock'
import { lastMoment } from '../server/sessions/restore'
import { createShelf } from '../server/state/shelf'
import { memoryStore } from '../server/state/store'
import { createPace } from '../server/signalling/pace'
import { anyAct, type Act } from './floor-acts'
import { floorPlan, type FloorPlan } from './floor-plan'
import { createVirtualClock } from './virtual-clock'
import { closeAll, customerWireWith, open, startFrame, tokenFor } from './wire'

afterEach(closeAll)
afterEach(() => {
  jest.restoreAllMocks()
})

const hour = 3_600_000
const steps = [-hour, -60_000, hour, 24 * hour]

describe('a machine whose clock is set', () => {
  it.each(steps)('by %i ms: what is measured goes on', (byMs) => {
    const clock = systemClock()
    const [now, date] = [clock.now(), clock.date()]
    const real = Date.now
    jest.spyOn(Date, 'now').mockImplementation(() => real() + byMs)
    expect(Math.abs(clock.date() - date - byMs)).toBeLessThan(1_000)
    expect(clock.now() - now).toBeLessThan(1_000)
    expect(clock.now()).toBeGreaterThanOrEqual(now)
  })

  it.each(steps)('by %i ms: nobody’s pace is another', (byMs) => {
    const pace = createPace(systemClock())
    const real = Date.now
    jest.spyOn(Date, 'now').mockImplementation(() => real() + byMs)
    expect(Array.from({ length: 500 }, () => pace.allows())).not.toContain(false)
  })

  it.each(steps)('by %i ms while no process runs: what was left of a deadline is left of it', (byMs) => {
    const real = Date.now
    jest.spyOn(Date, 'now').mockImplementation(() => real() + byMs)
    const moment = 1_000_000
    const clock = systemClock(lastMoment(createShelf([['clock', 'now', String(moment)]])))
    expect(clock.now()).toBeGreaterThanOrEqual(moment)
    expect(clock.now()).toBeLessThan(moment + 1_000)
  })

  it('and a centre that kept nothing begins with the time of day', () => {
    expect(lastMoment(createShelf([]))).toBeUndefined()
    expect(Math.abs(systemClock().now() - Date.now())).toBeLessThan(1_000)
  })

  it('keeps the moment each second, so that at most a second is given back', async () => {
    const store = memoryStore()
    const clock = createVirtualClock()
    const centre = await open({}, { store, clock })
    const begin = clock.now()
    clock.advance(5_500)
    await centre.close()
    expect(lastMoment(createShelf(await store.open()))).toBe(begin + 5_500)
  })
})

describe('a call in which the clock is set', () => {
  it.each(steps)('by %i ms lasts as long as it lasted, and its record has the time of day', (byMs) => {
    const { seat, customer, clock, records } = floorPlan()
    const [one, ann] = [seat('1'), customer('ann')]
    const sessionId = ann.start('menu')
    clock.advance(3_000)
    clock.set(byMs)
    ann.digits('1')
    clock.advance(2_000)
    one.does({ type: 'seat/answer', sessionId })
    clock.advance(4_000)
    one.does({ type: 'seat/hangUp', sessionId })
    const end = Math.floor(clock.date() / 1_000)
    expect(records).toMatchObject([
      {
        ...{ Duration: 4, IVRDuration: 3, StartTimestamp: end - 9, AcceptTimestamp: end - 4, EndedTimestamp: end },
        ServeParticipants: [{ RingTimestamp: end - 6, AcceptTimestamp: end - 4, EndedTimestamp: end }],
      },
    ])
    expect(one.heard.findLast(({ type }) => type === 'seat/ended')).toMatchObject({
      record: { endedAt: clock.date(), startedAt: clock.date() - 9_000, durationMs: 4_000 },
    })
  })

  it('goes through any story as it would have gone', () => {
    const told = ({ phases, records }: FloorPlan): unknown => ({
      phases: phases.map(({ phase, at, end }) => ({ phase, at, end })),
      lasted: records.map(({ Duration, IVRDuration, EndedTimestamp, AcceptTimestamp }) => ({
        ...{ Duration, IVRDuration, talked: AcceptTimestamp > 0 && EndedTimestamp - AcceptTimestamp },
      })),
    })
    const play = (acts: readonly Act[]): unknown => {
      const plan = floorPlan()
      for (const act of acts) act(plan)
      return told(plan)
    }
    const set = fc.constantFrom(...steps).map((byMs): Act => ({ clock }) => {
      clock.set(byMs)
    })
    const story = fc.array(fc.tuple(anyAct(), fc.option(set, { freq: 3 })), { minLength: 20, maxLength: 60 })
    fc.assert(
      fc.property(story, (acts) => {
        const stepped = acts.flatMap(([act, step]) => (step ? [step, act] : [act]))
        expect(play(stepped)).toEqual(play(acts.map(([act]) => act)))
      }),
      { numRuns: 100 },
    )
  })
})

describe('a line on which the clock is set', () => {
  it.each(steps)('by %i ms goes on, is kept for its window, and logs nobody out', async (byMs) => {
    const clock = createVirtualClock()
    const centre = await open({ windowMs: 30_000, heartbeatMs: 1_000 }, { clock })
    const ends: unknown[] = []
    centre.event$.subscribe((event) => event.type === 'call' && event.end && ends.push(event.end.endStatus))
    const token = await tokenFor(centre, 'ann')
    const ann = customerWireWith(centre, token)
    const { linkId } = await ann.next('link/welcome')
    ann.say({ ...startFrame, n: 1 })
    await ann.next('call/queued')
    clock.set(byMs)
    ann.say('{"type":"link/heartbeat","seen":2}')
    await ann.next('link/heartbeat')
    ann.socket.terminate()
    const again = customerWireWith(centre, token, `${String(linkId)}.2`)
    expect(await again.next('link/welcome')).toMatchObject({ resumed: true, time: clock.date() })
    clock.advance(2_000)
    expect(await again.closed).toMatch(/^4408/)
    clock.set(-2 * byMs)
    clock.advance(29_999)
    expect(ends).toEqual([])
    clock.advance(1)
    expect(ends).toEqual(['clientTimeout'])
    clock.set(24 * hour)
    expect(await customerWireWith(centre, token).next('link/welcome')).toMatchObject({ resumed: false })
  })
})
