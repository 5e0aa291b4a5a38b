import { endWhenMediaLost } from '../../lib/policies'
import { callMarbles } from '../../lib/testing'

const policies = [endWhenMediaLost({ ms: 30_000 })]

describe('endWhenMediaLost', () => {
  it(
    'hangs up when the voice does not come back',
    callMarbles(({ call, expectCall }) => {
      const seat = '   --a'
      const phone = '  ---e 999ms r'
      const sees = '   DVT- 999ms - 29999ms E'
      const sends = '  s--- 999ms - 29999ms h'
      expectCall(call({ seat, phone, policies })).toSee(sees).toSend(sends)
    }),
  )

  it(
    'the voice comes back in the very frame of the limit: the call wins',
    callMarbles(({ call, expectCall }) => {
      const seat = '   --a'
      const phone = '  ---r 29999ms e'
      const sees = '   DVT'
      const sends = '  s'
      expectCall(call({ seat, phone, policies })).toSee(sees).toSend(sends)
    }),
  )

  it(
    'two losses with a voice between them do not add up',
    callMarbles(({ call, expectCall }) => {
      const seat = '   --a'
      const phone = '  ---r 19999ms e 19999ms r 19999ms e'
      const sees = '   DVT'
      const sends = '  s'
      expectCall(call({ seat, phone, policies })).toSee(sees).toSend(sends)
    }),
  )

  it(
    'an interruption is no loss: its time does not count',
    callMarbles(({ call, expectCall }) => {
      const seat = '   --a'
      const phone = '  ---r 9999ms i 59999ms c'
      const sees = '   DVT- 9999ms - 59999ms - 29999ms E'
      const sends = '  s--- 9999ms o 59999ms c 29999ms h'
      expectCall(call({ seat, phone, policies })).toSee(sees).toSend(sends)
    }),
  )

  it(
    'lets go when the seat hangs up in the very frame of the limit: the seat wins',
    callMarbles(({ call, expectCall }) => {
      const seat = '   --a- 29999ms e'
      const phone = '  ---r'
      const sees = '   DVT- 29999ms E'
      const sends = '  s'
      expectCall(call({ seat, phone, policies })).toSee(sees).toSend(sends)
    }),
  )

  it(
    'waits as long as it takes in the queue, where no voice is missed',
    callMarbles(({ call, expectCall }) => {
      const seat = '   --q'
      const phone = '  ---r'
      const sees = '   DVW'
      const sends = '  s'
      expectCall(call({ seat, phone, policies })).toSee(sees).toSend(sends)
    }),
  )
})
