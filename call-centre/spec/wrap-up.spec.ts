import { createShelf } from '../server/state/shelf'
import { floorPlan, type FloorPlan, type TestSeat } from './floor-plan'

const workstation = {
  breakReasons: ['Lunch'],
  declineReasons: ['Not my subject'],
  dispositions: [
    { code: 'solved', label: 'Solved' },
    { code: 'complaint', label: 'Complaint' },
  ],
  wrapUpMs: 30_000,
}

/** After the time to write up, for a page that ends it itself. */
const GRACE_MS = 2_000

interface Talk extends FloorPlan {
  readonly one: TestSeat
  readonly sessionId: string
}

/** Seat 1 talks with Ann. */
function talk(more: Partial<typeof workstation> = {}, shelf = createShelf([])): Talk {
  const plan = floorPlan({ workstation: { ...workstation, ...more } }, shelf)
  const one = plan.seat('1')
  const sessionId = plan.customer('ann').start('direct')
  one.does({ type: 'seat/answer', sessionId })
  plan.clock.advance(1_000)
  return { ...plan, one, sessionId }
}

/** As `talk`, and seat 1 has hung up. */
function talked(more: Partial<typeof workstation> = {}, shelf = createShelf([])): Talk {
  const plan = talk(more, shelf)
  plan.one.does({ type: 'seat/hangUp', sessionId: plan.sessionId })
  return plan
}

const statusOf = ({ centre }: FloorPlan, id = '1') => centre.state().seats.find(({ seatId }) => seatId === id)

describe('after a talk', () => {
  it('no call rings until the time is up', () => {
    const plan = talked()
    const { one, clock, customer } = plan
    expect(one.words()).toBe('signedIn incoming talking ended wrapUp')
    expect(statusOf(plan)).toMatchObject({ status: 'wrapUp', since: clock.now() })
    const bob = customer('bob')
    bob.start('direct')
    clock.advance(31_999)
    expect(bob.words()).toBe('started queued')
    clock.advance(1)
    expect(bob.words()).toBe('started queued ringing')
    expect(one.words()).toBe('signedIn incoming talking ended wrapUp wrapUpOver incoming')
  })

  it('a call rings as soon as the agent is done, and the limit of then ends no later wrap-up', () => {
    const { one, sessionId, clock, customer } = talked()
    const bob = customer('bob')
    const second = bob.start('direct')
    one.does({ type: 'seat/wrapUpDone', sessionId: 'another' })
    expect(bob.words()).toBe('started queued')
    clock.advance(20_000)
    one.does({ type: 'seat/wrapUpDone', sessionId })
    one.does({ type: 'seat/answer', sessionId: second })
    bob.hangUp()
    clock.advance(29_999)
    expect(one.words()).toMatch(/talking ended wrapUp$/)
  })

  it('what is asked for meanwhile begins no status anew: others see the same one', () => {
    const plan = talk()
    const since = statusOf(plan)?.since
    plan.clock.advance(1_000)
    plan.one.does({ type: 'seat/status', status: 'rest', reason: 'Lunch' })
    expect(statusOf(plan)).toMatchObject({ status: 'busy', since })
    plan.one.does({ type: 'seat/hangUp', sessionId: plan.sessionId })
    plan.clock.advance(30_000 + GRACE_MS)
    const begun = { status: 'rest', since: plan.clock.now() }
    plan.clock.advance(1_000)
    plan.one.does({ type: 'seat/status', status: 'rest' })
    expect(statusOf(plan)).toMatchObject(begun)
    plan.one.does({ type: 'seat/status', status: 'busy' })
    expect(statusOf(plan)).toMatchObject({ status: 'busy', since: plan.clock.now() })
  })

  it('"online" is done, and any other status begins afterwards', () => {
    const plan = talked()
    plan.one.does({ type: 'seat/status', status: 'rest', reason: 'Lunch' })
    expect(statusOf(plan)).toMatchObject({ status: 'wrapUp' })
    plan.clock.advance(30_000 + GRACE_MS)
    expect(statusOf(plan)).toMatchObject({ status: 'rest', reason: 'Lunch' })
    const other = talked()
    other.one.does({ type: 'seat/status', status: 'online' })
    expect(statusOf(other)).toMatchObject({ status: 'online' })
  })

  it('that was given away is written up as well, while it goes on', () => {
    const plan = talk()
    plan.seat('2')
    plan.one.does({ type: 'seat/transfer', sessionId: plan.sessionId, toSeatId: '2' })
    expect(plan.one.words()).toBe('signedIn incoming talking transferred wrapUp')
    expect(statusOf(plan)?.status).toBe('wrapUp')
  })

  it('the next call rings at once where nothing is to be written up', () => {
    const { one } = talked({ wrapUpMs: 0 })
    expect(one.words()).toBe('signedIn incoming talking ended')
  })

  it('a ring that was not answered is nothing to write up', () => {
    const { seat, customer, clock } = floorPlan({ workstation })
    const one = seat('1')
    customer('ann').start('direct')
    clock.advance(10_000)
    expect(one.words()).toBe('signedIn incoming missed')
  })

  it('another page of the seat goes on with what is left of the time, also after a restart', () => {
    const shelf = createShelf([])
    const { one, sessionId, clock } = talked({}, shelf)
    one.does({ type: 'seat/remark', sessionId, notes: 'broken', disposition: 'complaint' })
    clock.advance(10_000)
    const wrapUp = { type: 'seat/wrapUp', caller: 'ann', remark: { notes: 'broken', disposition: 'complaint' } }
    const anew = floorPlan({ workstation }, createShelf(shelf.take().flatMap(([k, n, j]) => (j ? [[k, n, j]] : []))))
    const begin = anew.clock.now()
    const back = anew.seat('1')
    expect(back.heard.find(({ type }) => type === 'seat/wrapUp')).toMatchObject({
      ...wrapUp,
      limitMs: clock.now() + 20_000 - begin,
    })
    anew.clock.advance(clock.now() + 20_000 + GRACE_MS - begin)
    expect(back.words()).toBe('signedIn wrapUp wrapUpOver')
  })
})

