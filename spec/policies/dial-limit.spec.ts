import { dialLimit } from '../../lib/entries/policies'
import { callMarbles } from '../../lib/entries/testing'

describe('dialLimit', () => {
  it(
    'hangs up when the call centre does not answer; its late answer is hung up too',
    callMarbles(({ call, expectCall }) => {
      const seat = '   - 4999ms - 2s s'
      const sees = '   D 4999ms E'
      const sends = '  s 4999ms h 2s h'
      expectCall(call({ seat, policies: [dialLimit({ ms: 5_000 })] }))
        .toSee(sees)
        .toSend(sends)
    }),
  )

  it(
    'the call centre answers in the very frame of the limit: the answer wins',
    callMarbles(({ call, expectCall }) => {
      const seat = '   - 4999ms s'
      const sees = '   D 4999ms V'
      const sends = '  s----------'
      expectCall(call({ policies: [dialLimit({ ms: 5_000 })], seat }))
        .toSee(sees)
        .toSend(sends)
    }),
  )

  it(
    'lets go with the answer: the menu may last',
    callMarbles(({ call, expectCall }) => {
      const seat = '   --s 60m r'
      const sees = '   D-V 60m R'
      const sends = '  s--------'
      expectCall(call({ seat, policies: [dialLimit({ ms: 5_000 })] }))
        .toSee(sees)
        .toSend(sends)
    }),
  )

  it(
    'waits 15 s by itself',
    callMarbles(({ call, expectCall }) => {
      const seat = '   - 60m s'
      const sees = '   D 14999ms E'
      expectCall(call({ seat, policies: [dialLimit()] })).toSee(sees)
    }),
  )
})
