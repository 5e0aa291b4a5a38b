import { filter, merge, type Observable } from 'rxjs'
import { marbles } from 'rxjs-marbles/jest'
import type { ServerMessage } from 'tccc-wx-sdk/call'
import { CALL_ID, createScene, type Marbles, SESSION_ID as sessionId } from 'tccc-wx-sdk/testing'
import { satisfaction } from '../satisfaction'

const inSurvey: ServerMessage = { type: 'call/started', callId: `${CALL_ID}-survey`, sessionId }
const letters = { seat: { w: inSurvey } }

/** What is sent when the customer taps the stars. */
const sendsOf = (m: Marbles, seat: string, rating$: Observable<string>) => {
  const policies = [satisfaction({ channelId: 'survey', rating$ })]
  const { sees$, sends$ } = createScene(m, { seat, letters, policies })
  return merge(sends$, sees$.pipe(filter(() => false)))
}

describe('the rating after a call', () => {
  it(
    'is pressed in the menu of the survey',
    marbles((m) => {
      const seat = '   -sae----w---v'
      const taps = '   ------5'
      const sends = '  s-----s-----d'
      m.expect(sendsOf(m, seat, m.hot(taps))).toBeObservable(sends)
    }),
  )

  it(
    'a call that nobody answered is not rated',
    marbles((m) => {
      const seat = '   -sq-x'
      const taps = '   ------5'
      const sends = '  s'
      m.expect(sendsOf(m, seat, m.hot(taps))).toBeObservable(sends)
    }),
  )
})
