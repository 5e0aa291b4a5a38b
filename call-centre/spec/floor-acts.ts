import fc from 'fast-check'
import type { FloorPlan } from './floor-plan'

const names = ['ann', 'bob', 'cid']
const seatIds = ['1', '2']

/** Something that a customer, a seat, a line or the time does. */
export type Act = (plan: FloorPlan) => void

const bodies: Readonly<Record<string, readonly object[]>> = {
  text: [{}, { id: 't1', text: 'Hello' }, { id: 's1', seen: 'read' }],
  rating: [{}, { score: 5 }, { score: 'x' }],
  waiting: [{}, { allowed: ['T1'] }, { leave: true, allowed: ['T1'] }, { leave: true }],
}

const besideTheVoice = () =>
  fc
    .constantFrom(...Object.keys(bodies))
    .chain((about) =>
      fc.tuple(
        fc.constantFrom(...names),
        fc.nat(9),
        fc.constant(about),
        fc.constantFrom(...(bodies[about] ?? []).map((body) => JSON.stringify(body))),
      ),
    )

export const anyAct = (): fc.Arbitrary<Act> => {
  const name = fc.constantFrom(...names)
  const seatId = fc.constantFrom(...seatIds)
  const flag = fc.boolean()
  const sessionOf = ({ phases }: FloorPlan, nth: number) => {
    const open = new Set(phases.map(({ sessionId }) => sessionId))
    for (const { phase, sessionId } of phases) if (phase === 'ended') open.delete(sessionId)
    return [...open][nth % Math.max(1, open.size)] ?? 'none'
  }
  const from = (userId: string, other: boolean) => ({ userId, linkId: `link-${userId}${other ? '-2' : ''}` })
  const start = fc.tuple(name, flag, fc.constantFrom('menu', 'direct', 'closed'), fc.constantFrom('c1', 'c2'))
  const digits = fc.tuple(name, fc.nat(9), fc.constantFrom('1', '2', '7', '9'))
  return fc.oneof(
    start.map(([userId, other, channelId, callId]): Act => ({ centre }) => {
      centre.customer(from(userId, other), { type: 'call/start', callId, channelId, media: 'audio' })
    }),
    digits.map(([userId, nth, keys]): Act => (plan) => {
      const sessionId = sessionOf(plan, nth)
      plan.centre.customer(from(userId, false), { type: 'call/digits', sessionId, digits: keys })
    }),
    fc.tuple(name, fc.nat(9), flag).map(([userId, nth, held]): Act => (plan) => {
      plan.centre.customer(from(userId, false), { type: 'call/hold', sessionId: sessionOf(plan, nth), held })
    }),
    fc.tuple(name, flag, flag).map(([userId, other, isUp]): Act => ({ centre }) => {
      centre.line(from(userId, other).linkId, isUp ? 'up' : 'lost')
    }),
    fc.tuple(name, fc.constantFrom('c1', 'c2')).map(([userId, callId]): Act => ({ centre }) => {
      const how = { closeBy: 'client', endStatus: 'ok' } as const
      centre.customer(from(userId, false), { type: 'call/hangUp', callId, ...how })
    }),
    seatId.map(
      (id): Act =>
        ({ seat }) =>
          void seat(id),
    ),
    seatId.map((id): Act => ({ centre }) => {
      centre.seatGone(id)
    }),
    fc.tuple(seatId, fc.constantFrom('online', 'busy', 'rest')).map(([id, status]): Act => ({ centre }) => {
      centre.seat(id, { type: 'seat/status', status })
    }),
    fc
      .tuple(seatId, fc.nat(9), fc.constantFrom('answer', 'answer', 'decline', 'hangUp', 'wrapUpDone'))
      .map(([id, nth, word]): Act => (plan) => {
        plan.centre.seat(id, { type: `seat/${word}`, sessionId: sessionOf(plan, nth) })
      }),
    fc.tuple(seatId, fc.nat(9), flag).map(([id, nth, held]): Act => (plan) => {
      plan.centre.seat(id, { type: 'seat/hold', sessionId: sessionOf(plan, nth), held })
    }),
    fc.tuple(seatId, fc.nat(9), fc.constantFrom(undefined, ...seatIds)).map(([id, nth, toSeatId]): Act => (plan) => {
      const sessionId = sessionOf(plan, nth)
      plan.centre.seat(id, { type: 'seat/transfer', sessionId, ...(toSeatId === undefined ? {} : { toSeatId }) })
    }),
    fc.tuple(seatId, fc.nat(9), fc.constantFrom(...seatIds)).map(([id, nth, toSeatId]): Act => (plan) => {
      plan.centre.seat(id, { type: 'seat/consult', sessionId: sessionOf(plan, nth), toSeatId })
    }),
    fc
      .tuple(seatId, fc.nat(9), fc.constantFrom('answer', 'together', 'handOver', 'goBack'))
      .map(([id, nth, word]): Act => (plan) => {
        plan.centre.seat(id, { type: `seat/${word}`, sessionId: sessionOf(plan, nth) })
      }),
    besideTheVoice().map(([userId, nth, about, body]): Act => (plan) => {
      const sessionId = sessionOf(plan, nth)
      plan.centre.customer(from(userId, false), { type: 'call/aside', sessionId, about, body })
    }),
    fc.constantFrom(0, 1, 5_000, 30_000).map((ms): Act => ({ clock }) => {
      clock.advance(ms)
    }),
  )
}
