import { pageOfCalls, searchCalls, type CallQuery } from '../server/records/search-calls'
import { floorPlan } from './floor-plan'

const none = { isOpen: false, heldOf: () => undefined }

/** Ann talked to seat 1, Bob gave up in the queue, Cem left in the menu the day after. */
const calls = () => {
  const plan = floorPlan()
  const [ann, bob, cem] = [plan.customer('ann'), plan.customer('bob'), plan.customer('cem')]
  const one = plan.seat('1')
  const sessionId = ann.start('direct')
  one.does({ type: 'seat/answer', sessionId })
  one.does({ type: 'seat/remark', sessionId, notes: 'Wants a Refund' })
  bob.start('menu')
  bob.digits('1')
  bob.hangUp()
  ann.hangUp()
  const begun = plan.book.ofSeat()[0]?.summary.startedAt ?? 0
  plan.clock.advance(86_400_000)
  cem.start('menu')
  cem.hangUp()
  return { book: plan.book, day: (after: number) => new Date(begun + after * 86_400_000).toLocaleDateString('sv') }
}

describe('calls are found', () => {
  const { book, day } = calls()
  const whoIn = (query: CallQuery) => searchCalls(book.ofSeat(), query).map(({ summary }) => summary.caller)

  it.each<readonly [name: string, query: CallQuery, who: readonly string[]]>([
    ['all of them', {}, ['bob', 'ann', 'cem']],
    ['by a word of the notes, in any case', { words: 'refund' }, ['ann']],
    ['by all of the words, not by one', { words: 'Sales bob' }, ['bob']],
    ['and not by one of them', { words: 'Sales ann' }, []],
    ['by the name of a seat', { words: 'Seat 1' }, ['ann']],
    ['by the name that the phone gave', { words: 'call-of-cem' }, ['cem']],
    ['until a day, which is in it', { to: day(0) }, ['bob', 'ann']],
    ['from a day on, which is in it', { from: day(1) }, ['cem']],
    ['by channel', { channel: 'Direct' }, ['ann']],
    ['by seat', { seatId: '1' }, ['ann']],
    ['by end', { endStatus: 'waitingGiveUp' }, ['bob']],
    ['by what became of it at a seat', { outcome: 'talked' }, ['ann']],
    ['by what became of it at that seat', { seatId: '1', outcome: 'missed' }, []],
    ['by all of that', { channel: 'Menu', endStatus: 'ok' }, []],
  ])('%s', (_name, query, who) => {
    expect(whoIn(query)).toEqual(who)
  })

  it('with channels and seats to choose from, whatever was looked for', () => {
    const { channels, seats, total } = pageOfCalls(book.ofSeat(), { words: 'nobody' }, {}, none)
    expect({ channels, seats, total }).toEqual({
      channels: ['Direct', 'Menu'],
      seats: [{ seatId: '1', seatName: 'Seat 1' }],
      total: 0,
    })
  })
})

it('a page holds 50, the latest first; the next begins after its last', () => {
  const plan = floorPlan()
  for (let n = 1; n <= 120; n += 1) {
    const customer = plan.customer(`c${n}`)
    customer.start('direct')
    customer.hangUp()
  }
  const page = (before?: string) => {
    const { calls, total, more } = pageOfCalls(plan.book.ofSeat(), before === undefined ? {} : { before }, {}, none)
    const last = calls.at(-1)
    return { first: calls[0]?.caller, last: last?.caller, name: last?.sessionId, size: calls.length, total, more }
  }
  const one = page()
  const two = page(one.name)
  expect([one, two, page(two.name)]).toMatchObject([
    { first: 'c120', last: 'c71', size: 50, total: 120, more: true },
    { first: 'c70', last: 'c21', size: 50, total: 120, more: true },
    { first: 'c20', last: 'c1', size: 20, total: 120, more: false },
  ])
})
