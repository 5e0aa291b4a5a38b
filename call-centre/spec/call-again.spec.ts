/** Customers who are to come back to a seat: a talk that broke, and one whose agent wants to talk once more. */
import type { Account } from '../server/accounts/account'
import { createShelf } from '../server/state/shelf'
import { floorPlan, type FloorPlan, type TestCustomer, type TestSeat } from './floor-plan'
import { house } from './waiting-scene'

const callAgain = { brokenWithinMs: 300_000, expectedForMs: 1_800_000 }
const workstation = { breakReasons: [], declineReasons: [], dispositions: [], wrapUpMs: 30_000 }

const lastOf = ({ heard }: TestSeat, type: string) => heard.findLast((notice) => notice.type === type)
const lastSeatName = (centre: FloorPlan['centre']) => centre.state().seats.find(({ seatId }) => seatId === '1')?.name
const rings = (seat: TestSeat): boolean => /(^| )incoming$/.test(seat.words())

/** Seat 1 has talked with Ann; seat 2 is at work, and so is seat 1, unless `wrapUpMs` says otherwise. */
const talked = (end: (plan: FloorPlan, ann: TestCustomer) => void, wrapUpMs = 0, shelf = createShelf([])) => {
  const plan = floorPlan({ callAgain, workstation: { ...workstation, wrapUpMs } }, shelf)
  const [one, ann] = [plan.seat('1'), plan.customer('ann')]
  const sessionId = ann.start('direct')
  one.does({ type: 'seat/answer', sessionId })
  plan.clock.advance(10_000)
  end(plan, ann)
  plan.clock.advance(1_000)
  const two = plan.seat('2')
  return { ...plan, one, two, ann, sessionId, comes: () => ann.start('direct', 'again') }
}

const breaks = ({ centre }: FloorPlan, { linkId }: TestCustomer): void => {
  centre.linkGone(linkId)
}
const hangsUp = (_: FloorPlan, ann: TestCustomer): void => {
  ann.hangUp()
}

/** Seat 2 has been free longer, and two others wait before Ann. */
const busy = (scene: ReturnType<typeof talked>) => {
  const others = ['bob', 'eve'].map((name) => scene.customer(name))
  for (const seat of [scene.one, scene.two]) seat.does({ type: 'seat/status', status: 'busy' })
  for (const other of others) other.start('direct')
  return others
}

