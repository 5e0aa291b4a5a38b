import { waitingLimit } from '../../lib/entries/policies'
import { callMarbles } from '../../lib/entries/testing'

const policies = [waitingLimit({ ms: 60_000 })]

describe('waitingLimit', () => {
  it(
    'hangs up when no seat is free, however often the place in the queue changes',
    callMarbles(({ call, expectCall }) => {
      const seat = '   --q-q-q'
      const sees = '   DVW 59999ms E'
      const sends = '  s-- 59999ms h'
      expectCall(call({ seat, policies })).toSee(sees).toSend(sends)
    }),
  )

  it(
    'a seat that rings and does not answer does not start the time anew',
    callMarbles(({ call, expectCall }) => {
      const seat = '   --q 30s r 20s q'
      const sees = '   DVW 30s R 20s W 9997ms E'
      const sends = '  s-- 30s - 20s - 9997ms h'
      expectCall(call({ seat, policies })).toSee(sees).toSend(sends)
    }),
  )

  it(
    'a seat begins to ring in the very frame of the limit: the limit still ends the call, as ringing is waiting',
    callMarbles(({ call, expectCall }) => {
      const seat = '   --q 59999ms r'
      const sees = '   DVW 59999ms (RE)'
      const sends = '  s-- 59999ms h'
      expectCall(call({ policies, seat })).toSee(sees).toSend(sends)
    }),
  )

  it(
    'the seat answers in the very frame of the limit: the answer wins',
    callMarbles(({ call, expectCall }) => {
      const seat = '   --q 30s r 29998ms a'
      const sees = '   DVW 30s R 29998ms T'
      const sends = '  s-- 30s - 29998ms -'
      expectCall(call({ policies, seat })).toSee(sees).toSend(sends)
    }),
  )

  it(
    'a transfer waits anew: the talk before it does not count',
    callMarbles(({ call, expectCall }) => {
      const seat = '   --q-a 60m q'
      const sees = '   DVW-T 60m W 59999ms E'
      const sends = '  s---- 60m - 59999ms h'
      expectCall(call({ seat, policies })).toSee(sees).toSend(sends)
    }),
  )
})
