/** What is said beside the voice: it goes both ways, changes nothing of the call, and is never lost in the order of things. */
import { aside } from '../../lib/entries/call'
import { callMarbles, SESSION_ID } from '../../lib/entries/testing'
import { announce, step } from '../../lib/call/step'
import { EVENTS, sessionIn } from './sessions'

const said = aside('text', { id: 't1', text: 'Hello' })
const letters = { user: { x: said } }

describe('an aside of the customer', () => {
  it(
    'goes out in every phase of a call that was answered, and after it, but not before',
    callMarbles(({ call, expectCall }) => {
      const user = '  dx-x-x-x-x-x'
      const seat = '  --s-q-r-a-e-'
      const sees = '  D-V-W-R-T-E-'
      const sends = ' s--x-x-x-x-x'
      expectCall(call({ user, seat, letters })).toSee(sees).toSend(sends)
    }),
  )

  it(
    'that meets the end of the call goes out once, whoever was first',
    callMarbles(({ call, expectCall }) => {
      const user = '  d----x-'
      const seat = '  -s-a-e-'
      const sees = '  DV-T-E-'
      const sends = ' s----x-'
      expectCall(call({ user, seat, letters })).toSee(sees).toSend(sends).endedOnce()
      expectCall(call({ seat, user, letters })).toSee(sees).toSend(sends).endedOnce()
    }),
  )

  it(
    'waits for a line that is lost',
    callMarbles(({ call, expectCall }) => {
      const user = '  d----x---'
      const seat = '  -s-------'
      const line = '  ---l---u-'
      const sends = ' s----x---'
      expectCall(call({ user, seat, line, letters }))
        .toSend(sends)
        .sent({ type: 'call/start' }, { type: 'call/aside', sessionId: SESSION_ID, about: 'text' })
    }),
  )
})

describe('an aside of the call centre', () => {
  const about = { about: 'text', body: EVENTS['call/aside'].body }

  it.each(['ivr', 'waiting', 'ringing', 'talking', 'ended'] as const)('is told in %s, and changes nothing', (phase) => {
    const from = sessionIn(phase)
    const [to, effects] = step(from, EVENTS['call/aside'], 1)
    expect(to).toBe(from)
    expect(announce({ effects })).toEqual([{ name: 'aside', detail: about }])
  })

  it('about another call is not told', () => {
    const foreign = { ...EVENTS['call/aside'], sessionId: 'of-somebody-else' }
    expect(step(sessionIn('talking'), foreign, 1)[1]).toEqual([])
    expect(step(sessionIn('idle'), foreign, 1)[1]).toEqual([])
  })
})
