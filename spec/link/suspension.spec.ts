/**
 * A phone that sleeps: nothing runs, nothing is told, and the socket may be gone without a word when it wakes up. The
 * clock goes on while the timers stand still.
 */
import { NEVER, of, Subject } from 'rxjs'
import {
  createCall,
  createLink,
  type EnvironmentEvent,
  hangUp,
  type SocketEvent,
  startCall,
} from '../../lib/entries/call'
import { welcome } from './fake-gateway'

const opened = { type: 'open' } as const
const lost = { type: 'closed', code: 1006, reason: '' } as const
const missed = { type: 'closed', code: 4408, reason: 'heartbeats are missing' } as const
const beat = { type: 'frame', frame: '{"type":"link/heartbeat","seen":0}' } as const

const network = (networkType: string, connected = true): EnvironmentEvent => ({
  ...{ type: 'network/changed', networkType, connected },
})

/** A real call over a real link; sockets, surroundings and the sleep are played. */
const phone = () => {
  const sockets: Subject<SocketEvent>[] = []
  const frames: string[] = []
  const closings: number[] = []
  const environment$ = new Subject<EnvironmentEvent>()
  const link = createLink({
    url: () => 'wss://centre.example/signalling',
    token$: of('secret'),
    random: () => 0.999,
    openSocket: () => {
      const event$ = new Subject<SocketEvent>()
      sockets.push(event$)
      return { event$, send: (frame) => frames.push(frame), close: (code) => closings.push(code) }
    },
  })
  const call = createCall({ link, media$: NEVER, environment$ })
  const watching = call.session$.subscribe()
  const happen = (...events: readonly SocketEvent[]) => {
    for (const event of events) sockets.at(-1)?.next(event)
  }
  return {
    ...{ call, environment$, frames, closings, happen, watching },
    opened: () => sockets.length,
    beats: () => frames.filter((frame) => frame.includes('link/heartbeat')).length,
  }
}

type Phone = ReturnType<typeof phone>

const up = (): Phone => {
  const here = phone()
  here.happen(opened, welcome())
  return here
}

/** The clock goes on, no timer does. */
const sleep = (ms: number) => {
  jest.setSystemTime(Date.now() + ms)
}

/** The line is down, and the next try is seconds away. */
const pausing = (): Phone => {
  const here = up()
  here.happen(lost)
  for (let tries = 0; tries < 5; tries += 1) {
    jest.advanceTimersByTime(8_000)
    here.happen(lost)
  }
  return here
}

/** The line has come back, after many tries. */
const back = (): Phone => {
  const here = pausing()
  jest.advanceTimersByTime(8_000)
  here.happen(opened, welcome({ resumed: true }))
  return here
}

