/** A clock that somebody sets back: the waits of a line are counted anew, and none becomes longer. */
import { of, Subject } from 'rxjs'
import { createLink, type SocketEvent } from '../../lib/entries/call'
import { welcome } from './fake-gateway'

const line = () => {
  const sockets: Subject<SocketEvent>[] = []
  const told: string[] = []
  const link = createLink({
    url: () => 'wss://centre.example/signalling',
    token$: of('secret'),
    openSocket: () => {
      const event$ = new Subject<SocketEvent>()
      sockets.push(event$)
      return { event$, send: () => undefined, close: () => undefined }
    },
  })
  const watching = link.open({ inCall: () => true }).subscribe(({ type }) => told.push(type))
  return { sockets, told, watching }
}

const setBack = () => {
  jest.setSystemTime(Date.now() - 3_600_000)
}

describe('a clock that is set back', () => {
  beforeEach(() => jest.useFakeTimers())
  afterEach(() => jest.useRealTimers())

  it.each([0, 5_000, 15_000])('after %i ms of silence: that the socket is dead is noticed in its time', (ms) => {
    const { sockets, told, watching } = line()
    sockets[0]?.next({ type: 'open' })
    sockets[0]?.next(welcome())
    jest.advanceTimersByTime(ms)
    setBack()
    jest.advanceTimersByTime(40_000)
    expect(told).toContain('line/lost')
    watching.unsubscribe()
  })
})
