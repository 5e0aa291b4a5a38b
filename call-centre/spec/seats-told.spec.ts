import { floorPlan } from './floor-plan'

const workingSeats = (count: number) => {
  const plan = floorPlan()
  const seats = Array.from({ length: count }, (_, index) => plan.seat(String(index + 1)))
  plan.clock.advance(1_000)
  const [first] = seats
  if (first === undefined) throw new Error('no seat')
  const lists = () => first.heard.filter((notice) => notice.type === 'seat/seats')
  const before = lists().length
  const change = (count: number) => {
    for (let done = 0; done < count; done += 1) {
      seats.at(-1)?.does({ type: 'seat/status', status: done % 2 === 0 ? 'busy' : 'online' })
    }
  }
  return { plan, change, told: () => lists().length - before, last: () => lists().at(-1)?.seats.at(-1)?.status }
}

describe('the seats hear of each other', () => {
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
})