describe('a phone that was asleep', () => {
  beforeEach(() => jest.useFakeTimers())
  afterEach(() => jest.useRealTimers())

  it('is shown: the line is probed at once, and left after 3 s without an answer, though no close ever comes', () => {
    const here = up()
    sleep(3_600_000)
    here.environment$.next({ type: 'app/shown' })
    expect(here.beats()).toBe(1)
    jest.advanceTimersByTime(2_999)
    expect(here.call.session.line.state).toBe('up')
    jest.advanceTimersByTime(1)
    expect(here.call.session.line.state).toBe('reconnecting')
    jest.advanceTimersByTime(1)
    expect({ sockets: here.opened(), closings: here.closings }).toEqual({ sockets: 2, closings: [4408] })
    here.watching.unsubscribe()
  })

  it('is shown and its socket still lives: the answer to the probe keeps it', () => {
    const here = up()
    sleep(15_000)
    here.environment$.next({ type: 'app/shown' })
    here.happen(beat)
    jest.advanceTimersByTime(3_000)
    expect({ state: here.call.session.line.state, sockets: here.opened() }).toEqual({ state: 'up', sockets: 1 })
    here.watching.unsubscribe()
  })

  it('is told nothing: the first thing that is said after it probes the line', () => {
    const here = up()
    sleep(60_000)
    here.call.dispatch(startCall({ channelId: 'service' }))
    expect(here.beats()).toBe(1)
    jest.advanceTimersByTime(3_000)
    expect(here.closings).toEqual([4408])
    here.watching.unsubscribe()
  })

  it('is told nothing: the first heartbeat after it is a probe, and not one of many', () => {
    const here = up()
    jest.advanceTimersByTime(9_000)
    here.happen(beat)
    sleep(60_000)
    jest.advanceTimersByTime(1_000)
    expect(here.call.session.line.state).toBe('up')
    expect(here.beats()).toBe(2)
    jest.advanceTimersByTime(3_000)
    expect(here.call.session.line.state).toBe('reconnecting')
    here.watching.unsubscribe()
  })

  it('is told nothing but the close that waited for it: the next socket opens at once', () => {
    const here = up()
    sleep(60_000)
    here.happen(missed)
    jest.advanceTimersByTime(0)
    expect(here.opened()).toBe(2)
    here.watching.unsubscribe()
  })

  it('stood still just after a loss: the tries go on where they were, and the app that is shown goes first', () => {
    const here = back()
    const before = here.opened()
    sleep(3_500)
    here.happen(missed)
    jest.advanceTimersByTime(7_000)
    expect(here.opened()).toBe(before)
    here.environment$.next({ type: 'app/shown' })
    expect(here.opened()).toBe(before + 1)
    here.watching.unsubscribe()
  })

  it('says much after it: one probe, not one for each word', () => {
    const here = up()
    sleep(60_000)
    here.call.dispatch(startCall({ channelId: 'service' }))
    here.call.dispatch(hangUp())
    expect(here.beats()).toBe(1)
    here.happen(beat)
    jest.advanceTimersByTime(3_000)
    expect(here.call.session.line.state).toBe('up')
    here.watching.unsubscribe()
  })

  it('fell asleep while the socket opened: shown again, it opens another at once', () => {
    const here = phone()
    sleep(10_000)
    here.environment$.next({ type: 'app/shown' })
    jest.advanceTimersByTime(0)
    expect({ sockets: here.opened(), closings: here.closings }).toEqual({ sockets: 2, closings: [4408] })
    here.watching.unsubscribe()
  })

  it.each([
    ['shown before the timers run', 'shown'],
    ['its timers run before it is shown', 'timers'],
  ])('fell asleep in a call while the socket opened, %s: the call centre says whether the call goes on', (_, first) => {
    const here = up()
    here.call.dispatch(startCall({ channelId: 'service', callId: 'c' }))
    here.happen({ type: 'frame', frame: '{"type":"call/started","n":1,"callId":"c","sessionId":"s"}' }, lost)
    jest.advanceTimersByTime(0)
    sleep(40_000)
    if (first === 'timers') jest.advanceTimersByTime(10_000)
    here.environment$.next({ type: 'app/shown' })
    here.happen(opened, welcome({ resumed: true, seen: 1 }))
    expect(here.call.session).toMatchObject({ phase: 'ivr', line: { state: 'up' } })
    expect(here.opened()).toBe(3)
    here.watching.unsubscribe()
  })

  it('slept for a moment while the socket opened: it is given the rest of its time', () => {
    const here = phone()
    sleep(5_000)
    here.environment$.next({ type: 'app/shown' })
    jest.advanceTimersByTime(0)
    expect(here.opened()).toBe(1)
    here.watching.unsubscribe()
  })

  it.each<[string, EnvironmentEvent]>([
    ['the app is shown', { type: 'app/shown' }],
    ['the phone is online again', network('wifi')],
    ['the network is another', network('4g')],
  ])('%s while the next try is seconds away: it is made at once, and only once', (_, event) => {
    const here = pausing()
    const before = here.opened()
    jest.advanceTimersByTime(100)
    here.environment$.next(event)
    expect(here.opened()).toBe(before + 1)
    here.environment$.next(event)
    expect(here.opened()).toBe(before + 1)
    here.watching.unsubscribe()
  })

  it('the network goes while the next try is seconds away: it is not made sooner', () => {
    const here = pausing()
    const before = here.opened()
    here.environment$.next(network('none', false))
    expect(here.opened()).toBe(before)
    here.watching.unsubscribe()
  })

  it('on another network the line is probed: the socket of the old one may never say that it is gone', () => {
    const here = up()
    here.environment$.next(network('4g'))
    expect(here.beats()).toBe(1)
    jest.advanceTimersByTime(3_000)
    expect(here.call.session.line.state).toBe('reconnecting')
    here.watching.unsubscribe()
  })

  it('leaves no timer behind, whatever it was woken by', () => {
    const here = pausing()
    here.environment$.next({ type: 'app/shown' })
    here.happen(opened, welcome({ resumed: true, seen: 0 }))
    sleep(60_000)
    here.environment$.next({ type: 'app/shown' })
    here.watching.unsubscribe()
    expect(jest.getTimerCount()).toBe(0)
  })
})