describe('what agents write', () => {
  it('in a talk and after it is in the record, which goes its way when it is written up', () => {
    const { one, sessionId, records, clock } = talk()
    one.does({ type: 'seat/remark', sessionId, notes: 'asks for' })
    one.does({ type: 'seat/hangUp', sessionId })
    one.does({ type: 'seat/remark', sessionId, notes: 'asks for a refund', disposition: 'complaint' })
    expect(records).toEqual([])
    clock.advance(30_000 + GRACE_MS)
    expect(records).toMatchObject([{ UserRemark: 'asks for a refund', Disposition: 'complaint' }])
  })

  it('before a transfer and after it is in one record, each with its own page, when both have written', () => {
    const { one, seat, sessionId, records, clock } = talk()
    const two = seat('2')
    one.does({ type: 'seat/remark', sessionId, notes: 'first', disposition: 'complaint' })
    one.does({ type: 'seat/transfer', sessionId, toSeatId: '2' })
    two.does({ type: 'seat/answer', sessionId })
    expect(two.heard.find(({ type }) => type === 'seat/talking')).toMatchObject({ remark: { notes: '' } })
    two.does({ type: 'seat/hangUp', sessionId })
    two.does({ type: 'seat/remark', sessionId, notes: 'second', disposition: 'solved' })
    two.does({ type: 'seat/wrapUpDone', sessionId })
    expect(records).toEqual([])
    one.does({ type: 'seat/remark', sessionId, notes: 'first, in short', disposition: 'complaint' })
    clock.advance(30_000 + GRACE_MS)
    expect(records).toMatchObject([{ UserRemark: 'first, in short\nsecond', Disposition: 'solved' }])
  })

  it('by a seat that has the call twice goes on, and stands in the record once', () => {
    const { one, sessionId, records, clock } = talk()
    one.does({ type: 'seat/remark', sessionId, notes: 'first' })
    one.does({ type: 'seat/transfer', sessionId })
    one.does({ type: 'seat/wrapUpDone', sessionId })
    one.does({ type: 'seat/answer', sessionId })
    const talks = one.heard.filter((notice) => notice.type === 'seat/talking')
    expect(talks.map(({ remark }) => remark.notes)).toEqual(['', 'first'])
    one.does({ type: 'seat/remark', sessionId, notes: 'first, and then' })
    one.does({ type: 'seat/hangUp', sessionId })
    clock.advance(30_000 + GRACE_MS)
    expect(records).toMatchObject([{ UserRemark: 'first, and then' }])
  })

  it('is told to no other seat, and by no other; a code that is not configured is left out', () => {
    const { one, seat, sessionId, records, clock } = talk()
    seat('2').does({ type: 'seat/remark', sessionId, notes: 'not mine' })
    one.does({ type: 'seat/remark', sessionId, notes: 'mine', disposition: 'unknown' })
    one.does({ type: 'seat/hangUp', sessionId })
    seat('2').does({ type: 'seat/remark', sessionId, notes: 'not mine either' })
    clock.advance(30_000 + GRACE_MS)
    expect(records).toMatchObject([{ UserRemark: 'mine', Disposition: '' }])
  })

  it('in the moment after the time is up is in the record', () => {
    const { one, sessionId, records, clock } = talked()
    clock.advance(31_000)
    one.does({ type: 'seat/remark', sessionId, notes: 'to the last moment' })
    one.does({ type: 'seat/wrapUpDone', sessionId })
    expect(records).toMatchObject([{ UserRemark: 'to the last moment' }])
    clock.advance(30_000)
    expect(records).toHaveLength(1)
  })

  it('while the line is lost at the limit is in the record: it goes its way after the page is back', () => {
    const { one, sessionId, records, clock, centre } = talked()
    centre.seatLine('1', 'lost')
    clock.advance(60_000)
    expect(records).toEqual([])
    centre.seatLine('1', 'up')
    clock.advance(GRACE_MS - 1)
    one.does({ type: 'seat/remark', sessionId, notes: 'written meanwhile' })
    expect(records).toEqual([])
    clock.advance(1)
    expect(records).toMatchObject([{ UserRemark: 'written meanwhile' }])
  })

  it('goes its way when the page does not come back', () => {
    const { records, clock, centre } = talked()
    centre.seatLine('1', 'lost')
    clock.advance(60_000)
    centre.seatGone('1')
    expect(records).toHaveLength(1)
  })

  it('goes its way when the seat leaves', () => {
    const { one, records, centre } = talked()
    one.does({ type: 'seat/signOut' })
    expect(records).toHaveLength(1)
    const gone = talked()
    gone.centre.seatGone('1')
    expect([gone.records.length, centre.state().seats.length]).toEqual([1, 0])
  })
})

