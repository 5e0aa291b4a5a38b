import { WebSocket } from 'ws'
import type { CentreConfig } from '../config/centre-config'
import { createCallCentre, type CallCentre, type CallCentreOptions } from '../create-call-centre'
import { expectServerFrame } from './schema'
import { testConfig } from './test-config'

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
export type Address = Pick<CallCentre, 'port' | 'url'>

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

export async function logIn({ url }: Address, body: unknown): Promise<LoginAnswer> {
  const response = await fetch(`${url}/login`, { method: 'POST', body: JSON.stringify(body) })
  return { status: response.status, body: (await response.json()) as LoginAnswer['body'] }
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

export async function seatWire(centre: Address, seatId: string): Promise<Wire> {
  const seat = wire(centre, '/seat')
  seat.say({ type: 'seat/signIn', seatId, name: `Seat ${seatId}` })
  await seat.next('seat/signedIn')
  return seat
}

export const startFrame = { type: 'call/start', callId: 'c1', channelId: 'direct', media: 'audio' } as const
