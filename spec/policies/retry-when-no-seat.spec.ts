import type { ServerMessage } from '../../lib/entries/call'
import { retryWhenNoSeat } from '../../lib/entries/policies'
import { CALL_ID, callMarbles, SESSION_ID as sessionId } from '../../lib/entries/testing'

const started = (callId: string): ServerMessage => ({ type: 'call/started', callId, sessionId })

/** `o`: nobody is there. `p`, `q`: the answers to the first and the second new try. */
const letters = {
  seat: {
    o: { type: 'call/ended', sessionId, closeBy: 'admin', endStatus: 'noSeatOnline' },
    p: started(`${CALL_ID}+`),
    q: started(`${CALL_ID}++`),
  },
} as const satisfies Parameters<Parameters<Parameters<typeof callMarbles>[0]>[0]['call']>[0]['letters']

const policies = [retryWhenNoSeat({ delayMs: 20_000, count: 2 })]

describe('retryWhenNoSeat', () => {
  it(
    'dials again after a pause, as often as it may and no more',
    callMarbles(({ call, expectCall }) => {
      const seat = '   -so 20000ms po 20000ms qo'
      const sees = '   DVE 19999ms DVE 19999ms DVE'
      const sends = '  s-- 19999ms s-- 19999ms s'
      expectCall(call({ seat, letters, policies })).toSee(sees).toSend(sends)
    }),
  )

  it(
    'a customer who dials again has all tries again, and no second call',
    callMarbles(({ call, expectCall }) => {
      const user = '   d-- 9999ms d'
      const seat = '   -so 9999ms -so 20000ms po 20000ms qo'
      const sees = '   DVE 9999ms DVE 19999ms DVE 19999ms DVE'
      const sends = '  s-- 9999ms s-- 19999ms s-- 19999ms s'
      expectCall(call({ user, seat, letters, policies })).toSee(sees).toSend(sends)
    }),
  )

  it(
    'the customer hangs up in the very frame of the new try: the customer wins',
    callMarbles(({ call, expectCall }) => {
      const user = '   d-- 19999ms h'
      const seat = '   -so'
      const sees = '   DVE'
      const sends = '  s'
      expectCall(call({ user, seat, letters, policies })).toSee(sees).toSend(sends)
    }),
  )

  it(
    'the customer dials in the very frame of the new try: one call',
    callMarbles(({ call, expectCall }) => {
      const user = '   d-- 19999ms d'
      const seat = '   -so 19999ms -s'
      const sees = '   DVE 19999ms DV'
      const sends = '  s-- 19999ms s'
      expectCall(call({ user, seat, letters, policies })).toSee(sees).toSend(sends)
    }),
  )

  it(
    'lets go when the call ends otherwise',
    callMarbles(({ call, expectCall }) => {
      const seat = '   -sx'
      const sees = '   DVE'
      const sends = '  s'
      expectCall(call({ seat, letters, policies })).toSee(sees).toSend(sends)
    }),
  )
})
