import { request, type IncomingMessage } from 'node:http'
import { WebSocket } from 'ws'
import type { CentreConfig } from '../server/config/centre-config'
import { createCallCentre, type CallCentre, type CallCentreOptions } from '../server/create-call-centre'
import { cookieBy } from '../self-check/node-client'
import type { Role } from '../server/accounts/account'
import type { NewStaff } from '../server/accounts/way-in'
import { expectServerFrame } from './schema'
import { testConfig } from './test-config'
import type { VirtualClock } from './virtual-clock'

export type Frame = Readonly<Record<string, unknown>> & { readonly type: string }

/** One end of a real socket that remembers what it heard. */
export interface Wire {
  readonly socket: WebSocket
  readonly heard: Frame[]
  say(frame: object | string): void
  /** The first frame of a type that was not asked for before, now or when it comes. */
  next(type: string): Promise<Frame>
  /** When the socket has closed: `code reason`. */
  readonly closed: Promise<string>
}

/** Where a call centre is, in this process or in another. */
export interface Address extends Pick<CallCentre, 'port' | 'url'> {
  signInLink(who: NewStaff): string | Promise<string>
}

let running: CallCentre[] = []

/** A call centre on a free port, closed by {@link closeAll}. */
export async function open(more: Partial<CentreConfig> = {}, options: CallCentreOptions = {}): Promise<CallCentre> {
  const centre = await createCallCentre(testConfig(more), options)
  running.push(centre)
  return centre
}

export async function closeAll(): Promise<void> {
  await Promise.all(running.map((centre) => centre.close()))
  running = []
}

export function wire(
  { port }: Pick<Address, 'port'>,
  path: string,
  protocols: string[] = [],
  headers: Record<string, string> = {},
): Wire {
  const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, protocols, { headers })
  const heard: Frame[] = []
  const asked = new Set<Frame>()
  const waiting = new Set<() => void>()
  socket.on('error', () => undefined)
  socket.on('message', (data: Buffer) => {
    const frame = JSON.parse(data.toString()) as Frame
    if (path === '/signalling') expectServerFrame(frame)
    heard.push(frame)
    for (const look of waiting) look()
  })
  return {
    socket,
    heard,
    say(frame) {
      const text = typeof frame === 'string' ? frame : JSON.stringify(frame)
      if (socket.readyState === socket.OPEN) socket.send(text)
      else
        socket.once('open', () => {
          socket.send(text)
        })
    },
    next: (type) =>
      new Promise((resolve) => {
        const look = (): void => {
          const frame = heard.find((candidate) => candidate.type === type && !asked.has(candidate))
          if (!frame) return
          asked.add(frame)
          waiting.delete(look)
          resolve(frame)
        }
        waiting.add(look)
        look()
      }),
    closed: new Promise((resolve) =>
      socket.on('close', (code, reason) => {
        resolve(`${code} ${reason.toString()}`.trim())
      }),
    ),
  }
}

export interface LoginAnswer {
  readonly status: number
  readonly body: { readonly token: string; readonly userId: string; readonly expiresAt: number; readonly code: string }
}

/** `headers`: `fetch` would not let us say who we are. */
export async function logIn({ port }: Address, body: unknown, headers = {}): Promise<LoginAnswer> {
  const options = { host: '127.0.0.1', port, path: '/login', method: 'POST', headers }
  const response = await new Promise<IncomingMessage>((answered, failed) => {
    request(options, answered).on('error', failed).end(JSON.stringify(body))
  })
  const text = (await response.toArray()).join('')
  return { status: response.statusCode ?? 0, body: JSON.parse(text) as LoginAnswer['body'] }
}

/** Logs a customer in; codes never repeat unless one is given. Rejects with the code of a refusal. */
export async function tokenFor(centre: Address, name: string, jsCode = `${name}-${Math.random()}`): Promise<string> {
  const { status, body } = await logIn(centre, { sdkAppId: '1400000000', jsCode })
  if (status !== 200) throw new Error(body.code)
  return body.token
}

/** Opens a customer's link with a token. `resume`: as `linkId.seen`. */
export function customerWireWith(centre: Address, token: string, resume?: string): Wire {
  const protocols = ['tccc.1', `token.${token}`]
  return wire(centre, '/signalling', resume === undefined ? protocols : [...protocols, `resume.${resume}`])
}

/** Opens a customer's link. `resume`: as `linkId.seen`. */
export async function customerWire(centre: Address, name: string, resume?: string): Promise<Wire> {
  return customerWireWith(centre, await tokenFor(centre, name), resume)
}

/** The header of somebody who works here. */
export async function staff(centre: Pick<Address, 'signInLink'>, role: Role, accountId: string = role) {
  return { cookie: await cookieBy(await centre.signInLink({ accountId, name: `Seat ${accountId}`, role })) }
}

export async function recordsOf(centre: Address): Promise<unknown> {
  const response = await fetch(`${centre.url}/records`, { headers: await staff(centre, 'supervisor') })
  return response.json()
}

const linkOpening = (resume: string | undefined): string[] =>
  resume === undefined ? ['tccc.1', 'token.'] : ['tccc.1', 'token.', `resume.${resume}`]

/** Numbers the messages of a family as they are said, after `sent` others. */
function numbering(line: Wire, family: string, sent: number): Wire {
  let n = sent
  return {
    ...line,
    say(frame) {
      const isMessage = typeof frame === 'object' && 'type' in frame && String(frame.type).startsWith(family)
      line.say(isMessage ? { ...frame, n: (n += 1) } : frame)
    },
  }
}

/** A seat's link. `resume`: as `linkId.seen`. */
export async function deskWire(centre: Address, seatId: string, resume?: string, sent = 0): Promise<Wire> {
  const desk = wire(centre, '/seat', linkOpening(resume), await staff(centre, 'seat', seatId))
  return numbering(desk, 'seat/', sent)
}

/** The operator's link, for a supervisor, who takes what comes. `resume`: as `linkId.seen`. */
export async function operatorWire(centre: Address, resume?: string, sent = 0): Promise<Wire> {
  const page = wire(centre, '/operator', linkOpening(resume), await staff(centre, 'supervisor'))
  page.socket.on('message', (data: Buffer) => {
    const { n } = JSON.parse(data.toString()) as Frame
    if (typeof n === 'number') page.say({ type: 'link/ack', seen: n })
  })
  return numbering(page, 'operator/', sent)
}

export async function seatWire(centre: Address, seatId: string, desk = `desk-${seatId}`): Promise<Wire> {
  const seat = await deskWire(centre, seatId)
  seat.say({ type: 'seat/signIn', desk })
  await seat.next('seat/signedIn')
  return seat
}

/** Time goes by, and these sockets are alive. */
export async function pass(clock: VirtualClock, ms: number, alive: readonly Wire[]): Promise<void> {
  for (let left = ms; left > 0; left -= 1_000) {
    for (const each of alive) {
      each.say('{"type":"link/heartbeat","seen":0}')
      await each.next('link/heartbeat')
    }
    clock.advance(Math.min(left, 1_000))
  }
}

export const startFrame = { type: 'call/start', callId: 'c1', channelId: 'direct', media: 'audio' } as const
