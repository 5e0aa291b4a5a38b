/** What follows a loss: which codes are final, how long the pauses are, and what cuts them short. */
import { BehaviorSubject } from 'rxjs'
import { marbles } from 'rxjs-marbles/jest'
import { reconnectDelay } from '../../lib/entries/call'
import { gateway, welcome } from './fake-gateway'

const NOT_LISTED = { type: 'closed', code: 1006, reason: 'not in domain list', hostNotAllowed: true } as const

const TAKEN = { type: 'closed', code: 1006, reason: 'exceed max task count', socketsTaken: true } as const

describe('a phone without a free socket', () => {
  it(
    'is no matter of patience: the limit is named at once, and whoever comes back or dials tries again',
    marbles((m) => {
      const user = '  ---p---s'
      const server = ['-f', '-f', '-ow']
      const told = '  og-og--o-n'
      const sub = '   ^---------!'
      const { told$, events, openings } = gateway(m, { server, user, values: { f: TAKEN } })
      m.expect(told$, sub).toBeObservable(told)
      m.flush()
      expect(events[1]).toEqual({ type: 'line/gaveUp', code: 'TOO_MANY_SOCKETS' })
      expect(openings).toHaveLength(3)
    }),
  )

  it(
    'in a call is waited for as any other loss, and named when the tries are over',
    marbles((m) => {
      const pauses = [5, 5, null]
      const reconnectDelay = () => pauses.shift() ?? null
      const server = ['-owx', '-f', '-f']
      const told = '   o-nl----ol----og'
      const { told$, events } = gateway(m, { server, inCall: true, values: { f: TAKEN } }, { reconnectDelay })
      m.expect(told$, '^ 1m !').toBeObservable(told)
      m.flush()
      expect(events.pop()).toEqual({ type: 'line/gaveUp', code: 'TOO_MANY_SOCKETS' })
    }),
  )
})

describe('a close that is final', () => {
  it.each([
    ['4401', 'TOKEN_EXPIRED', '-ot', 'o-g'],
    ['4403', 'NOT_ALLOWED', '-op', 'o-g'],
    ['4409', 'TAKEN_OVER', '-owq', 'o-nk'],
    ['a host that is not white-listed', 'HOST_NOT_ALLOWED', '-od', 'o-g'],
  ])('%s: gives up with %s, and neither a message nor a probe opens another socket', (_, code, line, told) => {
    marbles((m) => {
      const user = '---- 1m s p'
      const { told$, events, openings } = gateway(m, { server: [line], user, values: { d: NOT_LISTED } })
      m.expect(told$, '^ 2m !').toBeObservable(told)
      m.flush()
      expect(events.pop()).toEqual({ type: 'line/gaveUp', code })
      expect(openings).toHaveLength(1)
    })()
  })

  it(
    '4401 says once that the credential is refused; the next log-in opens the line with the new one',
    marbles((m) => {
      const token$ = new BehaviorSubject<string | null>('old')
      const tokenRefused = jest.fn(() => {
        token$.next(null)
      })
      const server = ['-ot', '-ow']
      const wire = '    O-----O---X'
      const told = '    o-(gt)o-n'
      const sub = '     ^---------!'
      const { told$, wire$, openings } = gateway(m, { server }, { token$, tokenRefused })
      m.hot('------n').subscribe(() => {
        token$.next('new')
      })
      m.expect(wire$).toBeObservable(wire)
      m.expect(told$, sub).toBeObservable(told)
      m.flush()
      expect(tokenRefused).toHaveBeenCalledTimes(1)
      expect(openings[1]).toEqual(['tccc.1', 'token.new'])
    }),
  )

  it(
    'who logs in meanwhile dials over a line of their own: that of the one before is closed, and not resumed',
    marbles((m) => {
      const token$ = new BehaviorSubject<string | null>('one')
      const user = '    ------s'
      const server = ['-ow', '----ow']
      const wire = '    O-----(XO)s---X'
      const told = '    o-n---o----n'
      const sub = '     ^-------------!'
      const { told$, wire$, openings, open } = gateway(m, { server, user }, { token$ })
      m.hot('---b', { b: 'two' }).subscribe(token$)
      m.expect(wire$).toBeObservable(wire)
      m.expect(told$, sub).toBeObservable(told)
      m.flush()
      expect(openings).toEqual([
        ['tccc.1', 'token.one'],
        ['tccc.1', 'token.two'],
      ])
      expect(open.most).toBe(1)
    }),
  )

  it(
    'a log-out closes the socket; whoever logs in next does not resume the link of the one before',
    marbles((m) => {
      const token$ = new BehaviorSubject<string | null>('one')
      const server = ['-ow', '-ow']
      const wire = '    O---X-O---X'
      const told = '    o-n-t-o-n'
      const sub = '     ^---------!'
      const { told$, wire$, openings, open } = gateway(m, { server }, { token$ })
      m.hot('----a-b', { a: null, b: 'two' }).subscribe(token$)
      m.expect(wire$).toBeObservable(wire)
      m.expect(told$, sub).toBeObservable(told)
      m.flush()
      expect(openings[1]).toEqual(['tccc.1', 'token.two'])
      expect(open.most).toBe(1)
    }),
  )
})

