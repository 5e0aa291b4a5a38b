/** What happens in the turns between a timer of a policy and the hang-up that it asks for. */
import { filter, map, timer } from 'rxjs'
import { hangUp, startCall } from '../../lib/entries/call'
import { named, type Policy, mute, waitingLimit } from '../../lib/entries/policies'
import { ACCEPTED, RINGING, world } from '../run/ports'

beforeEach(() => jest.useFakeTimers())
afterEach(() => jest.useRealTimers())

const LIMIT_MS = 50

const waiting = (...policies: readonly Policy[]) => {
  const here = world({ policies })
  here.call.session$.subscribe()
  here.reach('waiting')
  return here
}

/** Just after so many turns that the limit has taken: 1 is its own timer. */
const afterTurns = (turns: number) => {
  jest.advanceTimersByTime(LIMIT_MS - 1)
  for (let turn = 1; turn <= turns; turn += 1) jest.advanceTimersToNextTimer()
}

const settle = () => jest.advanceTimersByTime(5)

describe('the limit of the queue and the ringing has run out', () => {
  it.each([0, 1, 2, 3])('a seat begins to ring %i turns later: the limit was meant for that, too', (turns) => {
    const { call, line$ } = waiting(waitingLimit({ ms: LIMIT_MS }))
    afterTurns(turns)
    line$.next(RINGING)
    settle()
    expect(call.session).toMatchObject({ phase: 'ended', end: { closeBy: 'timer' } })
  })

  it('a seat answers one turn later: the answer wins', () => {
    const { call, line$ } = waiting(waitingLimit({ ms: LIMIT_MS }))
    afterTurns(1)
    line$.next(ACCEPTED)
    settle()
    expect(call.session.phase).toBe('talking')
  })
})

describe('a policy that does not let go of its timer', () => {
  const careless = named('careless', () => timer(LIMIT_MS).pipe(map(() => hangUp())))

  it('cannot hit the next phase', () => {
    const { call, line$ } = waiting(careless)
    afterTurns(1)
    line$.next(RINGING)
    settle()
    expect(call.session.phase).toBe('ringing')
  })

  it('cannot hit the next call, even in the same phase', () => {
    const here = world({ policies: [careless] })
    here.call.session$.subscribe()
    here.call.dispatch(startCall({ channelId: 'service', callId: 'call-1' }))
    afterTurns(1)
    here.call.dispatch(hangUp())
    here.call.dispatch(startCall({ channelId: 'service', callId: 'call-2' }))
    settle()
    expect(here.call.session).toMatchObject({ phase: 'dialling', callId: 'call-2' })
  })
})

it('policies that answer each other for ever leave room for the customer', () => {
  const answering: Policy = ({ event$ }) =>
    event$.pipe(
      filter((event) => 'policy' in event),
      map(() => mute()),
    )
  const here = waiting(waitingLimit({ ms: LIMIT_MS }), answering)
  afterTurns(3)
  here.call.dispatch(hangUp())
  expect(here.call.session.phase).toBe('ended')
})
