import { marbles } from 'rxjs-marbles/jest'
import { longestCall } from '../../lib/entries/policies'
import { callMarbles } from '../../lib/entries/testing'
import { notices } from './facts'

describe('longestCall', () => {
  it(
    'hangs up when they have talked for too long; the waiting does not count',
    callMarbles(({ call, expectCall }) => {
      const seat = '   --q 90000ms a'
      const sees = '   DVW 90000ms T 59999ms E'
      const sends = '  s-- 90000ms - 59999ms h'
      expectCall(call({ seat, policies: [longestCall({ ms: 60_000 })] }))
        .toSee(sees)
        .toSend(sends)
    }),
  )

  it(
    'a transfer does not start the time anew',
    callMarbles(({ call, expectCall }) => {
      const seat = '   --a 29999ms q 9999ms b'
      const sees = '   DVT 29999ms W 9999ms T 19999ms E'
      const sends = '  s-- 29999ms - 9999ms - 19999ms h'
      expectCall(call({ seat, policies: [longestCall({ ms: 60_000 })] }))
        .toSee(sees)
        .toSend(sends)
    }),
  )

  it(
    'the seat hangs up in the very frame of the limit: the seat wins',
    callMarbles(({ call, expectCall }) => {
      const seat = '   --a 59999ms e'
      const sees = '   DVT 59999ms E'
      const sends = '  s-------------'
      expectCall(call({ seat, policies: [longestCall({ ms: 60_000 })] }))
        .toSee(sees)
        .toSend(sends)
    }),
  )

  it(
    'lets go when the call ends',
    callMarbles(({ call, expectCall }) => {
      const user = '   d---h 58000ms r'
      const seat = '   -sa- 58001ms -t'
      const sees = '   DVT-E 58000ms DV'
      const sends = '  s---h 58000ms s-'
      expectCall(call({ user, seat, policies: [longestCall({ ms: 60_000 })] }))
        .toSee(sees)
        .toSend(sends)
    }),
  )

  it(
    'warns the page before',
    marbles((m) => {
      const seat = '        --a'
      const told = '        -- 45000ms n'
      const policies = [longestCall({ ms: 60_000, warnMs: 15_000 })]
      m.expect(notices(m, { seat, policies })).toBeObservable(told, { n: 'callEndsSoon' })
    }),
  )
})
