import { floorPlan, type FloorPlan, type TestSeat } from './floor-plan'

/** What stands in the history of a seat that signs in now. */
const historyOf = ({ seat }: FloorPlan, seatId: string) => {
  const { heard } = seat(seatId)
  const [welcome] = heard
  return welcome?.type === 'seat/signedIn' ? welcome.records.map(({ endStatus, parts }) => ({ endStatus, parts })) : []
}
const toldOf = ({ heard }: TestSeat) =>
  heard.flatMap((notice) => (notice.type === 'seat/record' ? [notice.record.endStatus] : []))
const part = (seatId: string, outcome: string) => ({ seatId, seatName: `Seat ${seatId}`, outcome })

describe('the history has each call that rang at a seat, with what became of it', () => {
  it('a call that was given away, in both seats’, and the first one hears of its end', () => {
    const plan = floorPlan()
    const [one, ann] = [plan.seat('1'), plan.customer('ann')]
    const sessionId = ann.start('direct')
    one.does({ type: 'seat/answer', sessionId })
    const two = plan.seat('2')
    one.does({ type: 'seat/transfer', sessionId, toSeatId: '2' })
    two.does({ type: 'seat/answer', sessionId })
    expect(toldOf(one)).toEqual([])
    ann.hangUp()
    expect([toldOf(one), toldOf(two)]).toEqual([['ok'], []])
    const parts = [part('1', 'transferred'), part('2', 'talked')]
    for (const seatId of ['1', '2']) expect(historyOf(plan, seatId)).toEqual([{ endStatus: 'ok', parts }])
    expect(historyOf(plan, '3')).toEqual([])
    expect(plan.centre.state().records).toMatchObject([{ parts }])
  })

  it('a ring that the customer gave up', () => {
    const plan = floorPlan()
    const [one, ann] = [plan.seat('1'), plan.customer('ann')]
    ann.start('direct')
    ann.hangUp()
    expect(one.words()).toBe('signedIn incoming missed')
    expect(toldOf(one)).toEqual(['ringingGiveUp'])
    expect(historyOf(plan, '1')).toEqual([{ endStatus: 'ringingGiveUp', parts: [part('1', 'abandoned')] }])
  })

  it('rings that were missed, declined and lost, once each call', () => {
    const plan = floorPlan()
    const [one, two, ann] = [plan.seat('1'), plan.seat('2'), plan.customer('ann')]
    const sessionId = ann.start('direct')
    plan.clock.advance(10_000)
    two.does({ type: 'seat/decline', sessionId })
    const three = plan.seat('3')
    three.does({ type: 'seat/answer', sessionId })
    plan.centre.seatGone('3')
    one.does({ type: 'seat/status', status: 'online' })
    ann.hangUp()
    expect([one, two, three].map(toldOf)).toEqual([['ok'], ['ok'], ['ok']])
    const parts = [part('1', 'missed'), part('2', 'declined'), part('3', 'lost'), part('1', 'abandoned')]
    expect(historyOf(plan, '2')).toEqual([{ endStatus: 'ok', parts }])
  })

  it('and the team’s has those that rang nowhere', () => {
    const plan = floorPlan()
    const ann = plan.customer('ann')
    ann.start('direct')
    ann.hangUp()
    expect(plan.centre.state().records).toMatchObject([{ endStatus: 'waitingGiveUp', parts: [] }])
  })
})
