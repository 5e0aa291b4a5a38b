/** What cuts the pause of a lost line short, and what does not. */
import { marbles } from 'rxjs-marbles/jest'
import { reconnectDelay, type SocketEvent } from '../../lib/entries/call'
import { gateway, welcome } from './fake-gateway'

describe('a wake-up in the pause before the next try', () => {
  it(
    'opens the socket in the very frame, and the pause that it cut short opens none',
    marbles((m) => {
      const user = '    ----- 1s p'
      const server = ['-owx', '-ou']
      const wire = '    O---- 1s O--- 4999ms X'
      const told = '    o-nl- 1s o-u'
      const sub = '     ^---- 1s ---- 4999ms !'
      const { told$, wire$, open } = gateway(m, { server, user }, { reconnectDelay: () => 5_000 })
      m.expect(wire$).toBeObservable(wire)
      m.expect(told$, sub).toBeObservable(told)
      m.flush()
      expect(open.most).toBe(1)
    }),
  )

  it.each<[string, Partial<Record<string, SocketEvent>>, number]>([
    ['retryAfterMs', { x: { type: 'closed', code: 4503, reason: 'retryAfterMs=5000' } }, 5_000],
    ['its part of spreadMs', { x: { type: 'closed', code: 1001, reason: 'spreadMs=10000' } }, 5_000],
  ])('neither a wake-up nor a tap cuts the word of the server short: %s', (_, values, pauseMs) => {
    marbles((m) => {
      const user = '    ----- 1s p s'
      const server = ['-owx', '-ou']
      const wire = `    O---- ${String(pauseMs - 2)}ms O-s--X`
      const told = `    o-nl- ${String(pauseMs - 2)}ms o-u`
      const sub = `     ^---- ${String(pauseMs - 2)}ms -----!`
      const lines = { server, user, values: { ...values, u: welcome({ resumed: true, seen: 0 }) } as never }
      const { told$, wire$ } = gateway(m, lines, { reconnectDelay })
      m.expect(wire$).toBeObservable(wire)
      m.expect(told$, sub).toBeObservable(told)
    })()
  })

  it(
    'a line that was given up is tried again by a wake-up, but not before the time that the server gave',
    marbles((m) => {
      const user = '    ----- 1s p'
      const server = ['-owx', '-ou']
      const x: SocketEvent = { type: 'closed', code: 4503, reason: 'retryAfterMs=5000' }
      const wire = '    O---- 4998ms O---X'
      const told = '    o-ng- 4998ms o-u'
      const sub = '     ^---- 4998ms ----!'
      const { told$, wire$ } = gateway(m, { server, user, values: { x } }, { reconnectDelay: () => null })
      m.expect(wire$).toBeObservable(wire)
      m.expect(told$, sub).toBeObservable(told)
    }),
  )
})