describe('a customer whose talk broke', () => {
  it('comes first, and to the same seat', () => {
    const scene = talked(breaks)
    busy(scene)
    scene.comes()
    expect(scene.ann.heard.findLast(({ type }) => type === 'call/queued')).toMatchObject({ position: 1 })
    scene.two.does({ type: 'seat/status', status: 'online' })
    expect(rings(scene.two)).toBe(true)
    const again = talked(breaks)
    again.comes()
    expect([rings(again.one), rings(again.two)]).toEqual([true, false])
  })

  it('and comes back while the seat writes it up goes on there: what is written stands in the record', () => {
    const { one, records, sessionId, comes } = talked(breaks, 30_000)
    const next = comes()
    expect(one.words()).toMatch(/ended wrapUp incoming$/)
    one.does({ type: 'seat/remark', sessionId, notes: 'it broke' })
    one.does({ type: 'seat/answer', sessionId: next })
    expect(one.words()).toMatch(/incoming wrapUpOver talking$/)
    expect(records).toMatchObject([{ SessionId: sessionId, UserRemark: 'it broke' }])
  })

  it('rings at a page that is loaded again meanwhile, and the writing-up goes on when it is gone', () => {
    const scene = talked(breaks, 30_000)
    scene.comes()
    const page = scene.seat('1')
    expect(page.words()).toBe('signedIn incoming')
    scene.ann.hangUp()
    expect(page.words()).toBe('signedIn incoming missed wrapUp')
  })

  it('and comes back while the seat writes it up goes on there, though others who are expected wait before', () => {
    const plan = floorPlan({ callAgain, workstation })
    const [one, two, ann, bob] = [plan.seat('1'), plan.seat('2'), plan.customer('ann'), plan.customer('bob')]
    one.does({ type: 'seat/answer', sessionId: ann.start('direct') })
    two.does({ type: 'seat/answer', sessionId: bob.start('direct') })
    breaks(plan, bob)
    two.does({ type: 'seat/status', status: 'online' })
    two.does({ type: 'seat/answer', sessionId: plan.customer('eve').start('direct') })
    breaks(plan, ann)
    bob.start('direct', 'again')
    expect(one.words()).toMatch(/wrapUp$/)
    ann.start('direct', 'again')
    expect(one.words()).toMatch(/wrapUp incoming$/)
  })

  it.each<readonly [string, (scene: ReturnType<typeof talked>, next: string) => void]>([
    ['the customer gives up', ({ ann }) => ann.hangUp()],
    ['the agent declines', ({ one }, next) => one.does({ type: 'seat/decline', sessionId: next })],
    ['nobody answers', ({ clock }) => clock.advance(10_000)],
  ])('and rings there while it is written up, until %s: the writing-up goes on', (_, then) => {
    const scene = talked(breaks, 30_000)
    then(scene, scene.comes())
    expect(scene.one.words()).toMatch(/missed wrapUp$/)
    scene.clock.advance(32_000)
    expect(scene.records.some(({ SessionId }) => SessionId === scene.sessionId)).toBe(true)
  })

  it.each<readonly [string, (scene: ReturnType<typeof talked>) => void]>([
    ['the seat has left', ({ one }) => one.does({ type: 'seat/signOut' })],
    [
      'the seat is in another talk',
      ({ one, two, customer }) => {
        two.does({ type: 'seat/status', status: 'busy' })
        const bob = customer('bob').start('direct')
        one.does({ type: 'seat/answer', sessionId: bob })
        two.does({ type: 'seat/status', status: 'online' })
      },
    ],
  ])('comes to another seat when %s', (_, then) => {
    const scene = talked(breaks)
    then(scene)
    scene.comes()
    expect(rings(scene.two)).toBe(true)
  })

  it.each([
    [299_000, '1'],
    [300_001, '2'],
  ])('who calls %i ms later rings at seat %s', (ms, seatId) => {
    const scene = talked(breaks)
    scene.clock.advance(ms - 1_000)
    scene.one.does({ type: 'seat/status', status: 'busy' })
    scene.one.does({ type: 'seat/status', status: 'online' })
    scene.comes()
    expect([rings(scene.one), rings(scene.two)]).toEqual([seatId === '1', seatId === '2'])
    expect(scene.centre.state().places).toEqual([])
  })

  it('is one whose talk nobody hung up: who did, comes like everybody', () => {
    const scene = talked(hangsUp)
    busy(scene)
    scene.comes()
    expect(scene.ann.heard.findLast(({ type }) => type === 'call/queued')).toMatchObject({ position: 3 })
  })

  it('is known after a restart', () => {
    const shelf = createShelf([])
    talked(breaks, 0, shelf)
    const kept = shelf.take().flatMap(([kind, name, json]) => (json ? [[kind, name, json] as const] : []))
    const anew = floorPlan({ callAgain }, createShelf(kept.map((entry) => [...entry])))
    const [two, one] = [anew.seat('2'), anew.seat('1')]
    anew.customer('ann').start('direct', 'again')
    expect([rings(one), rings(two)]).toEqual([true, false])
  })
})

describe('an agent calls again', () => {
  it('the customer comes to that seat first, and the agent reads that no message says so', () => {
    const scene = talked(hangsUp)
    scene.two.does({ type: 'seat/callAgain', sessionId: scene.sessionId })
    expect(scene.two.words()).toMatch(/refused$/)
    scene.one.does({ type: 'seat/callAgain', sessionId: scene.sessionId })
    expect(lastOf(scene.one, 'seat/expects')).toEqual({
      ...{ type: 'seat/expects', caller: 'ann', channel: 'Direct', leftMs: 1_800_000, message: 'none' },
    })
    scene.one.does({ type: 'seat/status', status: 'busy' })
    scene.one.does({ type: 'seat/status', status: 'online' })
    scene.comes()
    expect([rings(scene.one), rings(scene.two)]).toEqual([true, false])
  })

  it('the board names the seat, and accuses no message where none can be sent', () => {
    const { one, sessionId, centre } = talked(hangsUp)
    one.does({ type: 'seat/callAgain', sessionId })
    const [place] = centre.state().places
    expect(place).toMatchObject({ caller: 'ann', state: 'called', seatName: lastSeatName(centre) })
    expect(place).not.toHaveProperty('message')
  })

  it('is told why not: an unknown call, a customer who is calling', () => {
    const { one, sessionId, comes } = talked(hangsUp)
    one.does({ type: 'seat/callAgain', sessionId: 'nobody' })
    expect(lastOf(one, 'seat/refused')).toMatchObject({ code: 'CALL_UNKNOWN' })
    comes()
    one.does({ type: 'seat/callAgain', sessionId })
    expect(lastOf(one, 'seat/refused')).toMatchObject({ code: 'CALLING_NOW' })
  })

  it('after the time the customer comes like everybody, and is told of no lost place', () => {
    const scene = talked(hangsUp)
    scene.one.does({ type: 'seat/callAgain', sessionId: scene.sessionId })
    scene.clock.advance(1_800_001)
    scene.one.does({ type: 'seat/status', status: 'busy' })
    scene.one.does({ type: 'seat/status', status: 'online' })
    scene.comes()
    expect([rings(scene.one), rings(scene.two)]).toEqual([false, true])
    expect(scene.ann.heard.map(({ type }) => type)).not.toContain('call/aside')
  })
})

