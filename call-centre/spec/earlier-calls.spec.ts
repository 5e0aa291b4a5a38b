import type { Account } from '../server/accounts/account'
import { floorPlan, type FloorPlan, type TestSeat } from './floor-plan'

const account = (accountId: string, role: Account['role']): Account => ({
  accountId,
  name: accountId,
  role,
  disabled: false,
})

const workstation = { breakReasons: [], declineReasons: [], dispositions: [], wrapUpMs: 30_000 }

const toldAt = ({ heard }: TestSeat, sessionId: string) =>
  heard.flatMap((notice) => (notice.type === 'seat/earlier' && notice.sessionId === sessionId ? notice.calls : []))

/** Ann calls, `seat` talks with her and writes that down. */
const talks = (plan: FloorPlan, seat: TestSeat, callId: string, notes: string): void => {
  const ann = plan.customer('ann')
  const sessionId = ann.start('direct', callId)
  seat.does({ type: 'seat/answer', sessionId })
  plan.clock.advance(1_000)
  seat.does({ type: 'seat/remark', sessionId, notes })
  ann.hangUp()
  seat.does({ type: 'seat/wrapUpDone', sessionId })
}

/** Ann has talked with seat 1, and calls while only the seats of `who` work. */
const callsAgain = (plan: FloorPlan, who: string): { readonly seat: TestSeat; readonly sessionId: string } => {
  const one = plan.seat('1')
  talks(plan, one, 'first', 'a refund')
  one.does({ type: 'seat/signOut' })
  const seat = plan.seat(who)
  return { seat, sessionId: plan.customer('ann').start('direct', 'second') }
}

describe('what an agent sees of earlier calls', () => {
  it('comes with the ring: when, where, with whom, how it ended and what was written', () => {
    const plan = floorPlan()
    const { seat, sessionId } = callsAgain(plan, '2')
    const calls = toldAt(seat, sessionId)
    expect(calls).toMatchObject([
      { channel: 'Direct', seatName: 'Seat 1', endStatus: 'ok', notes: [{ seatName: 'Seat 1', notes: 'a refund' }] },
    ])
    expect(seat.heard.findIndex(({ type }) => type === 'seat/earlier')).toBe(
      seat.heard.findIndex(({ type }) => type === 'seat/incoming') + 1,
    )
  })

  it('is nothing when nothing is known, and never of another customer or of the call itself', () => {
    const plan = floorPlan()
    const one = plan.seat('1')
    talks(plan, one, 'first', 'a refund')
    const bob = plan.customer('bob')
    const sessionId = bob.start('direct')
    one.does({ type: 'seat/answer', sessionId })
    bob.hangUp()
    expect(one.heard.filter(({ type }) => type === 'seat/earlier')).toEqual([])
  })

  it('is the latest few, the latest first, each note shortened', () => {
    const plan = floorPlan({ earlierCalls: { shown: 2, of: 'team' } })
    const one = plan.seat('1')
    for (const name of ['a', 'b', 'c']) talks(plan, one, name, name.repeat(600))
    const calls = toldAt(one, plan.customer('ann').start('direct', 'now'))
    expect(calls.map(({ notes }) => notes[0]?.notes)).toEqual([`${'c'.repeat(499)}…`, `${'b'.repeat(499)}…`])
  })

  it('is nothing where the company wishes none', () => {
    const { seat, sessionId } = callsAgain(floorPlan({ earlierCalls: { shown: 0, of: 'team' } }), '2')
    expect(toldAt(seat, sessionId)).toEqual([])
  })

  it.each([
    ['seat', 0],
    ['supervisor', 1],
    ['administrator', 1],
  ] as const)('where the own calls alone are seen, a %s sees %i of a colleague', (role, count) => {
    const plan = floorPlan({ earlierCalls: { shown: 5, of: 'own' } }, undefined, {}, [account('2', role)])
    const { seat, sessionId } = callsAgain(plan, '2')
    expect(toldAt(seat, sessionId)).toHaveLength(count)
  })

  it('where the own calls alone are seen, the own one is', () => {
    const { seat, sessionId } = callsAgain(floorPlan({ earlierCalls: { shown: 5, of: 'own' } }), '1')
    expect(toldAt(seat, sessionId)).toHaveLength(1)
  })

  it('is gone with what was erased', () => {
    const plan = floorPlan()
    const one = plan.seat('1')
    talks(plan, one, 'first', 'a refund')
    for (const { summary } of plan.book.ofCustomer('ann')) plan.book.erase(summary.sessionId)
    expect(toldAt(one, plan.customer('ann').start('direct', 'second'))).toEqual([])
  })

  it('is said once for each card: with the ring, and again to a page that is loaded anew', () => {
    const plan = floorPlan({ workstation })
    const { seat, sessionId } = callsAgain(plan, '2')
    seat.does({ type: 'seat/answer', sessionId })
    seat.does({ type: 'seat/rejoin', sessionId })
    const inTalk = plan.seat('2')
    inTalk.does({ type: 'seat/hangUp', sessionId })
    const inWrapUp = plan.seat('2')
    for (const page of [seat, inTalk, inWrapUp])
      expect(page.heard.filter(({ type }) => type === 'seat/earlier')).toHaveLength(1)
    expect(inWrapUp.words()).toBe('signedIn wrapUp')
  })

  it('is told to a colleague who is asked, and to a page that is loaded again', () => {
    const plan = floorPlan()
    const { seat, sessionId } = callsAgain(plan, '2')
    const three = plan.seat('3')
    seat.does({ type: 'seat/answer', sessionId })
    seat.does({ type: 'seat/consult', sessionId, toSeatId: '3' })
    expect(toldAt(three, sessionId)).toHaveLength(1)
    expect(toldAt(plan.seat('2'), sessionId)).toHaveLength(1)
  })
})
