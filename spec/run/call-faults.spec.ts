/** What fails around a call: its sources, its link. The call goes on, or ends with the microphone released. */
import { config } from 'rxjs'
import { type CallEvent, hangUp } from '../../lib/entries/call'
import { mediaWish } from '../../lib/call/media-wish'
import { START, world } from './ports'

const watched = () => {
  const here = world()
  const events: CallEvent[] = []
  here.call.event$.subscribe((event) => events.push(event))
  return { ...here, events }
}

describe.each(['media', 'environment'] as const)('the %s stream fails', (source) => {
  it('it is named, and the call goes on with the others', () => {
    const here = watched()
    here.reach('ringing')
    here[`${source}$`].error(new Error('oh'))
    expect(here.events.at(-1)).toEqual({ type: 'source/failed', source, message: 'Error: oh' })
    here.line$.next({ type: 'call/ended', sessionId: 'session-1', closeBy: 'seat', endStatus: 'ok' })
    expect(here.call.session.phase).toBe('ended')
    expect(mediaWish(here.call.session)).toMatchObject({ pushUrl: '', playUrl: '', microphone: false })
  })
})

describe('the line fails', () => {
  it('it is named and given up: the call ends, the microphone is released, and the phone is still heard', () => {
    const here = watched()
    here.reach('talking')
    here.line$.error(new Error('oh'))
    expect(here.events.slice(-2)).toEqual([
      { type: 'source/failed', source: 'line', message: 'Error: oh' },
      { type: 'line/gaveUp', code: 'NETWORK_LOST' },
    ])
    expect(here.call.session).toMatchObject({
      phase: 'ended',
      end: { error: 'NETWORK_LOST' },
      line: { state: 'closed' },
    })
    expect(mediaWish(here.call.session)).toMatchObject({ pushUrl: '', playUrl: '', microphone: false })
    here.environment$.next({ type: 'app/hidden' })
    expect(here.call.session.interruption).toMatchObject({ reason: 'hidden' })
  })

  it('the next dialling opens it again', () => {
    const here = watched()
    here.reach('talking')
    here.line$.error(new Error('oh'))
    expect(here.counts).toMatchObject({ opened: 1, lines: 0 })
    here.call.dispatch(START)
    expect(here.counts.opened).toBe(2)
  })
})

describe('a message that a row cannot read, of a gateway that checks nothing', () => {
  const half = { type: 'call/refused', callId: START.callId, code: 'BUSY' } as unknown as CallEvent

  it('is named and counts as not said: the call goes on, and can be hung up and left', () => {
    const here = watched()
    here.call.dispatch(START)
    here.line$.next(half as never)
    expect(here.events.at(-1)).toMatchObject({ type: 'source/failed', source: 'step' })
    expect(here.call.session.phase).toBe('dialling')
    here.call.dispatch(hangUp())
    expect(here.call.session.phase).toBe('ended')
  })
})

describe('a fault in what the call asks its link for', () => {
  const reported: unknown[] = []
  beforeEach(() => {
    reported.length = 0
    jest.useFakeTimers()
    config.onUnhandledError = (error: unknown) => reported.push(error)
  })
  afterEach(() => {
    config.onUnhandledError = null
    jest.useRealTimers()
  })

  it('is reported outside of the call; what was asked for happens, and so does all that waits behind it', () => {
    const here = watched()
    here.reach('talking')
    const fault = new Error('no link')
    here.faults.send = fault
    here.call.dispatch(hangUp())
    jest.runAllTimers()
    expect(reported).toEqual([fault])
    expect(here.call.session.phase).toBe('ended')
    here.environment$.next({ type: 'app/hidden' })
    expect(here.call.session.interruption).toMatchObject({ reason: 'hidden' })
  })
})
