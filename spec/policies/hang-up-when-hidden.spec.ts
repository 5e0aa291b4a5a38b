import { hangUpWhenHidden } from '../../lib/entries/policies'
import { callMarbles } from '../../lib/entries/testing'

describe('hangUpWhenHidden', () => {
  it(
    'hangs up as soon as the app is hidden',
    callMarbles(({ call, expectCall }) => {
      const seat = '   --ra'
      const phone = '  -----h'
      const sees = '   DVRT-E'
      const sends = '  s----(oh)'
      expectCall(call({ seat, phone, policies: [hangUpWhenHidden()] }))
        .toSee(sees)
        .toSend(sends)
    }),
  )

  it(
    'gives the customer a moment: shown again within it, the call goes on',
    callMarbles(({ call, expectCall }) => {
      const seat = '   --ra'
      const phone = '  -----h 4s s'
      const sees = '   DVRT-------'
      const sends = '  s----o 4s c'
      expectCall(call({ seat, phone, policies: [hangUpWhenHidden({ ms: 5_000 })] }))
        .toSee(sees)
        .toSend(sends)
    }),
  )

  it(
    'the app is shown in the very frame of the limit: the customer is back, and the call goes on',
    callMarbles(({ call, expectCall }) => {
      const policies = [hangUpWhenHidden({ ms: 5_000 })]
      const seat = '   --ra'
      const phone = '  -----h 4999ms s'
      const sees = '   DVRT'
      const sends = '  s----o 4999ms c'
      expectCall(call({ seat, policies, phone })).toSee(sees).toSend(sends)
    }),
  )

  it(
    'the seat answers in the very frame of the limit: the app is hidden all the same, and the call ends',
    callMarbles(({ call, expectCall }) => {
      const policies = [hangUpWhenHidden({ ms: 5_000 })]
      const phone = '  ---h'
      const seat = '   --r- 4999ms a'
      const sees = '   DVR- 4999ms (TE)'
      const sends = '  s--- 4999ms (oh)'
      expectCall(call({ phone, policies, seat })).toSee(sees).toSend(sends)
    }),
  )

  it(
    'a phone call that leaves the app on show does not end it',
    callMarbles(({ call, expectCall }) => {
      const seat = '   --ra'
      const phone = '  -----i 60m c'
      const sees = '   DVRT'
      expectCall(call({ seat, phone, policies: [hangUpWhenHidden()] })).toSee(sees)
    }),
  )
})
