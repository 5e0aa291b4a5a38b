/** A link between marble lines: `server` plays one line for each socket from its opening on. */
import type { Context } from 'rxjs-marbles/context'
import { map, of, Subject, type Observable } from 'rxjs'
import { type ClientMessage, createLink, type LinkOptions, type SocketEvent } from '../../lib/entries/call'
import { kitLetter } from '../../devtools/black-box/letters'
import type { LineEvent } from '../../lib/call/event'
import type { Link } from '../../lib/link/gateway'
import type { ServerMessage } from '../../lib/link/messages'
import { sentLetter } from '../../lib/testing/sent'

const frame = (value: object): SocketEvent => ({ type: 'frame', frame: JSON.stringify(value) })

export const welcome = (changes: object = {}): SocketEvent =>
  frame({
    ...{ type: 'link/welcome', linkId: 'L', resumed: false, seen: 0 },
    ...{ heartbeatMs: 10_000, windowMs: 30_000, time: 1, ...changes },
  })

const closed = (code: number, reason = ''): SocketEvent => ({ type: 'closed', code, reason })

const queued = (n: number): SocketEvent => frame({ type: 'call/queued', n, sessionId: 's', position: n })

/** What the server does. */
export const SERVER: Readonly<Record<string, SocketEvent>> = {
  o: { type: 'open' },
  w: welcome(),
  u: welcome({ resumed: true, seen: 1 }),
  U: welcome({ resumed: true, seen: 1, sent: 3 }),
  f: welcome({ linkId: 'M' }),
  1: queued(1),
  2: queued(2),
  3: queued(3),
  b: { type: 'frame', frame: '{"type":"link/heartbeat","seen":0}' },
  k: frame({ type: 'link/ack', seen: 1 }),
  K: frame({ type: 'link/ack', seen: 2 }),
  g: frame({ type: 'link/goAway', reason: 'restart', spreadMs: 60_000 }),
  i: frame({ type: 'call/queued', n: 1, sessionId: 's', position: 'first' }),
  n: frame({ type: 'call/later', n: 1 }),
  j: { type: 'frame', frame: 'no JSON' },
  v: frame({ type: 'link/invalid', reason: 'not understood' }),
  x: closed(1006),
  y: closed(1001),
  Y: closed(1001, 'spreadMs=4000'),
  B: closed(4429, 'retryAfterMs=1200'),
  t: closed(4401),
  p: closed(4403),
  q: closed(4409),
}

const message: Readonly<Record<string, ClientMessage>> = {
  s: { type: 'call/start', callId: 'c', channelId: 'service', media: 'audio' },
  h: { type: 'call/hangUp', callId: 'c', closeBy: 'client', endStatus: 'ivrGiveUp' },
  d: { type: 'call/digits', sessionId: 's', digits: '1' },
}

/** The letters of the marble kit for what is said in a call; the link has two of its own. */
const frameLetter = (text: string): string => {
  const said = JSON.parse(text) as { readonly type: string }
  const own: Readonly<Record<string, string>> = { 'link/ack': 'k', 'link/heartbeat': 'b' }
  return own[said.type] ?? sentLetter(said as ClientMessage)
}

export interface Gateway {
  readonly link: Link
  /** What the link tells: the letters of the kit's line, and `m` for a message. */
  readonly told$: Observable<string>
  /** What the client does: `O` opens a socket, `X` closes it, `s` start, `h` hang-up, `d` digits, `k` ack, `b` beat. */
  readonly wire$: Observable<string>
  readonly openings: (readonly string[])[]
  readonly frames: string[]
  readonly closings: number[]
  /** All events, as they were told. */
  readonly events: object[]
  /** How many sockets are open now, and how many were at most. */
  readonly open: { now: number; most: number }
}

export interface Lines {
  readonly server: readonly string[]
  readonly values?: Readonly<Record<string, SocketEvent>>
  /** `s`, `h`, `d` send; `p` probes. */
  readonly user?: string
  readonly inCall?: boolean
}

/** The letters of the marble kit for the line; each message is an `m`. */
const letterOf = (event: LineEvent | ServerMessage): string =>
  event.type.startsWith('call/') ? 'm' : (kitLetter(event) ?? '?')

const act = (link: Link, letter: string) => {
  const asked = message[letter]
  if (asked === undefined) link.probe()
  else link.send(asked)
}

export const gateway = (m: Context, lines: Lines, options: Partial<LinkOptions> = {}): Gateway => {
  const wire$ = new Subject<string>()
  const [openings, frames, closings, events]: [string[][], string[], number[], object[]] = [[], [], [], []]
  const open = { now: 0, most: 0 }
  const link = createLink({
    url: () => 'wss://centre.example/signalling',
    token$: of('secret'),
    // A pause that shows in a marble line.
    reconnectDelay: () => 5,
    random: () => 0.5,
    openSocket: (_, protocols) => {
      let isOpen = true
      const shut = () => {
        open.now -= isOpen ? 1 : 0
        isOpen = false
      }
      open.now += 1
      open.most = Math.max(open.most, open.now)
      const line = lines.server[openings.length] ?? ''
      openings.push([...protocols])
      wire$.next('O')
      const event$ = m.cold(line, { ...SERVER, ...lines.values }).pipe(
        map((event) => {
          if (event.type === 'closed') shut()
          return event
        }),
      )
      const send = (text: string) => {
        frames.push(text)
        wire$.next(frameLetter(text))
      }
      const close = (code: number) => {
        if (!isOpen) throw new Error('a socket that is closed was closed again')
        shut()
        closings.push(code)
        wire$.next('X')
      }
      return { event$, send, close }
    },
    ...options,
  })
  m.hot<string>(lines.user ?? '').subscribe((letter) => {
    act(link, letter)
  })
  const told$ = link.open({ inCall: () => lines.inCall ?? false }).pipe(
    map((event) => {
      events.push(event)
      return letterOf(event)
    }),
  )
  return { link, told$, wire$, openings, frames, closings, events, open }
}
