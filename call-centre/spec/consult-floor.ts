/** Seat 1 talks with Ann, and asks seat 2 about it. */
import { createShelf } from '../server/state/shelf'
import { floorPlan, type FloorPlan, type TestCustomer, type TestSeat } from './floor-plan'

export interface Asked extends FloorPlan {
  readonly ann: TestCustomer
  readonly one: TestSeat
  readonly two: TestSeat
  readonly sessionId: string
}

/** Seat 1 talks with Ann; seat 2 is free. */
export function talk(more: Parameters<typeof floorPlan>[0] = {}, shelf = createShelf([])): Asked {
  const plan = floorPlan(more, shelf)
  const one = plan.seat('1')
  const ann = plan.customer('ann')
  const sessionId = ann.start('direct')
  one.does({ type: 'seat/answer', sessionId })
  plan.clock.advance(1_000)
  const two = plan.seat('2')
  for (const { heard } of [ann, one, two]) heard.splice(0)
  return { ...plan, ann, one, two, sessionId }
}

/** As `talk`, and it rings at seat 2. */
export function asking(...given: Parameters<typeof talk>): Asked {
  const plan = talk(...given)
  plan.one.does({ type: 'seat/consult', sessionId: plan.sessionId, toSeatId: '2' })
  return plan
}

/** As `asking`, and the two seats talk while Ann is on hold. */
export function aside(...given: Parameters<typeof talk>): Asked {
  const plan = asking(...given)
  plan.clock.advance(1_000)
  plan.two.does({ type: 'seat/answer', sessionId: plan.sessionId })
  return plan
}

export const statusOf = ({ centre }: FloorPlan, id: string) => centre.state().seats.find(({ seatId }) => seatId === id)
export const lastOf = ({ heard }: TestSeat, type: string) => heard.findLast((notice) => notice.type === type)
export const held = ({ heard }: TestCustomer) =>
  heard.flatMap((message) => (message.type === 'call/held' ? [message.held] : []))
