import { limits } from '../server/limits'
import { floorPlan } from './floor-plan'

const workingSeats = (count: number) => {
  const plan = floorPlan()
  const seats = Array.from({ length: count }, (_, index) => plan.seat(String(index + 1)))
  plan.clock.advance(1_000)
  const [first] = seats
  if (first === undefined) throw new Error('no seat')
  const lists = () => first.heard.filter((notice) => notice.type === 'seat/changed')
  const before = lists().length
  const change = (count: number) => {
    for (let done = 0; done < count; done += 1) {
      seats.at(-1)?.does({ type: 'seat/status', status: done % 2 === 0 ? 'busy' : 'online' })
    }
  }
  return { plan, change, told: () => lists().length - before, last: () => lists().at(-1)?.seats.at(-1)?.status }
}

describe('the seats hear of each other', () => {
  it('that a call rings at one, and since when it talks there', () => {
    const plan = floorPlan()
    const [one, two] = [plan.seat('1'), plan.seat('2')]
    const told = () =>
      two.heard
        .flatMap((notice) => (notice.type === 'seat/changed' ? notice.seats : []))
        .findLast((s) => s.seatId === '1')
    const sessionId = plan.customer('ann').start('direct')
    const rangAt = plan.clock.now()
    expect(told()).toMatchObject({ sessionId, rings: true, since: rangAt })
    plan.clock.advance(4_000)
    one.does({ type: 'seat/answer', sessionId })
    expect(told()).toEqual({ seatId: '1', name: told()?.name, status: 'busy', sessionId, since: rangAt + 4_000 })
    one.does({ type: 'seat/hangUp', sessionId })
    expect(told()).not.toHaveProperty('rings')
  })

  it('a few: of each change at once', () => {
    const { plan, change, told, last } = workingSeats(3)
    change(5)
    expect(told()).toBe(5)
    expect(last()).toBe('busy')
    expect(plan.clock.pending()).toBe(0)
  })

  it('many: of the first change at once, and of all that followed it a quarter of a second later', () => {
    const { plan, change, told, last } = workingSeats(30)
    change(4)
    expect([told(), last()]).toEqual([1, 'busy'])
    plan.clock.advance(249)
    expect(told()).toBe(1)
    plan.clock.advance(1)
    expect([told(), last()]).toEqual([2, 'online'])
    plan.clock.advance(250)
    expect([told(), plan.clock.pending()]).toEqual([2, 0])
  })

  it('so many that they fit in no one frame: in several, each of which fits', () => {
    const plan = floorPlan()
    const name = '座'.repeat(64)
    for (let seatId = 1; seatId <= 500; seatId += 1) plan.centre.signIn(String(seatId), name)
    const last = plan.seat('last')
    const lists = () => last.heard.filter((notice) => notice.type === 'seat/seats' || notice.type === 'seat/changed')
    const [first, ...others] = lists().map(({ type }) => type)
    expect([first, ...new Set(others)]).toEqual(['seat/seats', 'seat/changed'])
    expect(lists().flatMap(({ seats }) => seats)).toHaveLength(501)
    // All who have come since the others were told of the first ones.
    plan.clock.advance(250)
    expect(lists().length).toBeGreaterThan(others.length + 2)
    for (const list of lists()) {
      expect(Buffer.byteLength(JSON.stringify({ ...list, n: 2 ** 53 - 1 }))).toBeLessThanOrEqual(limits.frameBytes)
    }
  })
})
