/** Lifetime is subscription: after the last one nothing is left, whatever the line was doing. */
import { of, Subject, type Subscription } from 'rxjs'
import { createLink, type SocketEvent } from '../../lib/entries/call'
import { welcome } from './fake-gateway'

const opened = { type: 'open' } as const
const lost = { type: 'closed', code: 1006, reason: '' } as const

const world = () => {
  const sockets: Subject<SocketEvent>[] = []
  const closings: number[] = []
  const openings: (readonly string[])[] = []
  const frames: string[] = []
  const link = createLink({
    url: () => 'wss://centre.example/signalling',
    token$: of('secret'),
    random: () => 0.5,
    openSocket: (_, protocols) => {
      openings.push(protocols)
      const event$ = new Subject<SocketEvent>()
      sockets.push(event$)
      return { event$, send: (frame) => frames.push(frame), close: (code) => closings.push(code) }
    },
  })
  const happen = (event: SocketEvent) => sockets[sockets.length - 1]?.next(event)
  return { link, sockets, closings, openings, frames, happen, line$: link.open({ inCall: () => true }) }
}

type World = ReturnType<typeof world>

const upIs = ({ happen }: World) => {
  happen(opened)
  happen(welcome())
}

const moments: readonly (readonly [string, (world: World) => void, number])[] = [
  ['while the socket opens', () => undefined, 1],
  ['while the welcome is awaited', ({ happen }) => happen(opened), 1],
  ['while the line is up', upIs, 1],
  [
    'while a probe is out',
    (here) => {
      upIs(here)
      here.link.probe()
    },
    1,
  ],
  [
    'in a pause between two sockets',
    (here) => {
      upIs(here)
      here.happen(lost)
      jest.advanceTimersByTime(0)
      here.happen(lost)
    },
    0,
  ],
]

describe('a link that nobody watches', () => {
  beforeEach(() => jest.useFakeTimers())
  afterEach(() => jest.useRealTimers())

  it('opens nothing before somebody does', () => {
    expect(world().sockets).toHaveLength(0)
  })

  it('opened a second time says so, and the first line goes on; afterwards it opens again', () => {
    const here = world()
    const watching = here.line$.subscribe()
    const errors: unknown[] = []
    here.line$.subscribe({ error: (error: unknown) => errors.push(error) })
    expect(errors).toEqual([new Error('this link is open already: each call needs one of its own')])
    expect([here.sockets.length, here.closings]).toEqual([1, []])
    watching.unsubscribe()
    here.line$.subscribe().unsubscribe()
    expect(here.sockets).toHaveLength(2)
  })

  it.each(moments)('left %s: its socket is closed once, no listener, no timer', (_, reach, closes) => {
    const here = world()
    const watching: Subscription = here.line$.subscribe()
    reach(here)
    watching.unsubscribe()
    expect(here.closings).toEqual(Array<number>(closes).fill(1000))
    expect(here.sockets.filter(({ observed }) => observed)).toEqual([])
    expect(jest.getTimerCount()).toBe(0)
    jest.advanceTimersByTime(600_000)
    here.link.probe()
    expect(here.sockets.filter(({ observed }) => observed)).toEqual([])
  })

  it('the next one who watches begins a new link, and what was not said in the old one is not said in it', () => {
    const here = world()
    const watching = here.line$.subscribe()
    upIs(here)
    here.happen(lost)
    here.link.send({ type: 'call/start', callId: 'c', channelId: 'service', media: 'audio' })
    watching.unsubscribe()
    here.line$.subscribe()
    here.happen(opened)
    expect(here.openings.pop()).toEqual(['tccc.1', 'token.secret'])
    expect(here.frames).toEqual([])
  })

  it('a socket that was lost is not closed once more', () => {
    const here = world()
    const watching = here.line$.subscribe()
    upIs(here)
    here.happen(lost)
    watching.unsubscribe()
    expect(here.closings).toEqual([])
  })
})
