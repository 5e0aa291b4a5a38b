/** Signs of life: what a socket has to show, and by when. */
import { marbles } from 'rxjs-marbles/jest'
import { gateway, welcome } from './fake-gateway'

describe('a socket', () => {
  it(
    'that opens and never says welcome is left after 10 s, whatever else it says',
    marbles((m) => {
      const server = ['-o 5s b', '-ow']
      const wire = '    O 9999ms X----O---X'
      const told = '    o 9999ms l----o-n'
      const sub = '     ^ 9999ms ---------!'
      const { told$, wire$, closings } = gateway(m, { server })
      m.expect(wire$).toBeObservable(wire)
      m.expect(told$, sub).toBeObservable(told)
      m.flush()
      expect(closings).toEqual([4408, 1000])
    }),
  )

  it(
    'gets a heartbeat at the interval of the welcome, with the last number seen, and stays while it answers',
    marbles((m) => {
      const server = ['-ow1 9998ms b 9999ms b']
      const wire = '    O--k 9998ms b 9999ms b--X'
      const told = '    o-nm 19998ms s'
      const sub = '     ^--- 9998ms - 9999ms ---!'
      const { told$, wire$, frames } = gateway(m, { server })
      m.expect(wire$).toBeObservable(wire)
      m.expect(told$, sub).toBeObservable(told)
      m.flush()
      expect(frames[1]).toBe('{"type":"link/heartbeat","seen":1}')
    }),
  )

  it(
    'that falls silent is lost two heartbeats after its last word, not three',
    marbles((m) => {
      const server = ['-ow 4999ms 1', '-ou']
      const wire = '    O-- 4999ms k 4999ms b 9999ms b 4999ms X----O---X'
      const told = '    o-n 4999ms m 4999ms - 9999ms - 4999ms l----o-u'
      const sub = '     ^-- 4999ms - 4999ms - 9999ms - 4999ms ---------!'
      const { told$, wire$, closings } = gateway(m, { server })
      m.expect(wire$).toBeObservable(wire)
      m.expect(told$, sub).toBeObservable(told)
      m.flush()
      expect(closings).toEqual([4408, 1000])
    }),
  )

  it(
    'that does not answer a probe is lost after 3 s: the app was shown, and the socket had died unseen',
    marbles((m) => {
      const user = '    ----p'
      const server = ['-ow', '-ou']
      const wire = '    O---b 2999ms X----O---X'
      const told = '    o-n-- 2999ms l----o-u'
      const sub = '     ^---- 2999ms ---------!'
      const { told$, wire$ } = gateway(m, { server, user })
      m.expect(wire$).toBeObservable(wire)
      m.expect(told$, sub).toBeObservable(told)
    }),
  )

  it(
    'that answers the probe with anything stays',
    marbles((m) => {
      const user = '    ----p'
      const server = ['-ow-- 2998ms b']
      const wire = '    O---b 2999ms ---X'
      const told = '    o-n 3000ms s'
      const sub = '     ^---- 2999ms ---!'
      const { told$, wire$ } = gateway(m, { server, user })
      m.expect(wire$).toBeObservable(wire)
      m.expect(told$, sub).toBeObservable(told)
    }),
  )

  it(
    'that answers late is slow, told once; and so is that it answers in time again',
    marbles((m) => {
      const user = '    ----p 1999ms p 1999ms p'
      const server = ['-ow-- 1501ms b 1999ms b 498ms b']
      const told = '    o-n-- 1501ms s 2498ms q'
      const sub = '     ^---- 1501ms - 4999ms !'
      const { told$, wire$, events } = gateway(m, { server, user })
      m.expect(told$, sub).toBeObservable(told)
      wire$.subscribe()
      m.flush()
      expect(events.filter((event) => 'slow' in event)).toEqual([
        { type: 'line/slow', slow: true },
        { type: 'line/slow', slow: false },
      ])
    }),
  )

  it(
    'that is still opening is not probed: it has its own limit',
    marbles((m) => {
      const user = '    --p'
      const server = ['- 5s ow']
      const wire = '    O 5s ---X'
      const told = '    o 5s -n'
      const sub = '     ^ 5s ---!'
      const { told$, wire$ } = gateway(m, { server, user })
      m.expect(wire$).toBeObservable(wire)
      m.expect(told$, sub).toBeObservable(told)
    }),
  )

  it(
    'acknowledges by its heartbeat too: what it covers is not sent again',
    marbles((m) => {
      const user = '    s'
      const server = ['-owkx', '-ou']
      const wire = '    Os-------O---X'
      const told = '    o-n-l----o-u'
      const sub = '     ^------------!'
      const k = { type: 'frame', frame: '{"type":"link/heartbeat","seen":1}' } as const
      const { told$, wire$ } = gateway(m, { server, user, values: { k, u: welcome({ resumed: true, seen: 0 }) } })
      m.expect(wire$).toBeObservable(wire)
      m.expect(told$, sub).toBeObservable(told)
    }),
  )
})
