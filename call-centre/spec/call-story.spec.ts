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

it('a voice that was bad and lost at the seat, and a customer whose line came and went', () => {
  const plan = floorPlan()
  const [one, ann] = [plan.seat('1'), plan.customer('ann')]
  const sessionId = ann.start('direct')
  one.does({ type: 'seat/line', sessionId, line: 'bad' })
  one.does({ type: 'seat/answer', sessionId })
  const says = (line: 'good' | 'bad' | 'lost'): void => {
    one.does({ type: 'seat/line', sessionId, line })
    plan.clock.advance(1_000)
  }
  for (const line of ['good', 'bad', 'bad', 'lost', 'good'] as const) says(line)
  for (const line of ['lost', 'up'] as const) plan.centre.line(ann.linkId, line)
  ann.hangUp()
  one.does({ type: 'seat/line', sessionId, line: 'lost' })
  expect(one.heard.filter(({ type }) => type === 'seat/refused')).toEqual([])
  expect(told(plan).steps.slice(3)).toEqual([
    [0, 'answered', 'Seat 1'],
    [1, 'bad', 'Seat 1', 'line'],
    [3, 'lost', 'Seat 1', 'line'],
    [4, 'good', 'Seat 1', 'line'],
    [5, 'lost', 'line'],
    [5, 'good', 'line'],
    [5, 'ended', 'client', 'ok'],
  ])
})

it('a line that comes and goes all day fills no record', () => {
  const plan = floorPlan()
  const [one, ann] = [plan.seat('1'), plan.customer('ann')]
  const sessionId = ann.start('direct')
  one.does({ type: 'seat/answer', sessionId })
  for (let turn = 0; turn < 100; turn += 1) one.does({ type: 'seat/line', sessionId, line: turn % 2 ? 'good' : 'bad' })
  ann.hangUp()
  expect(told(plan).steps).toHaveLength(45)
})
