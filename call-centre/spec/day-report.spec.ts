import { dayOf } from '../server/day'
import { dayReport } from '../server/records/day-report'
import { floorPlan } from './floor-plan'
import { testConfig } from './test-config'

const { supervision: rules } = testConfig()

/** A day of two seats: calls that are answered in time and late, given up soon and late, missed, and one of the menu. */
const day = () => {
  const plan = floorPlan()
  const { clock, customer, seat } = plan
  const one = seat('1')
  const answered = (name: string, waitMs: number, talkMs: number): void => {
    one.does({ type: 'seat/status', status: 'rest' })
    const sessionId = customer(name).start('direct')
    clock.advance(waitMs)
    one.does({ type: 'seat/status', status: 'online' })
    one.does({ type: 'seat/answer', sessionId })
    clock.advance(talkMs)
    one.does({ type: 'seat/hangUp', sessionId })
  }
  const givenUp = (name: string, waitMs: number): void => {
    one.does({ type: 'seat/status', status: 'rest' })
    const who = customer(name)
    who.start('direct')
    clock.advance(waitMs)
    who.hangUp()
  }
  answered('ann', 20_000, 60_000)
  answered('bob', 20_001, 120_000)
  givenUp('cem', 4_999)
  givenUp('dan', 5_000)
  const eve = customer('eve')
  eve.start('menu')
  eve.hangUp()
  one.does({ type: 'seat/status', status: 'online' })
  const fay = customer('fay')
  fay.start('direct')
  clock.advance(10_000)
  fay.hangUp()
  const begun = dayOf(clock.date())
  clock.advance(86_400_000)
  customer('gus').start('menu')
  return { entries: plan.book.ofSeat(), begun }
}

it('counts the calls of the day, and divides those in time by those that did not give up soon', () => {
  const { entries, begun } = day()
  expect(dayReport(entries, begun, rules)).toEqual({
    ...{ day: begun, calls: 6, queued: 5, answered: 2, inTime: 1, short: 1, serviceLevelPercent: 25 },
    ...{ longestWaitMs: 20_001, meanWaitMs: 12_000, meanTalkMs: 90_000 },
    seats: [{ seatId: '1', seatName: 'Seat 1', taken: 2, transferred: 0, missed: 1, declined: 0 }],
  })
})

it('its numbers are those that the records come to', () => {
  const { entries, begun } = day()
  const records = entries.map(({ record }) => record)
  const report = dayReport(entries, begun, rules)
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
  expect(report.calls).toBe(records.length)
  expect(report.answered).toBe(records.filter(({ SeatUser }) => SeatUser !== null).length)
  expect(report.queued).toBe(records.filter(({ EndStatusString }) => EndStatusString !== 'ivrGiveUp').length)
  expect(report.meanTalkMs * report.answered).toBe(1_000 * sum(records.map(({ Duration }) => Duration)))
  const parts = records.flatMap(({ ServeParticipants }) => ServeParticipants)
  expect(sum(report.seats.map(({ taken }) => taken))).toBe(
    parts.filter(({ AcceptTimestamp }) => AcceptTimestamp > 0).length,
  )
})

it('a day without calls has no service level', () => {
  expect(dayReport([], '2030-01-02', rules)).not.toHaveProperty('serviceLevelPercent')
})
