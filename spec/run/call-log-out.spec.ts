/** A customer who logs out in a call: a real call over a real link, whose sockets are played. */
import { BehaviorSubject, NEVER, Subject } from 'rxjs'
import { createCall, createLink, type SocketEvent, startCall } from '../../lib/entries/call'
import { welcome } from '../link/fake-gateway'

const talking = () => {
  const sockets: { readonly event$: Subject<SocketEvent>; readonly frames: string[]; isClosed: boolean }[] = []
  const token$ = new BehaviorSubject<string | null>('one')
  const link = createLink({
    url: () => 'wss://centre.example/signalling',
    token$,
    reconnectDelay: () => 1_000,
    openSocket: () => {
      const socket = { event$: new Subject<SocketEvent>(), frames: [] as string[], isClosed: false }
      sockets.push(socket)
      const close = () => (socket.isClosed = true)
      return { event$: socket.event$, send: (frame) => (socket.isClosed ? 0 : socket.frames.push(frame)), close }
    },
  })
  const call = createCall({ link, media$: NEVER, environment$: NEVER })
  const watching = call.session$.subscribe()
  const happen = (event: SocketEvent) => sockets.at(-1)?.event$.next(event)
  const says = (message: object) => happen({ type: 'frame', frame: JSON.stringify(message) })
  happen({ type: 'open' })
  happen(welcome())
  call.dispatch(startCall({ channelId: 'service', callId: 'c' }))
  says({ type: 'call/started', n: 1, callId: 'c', sessionId: 's' })
  says({ type: 'call/accepted', n: 2, sessionId: 's', seat: { seatId: '1001', name: 'Lin' } })
  const heard = () => sockets.map(({ frames }) => frames.some((frame) => frame.includes('call/hangUp')))
  return { call, token$, happen, heard, sockets, watching }
}

describe('a log-out in a call', () => {
  beforeEach(() => jest.useFakeTimers())
  afterEach(() => jest.useRealTimers())

  it('hangs up before the line closes: the seat is free at once, and the next customer’s line hears nothing of it', () => {
    const here = talking()
    here.token$.next(null)
    expect(here.call.session).toMatchObject({ phase: 'ended', end: { error: 'LOGIN_REQUIRED' } })
    expect(here.sockets.map(({ isClosed }) => isClosed)).toEqual([true])
    here.token$.next('two')
    here.happen({ type: 'open' })
    here.happen(welcome({ linkId: 'M' }))
    expect(here.heard()).toEqual([true, false])
    here.watching.unsubscribe()
    expect(jest.getTimerCount()).toBe(0)
  })

  it('while its line is lost opens none without a log-in, and the next customer’s hears nothing of it', () => {
    const here = talking()
    here.happen({ type: 'closed', code: 1006, reason: '' })
    here.token$.next(null)
    jest.advanceTimersByTime(60_000)
    expect(here.sockets).toHaveLength(1)
    here.token$.next('two')
    here.happen({ type: 'open' })
    expect(here.heard()).toEqual([false, false])
    here.watching.unsubscribe()
    expect(jest.getTimerCount()).toBe(0)
  })
})
