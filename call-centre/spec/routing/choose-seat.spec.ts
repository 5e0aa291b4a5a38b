import fc from 'fast-check'
import { chooseSeat, type RoutedSeat } from '../../server/routing/choose-seat'

const levels: Readonly<Record<string, number>> = { expert: 1, other: 1, novice: 2 }
const rank = (seatId: string): number | undefined => levels[seatId]
const seat = (seatId: string, freeSince?: number): RoutedSeat => ({
  seatId,
  ...(freeSince === undefined ? {} : { freeSince }),
})
const chosen = (call: Partial<Parameters<typeof chooseSeat>[0]>, ...seats: readonly RoutedSeat[]) =>
  chooseSeat({ passed: new Set(), ...call }, seats, rank)?.seatId

describe('the seat at which a call rings', () => {
  it.each<readonly [string, string | undefined, string | undefined]>([
    ['is better before longer free', chosen({}, seat('novice', 1), seat('expert', 9)), 'expert'],
    ['is, of two as good, the one that is free longest', chosen({}, seat('expert', 9), seat('other', 8)), 'other'],
    ['is less good rather than nobody', chosen({}, seat('novice', 9), seat('expert')), 'novice'],
    ['is never one that does not suit', chosen({}, seat('stranger', 1)), undefined],
    ['is the last seat first', chosen({ lastSeat: 'novice' }, seat('expert', 1), seat('novice', 9)), 'novice'],
    [
      'is another one when the last is busy',
      chosen({ lastSeat: 'novice' }, seat('expert', 1), seat('novice')),
      'expert',
    ],
    ['is not the last seat if it does not suit', chosen({ lastSeat: 'stranger' }, seat('stranger', 1)), undefined],
    [
      'is the one that a transfer names, suited or not',
      chosen({ wanted: 'stranger' }, seat('stranger', 1)),
      'stranger',
    ],
    ['is another one when that is busy', chosen({ wanted: 'novice' }, seat('novice'), seat('expert', 1)), 'expert'],
    [
      'is one that has not had its turn',
      chosen({ passed: new Set(['expert']) }, seat('expert', 1), seat('novice', 9)),
      'novice',
    ],
    [
      'is waited for while it is busy',
      chosen({ passed: new Set(['expert']) }, seat('expert', 1), seat('other')),
      undefined,
    ],
    [
      'is one that had its turn when all had it',
      chosen({ passed: new Set(['expert', 'other']) }, seat('expert', 2), seat('other', 1)),
      'other',
    ],
    [
      'is not waited for when the one that is left does not suit',
      chosen({ passed: new Set(['expert']) }, seat('expert', 1), seat('stranger')),
      'expert',
    ],
  ])('%s', (_, is, expected) => {
    expect(is).toBe(expected)
  })

  it('does not depend on the order in which seats are looked at', () => {
    const seats = fc.shuffledSubarray([seat('expert', 4), seat('other', 3), seat('novice', 1)], { minLength: 3 })
    fc.assert(
      fc.property(seats, (order) => {
        expect(chosen({}, ...order)).toBe('other')
      }),
    )
  })
})
