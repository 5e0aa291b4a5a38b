import type { ServerMessage } from 'tccc-wx-sdk/call'
import { CALL_ID, callMarbles, SESSION_ID as sessionId } from 'tccc-wx-sdk/testing'
import { overToVip } from '../over-to-vip'

const policies = [overToVip({ channelId: 'vip', afterMs: 60_000 })]
const inVip: ServerMessage = { type: 'call/started', callId: `${CALL_ID}-vip`, sessionId }
const letters = { seat: { w: inVip } }

describe('over to the VIP queue', () => {
  it(
    'takes the customer over after a minute, and leaves her there',
    callMarbles(({ call, expectCall }) => {
      const seat = '   -sq 60003ms wq'
      const sees = '   DVW 59999ms (ED) VW'
      const sends = '  s-- 59999ms (hs)'
      expectCall(call({ seat, letters, policies })).toSee(sees).toSend(sends)
    }),
  )

  it(
    'a seat rings in the very frame of the limit: the seat wins',
    callMarbles(({ call, expectCall }) => {
      const seat = '   -sq 59999ms r'
      const sees = '   DVW 59999ms R'
      const sends = '  s'
      expectCall(call({ seat, letters, policies })).toSee(sees).toSend(sends)
    }),
  )

  it(
    'the customer hangs up in the very frame of the limit: no second call',
    callMarbles(({ call, expectCall }) => {
      const user = '   d-- 59999ms h'
      const seat = '   -sq'
      const sees = '   DVW 59999ms E'
      const sends = '  s-- 59999ms h'
      expectCall(call({ user, seat, letters, policies })).toSee(sees).toSend(sends)
    }),
  )
})