describe('the pause before the next try', () => {
  it(
    'is as long as the server said when it refused: retryAfterMs',
    marbles((m) => {
      const server = ['-oB', '-ow']
      const wire = '    O- 1200ms O---X'
      const told = '    o-l 1199ms o-n'
      const sub = '     ^- 1200ms ----!'
      const { told$, wire$ } = gateway(m, { server }, { reconnectDelay })
      m.expect(wire$).toBeObservable(wire)
      m.expect(told$, sub).toBeObservable(told)
    }),
  )

  it(
    'is a random part of spreadMs, said before the server goes',
    marbles((m) => {
      const server = ['-owgy', '-ou']
      const wire = '    O--- 30000ms O---X'
      const told = '    o-n-l 29999ms o-u'
      const sub = '     ^--- 30000ms ----!'
      const { told$, wire$ } = gateway(m, { server }, { reconnectDelay })
      m.expect(wire$).toBeObservable(wire)
      m.expect(told$, sub).toBeObservable(told)
    }),
  )

  it(
    'is a random part of the spreadMs in the reason of the close, which is the later word',
    marbles((m) => {
      const server = ['-owgY', '-ou']
      const wire = '    O--- 2000ms O---X'
      const told = '    o-n-l 1999ms o-u'
      const sub = '     ^--- 2000ms ----!'
      const { told$, wire$ } = gateway(m, { server }, { reconnectDelay })
      m.expect(wire$).toBeObservable(wire)
      m.expect(told$, sub).toBeObservable(told)
    }),
  )

  it(
    'is nothing for the first try and grows with each that fails; a line that is up for a moment is the same trouble',
    marbles((m) => {
      const server = ['-ow 10s x', 'x', '-oux', 'x']
      const { told$, events } = gateway(m, { server }, { reconnectDelay, random: () => 0.999 })
      m.expect(told$, '^ 14500ms !').toBeObservable('o-n 10s (lol) 994ms o-ul 1997ms (ol)')
      m.flush()
      const pauses = events.flatMap((event) => ('retryInMs' in event ? [event.retryInMs] : []))
      expect(pauses).toEqual([0, 999, 1998, 3996])
    }),
  )
})

describe('giving up', () => {
  const server = ['-ow 20s x', ...Array<string>(40).fill('x')]

  it.each([
    [true, 30_000],
    [false, 120_000],
  ])('with a call on the line: %s; the line is tried for %i ms and then left', (inCall, windowMs) => {
    marbles((m) => {
      const { told$, events, open } = gateway(m, { server, inCall }, { reconnectDelay })
      let gaveUpAfterMs = 0
      told$.subscribe((letter) => {
        if (letter === 'g') gaveUpAfterMs = m.scheduler.now() - 20_002 - 1
      })
      m.flush()
      expect(gaveUpAfterMs).toBeGreaterThanOrEqual(windowMs)
      expect(gaveUpAfterMs).toBeLessThan(windowMs + 8_000)
      expect(events.pop()).toEqual({ type: 'line/gaveUp', code: 'NETWORK_LOST' })
      expect(open).toEqual({ now: 0, most: 1 })
    })()
  })

  it('with a call on the line, the line is tried for as long as the welcome said', () => {
    marbles((m) => {
      const values = { w: welcome({ windowMs: 3_000 }) }
      const { told$, events } = gateway(m, { server, inCall: true, values }, { reconnectDelay })
      let gaveUpAfterMs = 0
      told$.subscribe((letter) => {
        if (letter === 'g') gaveUpAfterMs = m.scheduler.now() - 20_002 - 1
      })
      m.flush()
      expect(gaveUpAfterMs).toBeGreaterThanOrEqual(3_000)
      expect(gaveUpAfterMs).toBeLessThan(11_000)
      expect(events.pop()).toEqual({ type: 'line/gaveUp', code: 'NETWORK_LOST' })
    })()
  })

  it.each([
    ['a message, which is then sent', 's', 'O----Os--X'],
    ['a probe: the app was shown, the network came back', 'p', 'O----O---X'],
  ])('the line is tried again at once by %s', (_, letter, wire) => {
    marbles((m) => {
      const user = ` -----${letter}`
      const told = ' og---o-n'
      const sub = '  ^--------!'
      const lines = { server: ['-x', '-ow'], user }
      const { told$, wire$ } = gateway(m, lines, { reconnectDelay: () => null })
      m.expect(wire$).toBeObservable(wire)
      m.expect(told$, sub).toBeObservable(told)
    })()
  })
})
