/** A timer counts 2,147,483,647 ms at most, and takes what is longer for nothing. */
import { marbles } from 'rxjs-marbles/jest'
import { longestCall, ringLimit } from '../../lib/entries/policies'
import { notices, phases } from './facts'

const LONGEST_MS = 2_147_483_647
const LONGER = [LONGEST_MS + 0.5, LONGEST_MS + 1, Number.MAX_VALUE, Infinity]

describe('the longest time that a timer counts', () => {
  const policies = [ringLimit({ ms: LONGEST_MS })]

  it(
    'is counted as it is given',
    marbles((m) => {
      const seat = '--r'
      const sees = 'DVR 2147483646ms E'
      m.expect(phases(m, { seat, policies })).toBeObservable(sees)
    }),
  )

  it(
    'the seat answers in its very frame: the answer wins',
    marbles((m) => {
      const seat = '--r 2147483646ms a'
      const sees = 'DVR 2147483646ms T'
      m.expect(phases(m, { seat, policies })).toBeObservable(sees)
    }),
  )
})

describe.each(LONGER)('a time of %s ms', (ms) => {
  it(
    'never comes: the seat that answers after it wins',
    marbles((m) => {
      const seat = '--r 2147483649ms a'
      const sees = 'DVR 2147483649ms T'
      m.expect(phases(m, { seat, policies: [ringLimit({ ms })] })).toBeObservable(sees)
    }),
  )

  it(
    'is not warned of by longestCall, however long before',
    marbles((m) => {
      const seat = '--a'
      const told = '---'
      const policies = [0, 60_000, ...LONGER].map((warnMs) => longestCall({ ms, warnMs }))
      m.expect(notices(m, { seat, policies })).toBeObservable(told)
    }),
  )

  it(
    'before the end of a shorter call has begun already: longestCall warns at once',
    marbles((m) => {
      const seat = '--a'
      const told = '--n'
      const policies = [longestCall({ ms: 60_000, warnMs: ms })]
      m.expect(notices(m, { seat, policies })).toBeObservable(told, { n: 'callEndsSoon' })
    }),
  )
})
