/** The same link carries what a desk says: the words are others, the rules are these. */
import { marbles } from 'rxjs-marbles/jest'
import { map, of } from 'rxjs'
import { createLink, decoder, type Dialect, type SocketEvent } from '../../lib/entries/call'
import { SERVER } from './fake-gateway'

interface Said {
  readonly type: 'seat/status'
  readonly status: string
}

interface Heard {
  readonly type: 'seat/seats'
}

const desk: Dialect<Said, Heard> = {
  decode: decoder<Heard>((type) => (type === 'seat/seats' ? (value) => value : undefined)),
  outlivesLink: ({ status }) => status === 'rest',
}

const seats = (n: number): SocketEvent => ({ type: 'frame', frame: JSON.stringify({ type: 'seat/seats', n }) })

describe('a link with a dialect of its own', () => {
  it(
    'numbers, acknowledges and tells each message once, and takes on a new link what outlives the old one',
    marbles((m) => {
      const sent: string[] = []
      const lines = ['ow1122x', 'of1']
      const link = createLink<Said, Heard>({
        url: () => 'wss://centre.example/seat',
        token$: of(''),
        reconnectDelay: () => 1,
        dialect: desk,
        openSocket: () => ({
          event$: m.cold(lines.shift() ?? '', { ...SERVER, 1: seats(1), 2: seats(2) }),
          send: (frame) => sent.push(frame),
          close: () => undefined,
        }),
      })
      const told$ = link.open({ inCall: () => false }).pipe(map(({ type }) => type))
      m.hot('---(ab)').subscribe((letter) => {
        link.send({ type: 'seat/status', status: letter === 'a' ? 'busy' : 'rest' })
      })
      const events = { o: 'line/opening', u: 'line/up', s: 'seat/seats', l: 'line/lost' } as const
      m.expect(told$, '^----------!').toBeObservable('ous-s-lous', events)
      m.flush()
      const messages = sent.filter((frame) => frame.includes('seat/status')).map((frame) => JSON.parse(frame) as object)
      expect(messages).toEqual([
        { type: 'seat/status', status: 'busy', n: 1 },
        { type: 'seat/status', status: 'rest', n: 2 },
        { type: 'seat/status', status: 'rest', n: 1 },
      ])
    }),
  )

  it('knows the frames of the link in every dialect, and the messages of its own only', () => {
    expect(desk.decode('{"type":"link/ack","seen":3}')).toEqual({ type: 'link/ack', seen: 3 })
    expect(desk.decode('{"type":"call/held","n":1,"sessionId":"s","held":true}')).toEqual({ type: 'unknown', n: 1 })
  })
})
