import { ringLimit } from '../../lib/entries/policies'
import { callMarbles } from '../../lib/entries/testing'

describe('ringLimit', () => {
  it(
    'hangs up when nobody answers',
    callMarbles(({ call, expectCall }) => {
      const seat = '   --r'
      const sees = '   DVR 44999ms E'
      const sends = '  s-- 44999ms h'
      expectCall(call({ seat, policies: [ringLimit({ ms: 45_000 })] }))
        .toSee(sees)
        .toSend(sends)
    }),
  )

  it(
    'the seat answers in the very frame of the limit: the answer wins',
    callMarbles(({ call, expectCall }) => {
      const seat = '   --r 44999ms a'
      const sees = '   DVR 44999ms T'
      const sends = '  s-----------'
      expectCall(call({ seat, policies: [ringLimit({ ms: 45_000 })] }))
        .toSee(sees)
        .toSend(sends)
    }),
  )
})
