import { furthestReach, rankOf, reachOf, widensInMs } from '../../server/routing/reach'

const groups = {
  sales: { name: 'Sales', seats: { '1': 1, '2': 3 }, overflow: { afterMs: 30_000, to: 'support' } },
  support: { name: 'Support', seats: { '2': 1 }, overflow: { afterMs: 60_000, to: 'all' } },
  all: { name: 'All', overflow: { afterMs: 1_000, to: 'sales' } },
}

it.each([
  [0, ['sales']],
  [29_999, ['sales']],
  [30_000, ['sales', 'support']],
  [89_999, ['sales', 'support']],
  [90_000, ['sales', 'support', 'all']],
  [9_000_000, ['sales', 'support', 'all']],
])('a call that has waited %i ms may be taken by %j', (waitedMs, reach) => {
  expect(reachOf(groups, 'sales', waitedMs)).toEqual(reach)
})

it.each([
  [0, 30_000],
  [29_999, 1],
  [30_000, 60_000],
  [90_000, undefined],
])('after %i ms the next group joins in %p ms', (waitedMs, inMs) => {
  expect(widensInMs(groups, 'sales', waitedMs)).toBe(inMs)
})

it('a call without a group is anybody’s, and flows nowhere', () => {
  expect(reachOf(groups, undefined, 90_000)).toEqual([])
  expect(rankOf(groups, [], '7')).toBe(0)
  expect(widensInMs(groups, undefined, 0)).toBeUndefined()
})

it('a seat is ranked by its level, and behind every level of the groups before', () => {
  const ranks = (reach: readonly string[]) => ['1', '2', '3'].map((seatId) => rankOf(groups, reach, seatId))
  expect(ranks(['sales'])).toEqual([1, 3, undefined])
  expect(ranks(['support'])).toEqual([undefined, 1, undefined])
  expect(ranks(furthestReach(groups, 'support'))).toEqual([11, 1, 11])
  expect(ranks(furthestReach(groups, 'sales'))).toEqual([1, 3, 21])
  expect(rankOf(groups, ['sales'], 'toString')).toBeUndefined()
})