describe('reasons', () => {
  it('are those of the configuration: for a break', () => {
    const plan = talk({ wrapUpMs: 0 })
    const { one } = plan
    expect(one.heard[0]).toMatchObject({ choices: { breakReasons: ['Lunch'], declineReasons: ['Not my subject'] } })
    expect(one.heard[0]).not.toHaveProperty('choices.wrapUpMs')
    one.does({ type: 'seat/hangUp', sessionId: plan.sessionId })
    one.does({ type: 'seat/status', status: 'rest', reason: 'Lunch' })
    expect(statusOf(plan)).toMatchObject({ status: 'rest', reason: 'Lunch', since: plan.clock.now() })
    one.does({ type: 'seat/status', status: 'rest', reason: 'Anything' })
    expect(one.heard.at(-1)).toMatchObject({ type: 'seat/refused', command: 'seat/status' })
    one.does({ type: 'seat/status', status: 'online' })
    expect(statusOf(plan)).not.toHaveProperty('reason')
  })

  it('and for declining: the call goes on to another seat, and the one that declined is on a break', () => {
    const plan = floorPlan({ workstation })
    const [one, two] = [plan.seat('1'), plan.seat('2')]
    const sessionId = plan.customer('ann').start('direct')
    one.does({ type: 'seat/decline', sessionId, reason: 'Too late' })
    expect(one.heard.at(-1)).toMatchObject({ type: 'seat/refused', command: 'seat/decline' })
    one.does({ type: 'seat/decline', sessionId, reason: 'Not my subject' })
    expect(statusOf(plan)).toMatchObject({ status: 'rest', away: 'declined', reason: 'Not my subject' })
    expect(two.words()).toBe('signedIn incoming')
  })

  it('a ring that was missed sets the seat on a break with that word, until a person says otherwise', () => {
    const plan = floorPlan({ workstation })
    const one = plan.seat('1')
    plan.customer('ann').start('direct')
    plan.clock.advance(10_000)
    expect(statusOf(plan)).toMatchObject({ status: 'rest', away: 'missed' })
    one.does({ type: 'seat/status', status: 'online' })
    expect(one.words()).toBe('signedIn incoming missed incoming')
    expect(statusOf(plan)).not.toHaveProperty('away')
  })
})
