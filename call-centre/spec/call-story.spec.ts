import { storyOf } from '../server/records/call-story'
import { floorPlan, type FloorPlan } from './floor-plan'

const groups = { care: { name: 'Care' } }

/** The steps, each with the seconds since the beginning. */
const told = ({ book }: FloorPlan) => {
  const [entry] = book.ofSeat()
  if (!entry) throw new Error('no call is over')
  const { steps, remarks, callId, startedAt } = storyOf(entry, groups)
  return { remarks, callId, steps: steps.map(({ at, ...step }) => [(at - startedAt) / 1_000, ...Object.values(step)]) }
}

it('a call that was missed, given to a group and to the queue, with who hung up', () => {
  const plan = floorPlan({ groups })
  const [one, ann] = [plan.seat('1'), plan.customer('ann')]
  const sessionId = ann.start('menu')
  plan.clock.advance(3_000)
  ann.digits('1')
  plan.clock.advance(10_000)
  const two = plan.seat('2')
  plan.clock.advance(2_000)
  two.does({ type: 'seat/answer', sessionId })
  plan.clock.advance(20_000)
  two.does({ type: 'seat/remark', sessionId, notes: 'a refund', disposition: 'none' })
  plan.seat('3')
  two.does({ type: 'seat/transfer', sessionId, toGroup: 'care' })
  plan.clock.advance(1_000)
  const three = plan.seat('3')
  three.does({ type: 'seat/answer', sessionId })
  plan.clock.advance(5_000)
  three.does({ type: 'seat/hangUp', sessionId })
  expect(one.words()).toBe('signedIn incoming missed')
  expect(told(plan)).toEqual({
    callId: 'call-of-ann',
    remarks: [{ seatName: 'Seat 2', notes: 'a refund' }],
    steps: [
      [0, 'started'],
      [3, 'queued'],
      [3, 'rang', 'Seat 1'],
      [13, 'left', 'Seat 1', 'missed'],
      [13, 'rang', 'Seat 2'],
      [15, 'answered', 'Seat 2'],
      [35, 'left', 'Seat 2', 'transferred', 'Care'],
      [35, 'rang', 'Seat 3'],
      [36, 'answered', 'Seat 3'],
      [41, 'ended', 'seat', 'ok'],
    ],
  })
})

it('a ring that was declined, with the word of the agent, and given up while the next one rang', () => {
  const plan = floorPlan({ workstation: { breakReasons: [], declineReasons: ['Busy'], dispositions: [], wrapUpMs: 0 } })
  const [one, , ann] = [plan.seat('1'), plan.seat('2'), plan.customer('ann')]
  const sessionId = ann.start('direct')
  one.does({ type: 'seat/decline', sessionId, reason: 'Busy' })
  ann.hangUp()
  expect(told(plan).steps).toEqual([
    [0, 'started'],
    [0, 'queued'],
    [0, 'rang', 'Seat 1'],
    [0, 'left', 'Seat 1', 'declined', 'Busy'],
    [0, 'rang', 'Seat 2'],
    [0, 'ended', 'client', 'ringingGiveUp'],
  ])
})