it('a customer who is expected is not sent home because the channel has closed meanwhile', () => {
  const plan = floorPlan({ callAgain })
  const [one, ann] = [plan.seat('1'), plan.customer('ann')]
  const sessionId = ann.start('office')
  one.does({ type: 'seat/answer', sessionId })
  plan.clock.advance(6 * 3_600_000)
  ann.hangUp()
  one.does({ type: 'seat/callAgain', sessionId })
  ann.start('office', 'again')
  expect(rings(one)).toBe(true)
  plan.customer('bob').start('office')
  expect(plan.records.at(-1)).toMatchObject({ Caller: 'bob', EndStatusString: 'notWorkTime' })
})

describe('two agents call the same customer again at once', () => {
  it('the first one is expected, the other one reads so; who presses twice hears the same', () => {
    const plan = floorPlan({ callAgain })
    const [one, two, ann] = [plan.seat('1'), plan.seat('2'), plan.customer('ann')]
    const sessionId = ann.start('direct')
    one.does({ type: 'seat/answer', sessionId })
    one.does({ type: 'seat/transfer', sessionId, toSeatId: '2' })
    two.does({ type: 'seat/answer', sessionId })
    ann.hangUp()
    two.does({ type: 'seat/callAgain', sessionId })
    one.does({ type: 'seat/callAgain', sessionId })
    expect(lastOf(one, 'seat/refused')).toMatchObject({ code: 'CALLED_ALREADY' })
    two.does({ type: 'seat/callAgain', sessionId })
    expect(two.heard.filter(({ type }) => type === 'seat/expects')).toHaveLength(2)
    expect(plan.centre.state().places).toHaveLength(1)
  })
})

describe('with messages of WeChat', () => {
  /** Ann has allowed a message, and seat 1 has talked with her. */
  const allowed = () => {
    const plan = house()
    const [one, ann] = [plan.seat('1'), plan.guest('ann')]
    const sessionId = ann.start('direct')
    ann.says({ allowed: ['T1'] })
    one.does({ type: 'seat/answer', sessionId })
    ann.hangUp()
    one.does({ type: 'seat/callAgain', sessionId })
    return { ...plan, one, ann }
  }
  const messages = ({ heard }: TestSeat) =>
    heard.flatMap((notice) => (notice.type === 'seat/expects' ? [notice.message] : []))

  it.each(['sent', 'refused', 'failed'] as const)('the agent reads what became of it: %s', (result) => {
    const scene = allowed()
    const { one, sent } = scene
    expect(sent).toMatchObject([{ userId: 'ann', kind: 'turn' }])
    scene.told(result)
    expect(messages(one)).toEqual(['underway', result])
  })

  it('the customer who comes by herself meanwhile rings there, and nothing more is sent', () => {
    const { one, ann, sent, dropped } = allowed()
    ann.start('direct', 'again')
    expect(rings(one)).toBe(true)
    expect(dropped).toContain(sent[0]?.id)
  })

  it('a customer who comes meanwhile and breaks off is called anew, and the agent reads how that stands', () => {
    const { one, ann, sent, centre } = allowed()
    one.does({ type: 'seat/status', status: 'busy' })
    ann.start('direct', 'again')
    centre.linkGone(ann.linkId)
    one.does({ type: 'seat/status', status: 'online' })
    expect(sent).toHaveLength(1)
    expect(messages(one)).toEqual(['underway', 'refused'])
  })

  it('a customer who has allowed none is expected all the same', () => {
    const plan = house()
    const [one, ann] = [plan.seat('1'), plan.guest('ann')]
    const sessionId = ann.start('direct')
    one.does({ type: 'seat/answer', sessionId })
    ann.hangUp()
    one.does({ type: 'seat/callAgain', sessionId })
    expect(messages(one)).toEqual(['refused'])
    expect(plan.centre.state().places).toMatchObject([{ message: 'refused' }])
  })
})

it('a supervisor at a seat calls the customer of a colleague again', () => {
  const boss: Account = { accountId: '9', name: 'Boss', role: 'supervisor', disabled: false }
  const plan = floorPlan({ callAgain }, undefined, {}, [boss])
  const [one, ann] = [plan.seat('1'), plan.customer('ann')]
  const sessionId = ann.start('direct')
  one.does({ type: 'seat/answer', sessionId })
  ann.hangUp()
  const nine = plan.seat('9')
  nine.does({ type: 'seat/callAgain', sessionId })
  expect(lastOf(nine, 'seat/expects')).toMatchObject({ caller: 'ann' })
})
