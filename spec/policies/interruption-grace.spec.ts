import { interruptionGrace } from '../../lib/entries/policies'
import { callMarbles } from '../../lib/entries/testing'

const policies = [interruptionGrace({ ms: 20_000 })]

describe('interruptionGrace', () => {
  it(
    'hangs up when another sound keeps the phone',
    callMarbles(({ call, expectCall }) => {
      const seat = '   --a'
      const phone = '  ----i'
      const sees = '   DVT-- 19999ms E'
      const sends = '  s---o 19999ms h'
      expectCall(call({ seat, phone, policies })).toSee(sees).toSend(sends)
    }),
  )

  it(
    'the sound is given back in the very frame of the limit: the call wins',
    callMarbles(({ call, expectCall }) => {
      const seat = '   --a'
      const phone = '  ----i 19999ms c'
      const sees = '   DVT'
      const sends = '  s---o 19999ms c'
      expectCall(call({ seat, phone, policies })).toSee(sees).toSend(sends)
    }),
  )

  it(
    'leaves a hidden app alone',
    callMarbles(({ call, expectCall }) => {
      const seat = '   --a'
      const phone = '  ----h'
      const sees = '   DVT'
      const sends = '  s---o'
      expectCall(call({ seat, phone, policies })).toSee(sees).toSend(sends)
    }),
  )
})
