import { createShelf } from '../server/state/shelf'
import { createKept } from '../server/state/store'
import { floorPlan, type FloorPlan, type TestCustomer } from './floor-plan'
import { createVirtualClock } from './virtual-clock'
import { closeAll, customerWire, open, startFrame } from './wire'

afterEach(closeAll)

const placesOf = ({ heard }: TestCustomer) =>
  heard.flatMap((message) => (message.type === 'call/queued' ? [message.position] : []))
const placeOf = (customer: TestCustomer | undefined) => (customer ? placesOf(customer).at(-1) : undefined)

/** So many wait, c0 in front, and nobody works. */
const longQueue = (count: number, shelf?: Parameters<typeof floorPlan>[1]) => {
  const plan = floorPlan({}, shelf)
  const callers = Array.from({ length: count }, (_, index) => plan.customer(`c${index}`))
  for (const caller of callers) caller.start('direct')
  const [first, ...others] = callers
  if (!first) throw new Error('nobody waits')
  return { ...plan, first, others, told: () => callers.reduce((sum, caller) => sum + placesOf(caller).length, -count) }
}
const turns = ({ clock }: FloorPlan, most = 1_000) => {
  for (let done = 0; done < most && clock.pending() > 0; done += 1) clock.turn()
}

describe('places in a long queue', () => {
  it('are told a few in each turn, those in front first, until all know theirs', () => {
    const { first, others, clock, told } = longQueue(50)
    first.hangUp()
    const heardOfIt = () => others.map(placeOf).filter((place, index) => place === index + 1).length
    for (const count of [20, 40, 49]) {
      expect([told(), heardOfIt()]).toEqual([count, count])
      expect(others.slice(0, count).map(placeOf)).toEqual(Array.from({ length: count }, (_, index) => index + 1))
      clock.turn()
    }
    expect([told(), clock.pending()]).toEqual([49, 0])
  })

  it('are told no faster because others speak meanwhile', () => {
    const { first, others, told } = longQueue(50)
    first.hangUp()
    for (const caller of others) caller.digits('5')
    expect(told()).toBe(20)
  })

  it('that change twice before they are told are told once, as they are then', () => {
    const plan = longQueue(50)
    const { first, others } = plan
    first.hangUp()
    others[0]?.hangUp()
    others[1]?.hangUp()
    turns(plan)
    expect(others.slice(48).map(placesOf)).toEqual([[50, 47]])
    expect(others.slice(2).map(placeOf)).toEqual(Array.from({ length: 47 }, (_, index) => index + 1))
  })

  it('reach the last one also when the queue moves in every turn', () => {
    const plan = longQueue(120)
    for (const caller of plan.others.slice(0, 60)) {
      caller.hangUp()
      plan.clock.turn()
    }
    const [places = []] = plan.others.slice(118).map(placesOf)
    expect(places.length).toBeGreaterThan(5)
    expect(places).toEqual([...places].sort((a, b) => b - a))
    turns(plan)
    expect(placeOf(plan.others[118])).toBe(60)
  })

  it('are told at once to who has just come', () => {
    const { first, customer } = longQueue(50)
    first.hangUp()
    const late = customer('late')
    late.start('direct')
    expect(placesOf(late)).toEqual([50])
  })

  it('are not told to whom a seat rings by then, nor to who has left', () => {
    const plan = longQueue(50)
    const { first, others, seat } = plan
    first.hangUp()
    for (let index = 0; index < 30; index += 1) seat(String(index))
    others[40]?.hangUp()
    turns(plan, 5)
    const ringing = others.slice(20, 30)
    expect(new Set(ringing.map((caller) => caller.words()))).toEqual(new Set(['started queued ringing']))
    expect(others[40]?.words()).toBe('started queued')
    expect(placeOf(others[30])).toBe(1)
  })

  it('come with the wait as it looks when they are told', () => {
    const plan = longQueue(50)
    plan.first.hangUp()
    for (const seatId of ['1', '2', '3', '4']) plan.seat(seatId)
    plan.clock.advance(0)
    const estimated = { type: 'call/queued', position: 45, estimatedWaitMs: 12 * 60_000 }
    expect(plan.others[48]?.heard.at(-1)).toMatchObject(estimated)
  })

  it('that were not told before a restart are told after it, and no others', () => {
    const kept = createKept()
    const shelf = createShelf([])
    const { first, others } = longQueue(50, shelf)
    first.hangUp()
    kept.enter(shelf.take())
    const again = floorPlan({}, createShelf(kept.entries()))
    const back = others.map((_, index) => again.customer(`c${index + 1}`))
    again.centre.line('link-c1', 'up')
    again.clock.turn()
    expect(back.slice(0, 20).flatMap(placesOf)).toEqual([])
    expect(back.slice(20).map(placesOf)).toEqual(Array.from({ length: 29 }, (_, index) => [index + 21]))
  })

  it('are told to nobody any more when the centre has closed', async () => {
    const clock = createVirtualClock()
    const centre = await open({}, { clock })
    const waiting = []
    for (let index = 0; index < 25; index += 1) {
      const caller = await customerWire(centre, `c${index}`)
      caller.say({ ...startFrame, n: 1 })
      await caller.next('call/queued')
      waiting.push(caller)
    }
    waiting[0]?.say({ type: 'call/hangUp', callId: 'c1', closeBy: 'client', endStatus: 'ok', n: 2 })
    await waiting[20]?.next('call/queued')
    await centre.close()
    expect(clock.pending()).toBe(0)
    const last = waiting[24]?.heard.filter(({ type }) => type === 'call/queued')
    expect(last).toMatchObject([{ position: 25 }])
  })
})
