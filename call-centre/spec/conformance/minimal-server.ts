/** A server written by somebody who has read PROTOCOL.md and the schemas, and nothing else of this project. */
import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type WebSocket, WebSocketServer } from 'ws'
import { MinimalCalls } from './minimal-calls'
import { type LinkTimes, MinimalLink } from './minimal-link'

const SDK_APP_ID = '1400000000'
const LOG_IN_LASTS_MS = 3_600_000

export interface MinimalServer {
  /** `ws://127.0.0.1:…` */
  readonly url: string
  readonly calls: MinimalCalls
  /** Takes all sockets away without a word. */
  cut(): void
  close(): Promise<void>
}

const MOST_BYTES = 65_536

const bodyOf = async (request: IncomingMessage): Promise<Readonly<Record<string, unknown>> | 'too large'> => {
  const chunks: Buffer[] = []
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk)
  const body = Buffer.concat(chunks)
  if (body.length > MOST_BYTES) return 'too large'
  try {
    return JSON.parse(body.toString()) as Readonly<Record<string, unknown>>
  } catch {
    return {}
  }
}

/** PROTOCOL.md §2. */
class Door {
  private readonly users = new Map<string, string>()
  private readonly used = new Set<unknown>()

  userOf(token: string | undefined): string | undefined {
    return this.users.get(token ?? '')
  }

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bodyOf(request)
    const { sdkAppId, jsCode } = body === 'too large' ? {} : body
    const say = (status: number, body: object) => response.writeHead(status).end(JSON.stringify(body))
    if (request.url !== '/login' || request.method !== 'POST') say(404, { code: 'NOT_FOUND', message: 'Nothing.' })
    else if (body === 'too large') say(413, { code: 'BODY_TOO_LARGE', message: 'Less.' })
    else if (typeof sdkAppId !== 'string') say(400, { code: 'BODY_INVALID', message: 'What?' })
    else if (sdkAppId !== SDK_APP_ID) say(404, { code: 'SDK_APP_ID_UNKNOWN', message: 'Who?' })
    else if (typeof jsCode !== 'string' || this.used.has(jsCode)) say(400, { code: 'JS_CODE_INVALID', message: 'Old.' })
    else {
      this.used.add(jsCode)
      const token = randomBytes(16).toString('hex')
      const userId = jsCode.replace(/-.*/, '')
      this.users.set(token, userId)
      say(200, { token, expiresAt: Date.now() + LOG_IN_LASTS_MS, expiresInMs: LOG_IN_LASTS_MS, userId })
    }
  }
}

const openingOf = ({ headers }: IncomingMessage) => {
  const offered = (headers['sec-websocket-protocol'] ?? '').split(',').map((part) => part.trim())
  const after = (prefix: string) => offered.find((part) => part.startsWith(prefix))?.slice(prefix.length)
  const [, linkId, seen] = /^([\w-]+)\.(\d+)$/.exec(after('resume.') ?? '') ?? []
  return { speaks: offered.includes('tccc.1'), token: after('token.'), linkId, seen: Number(seen) }
}

export const serveMinimal = async (times: LinkTimes): Promise<MinimalServer> => {
  const links = new Map<string, MinimalLink>()
  const calls = new MinimalCalls()
  const door = new Door()
  const behind = {
    taken: calls.taken.bind(calls),
    isBusy: calls.isBusy.bind(calls),
    lineChanged: calls.lineChanged.bind(calls),
    forgotten: (link: MinimalLink) => {
      links.delete(link.linkId)
      calls.forgotten(link)
    },
  }
  const enter = (socket: WebSocket, request: IncomingMessage) => {
    socket.on('error', () => undefined)
    const { speaks, token, linkId = '', seen } = openingOf(request)
    const userId = door.userOf(token)
    if (!speaks) socket.close(4403)
    else if (userId === undefined) socket.close(4401)
    else {
      const known = links.get(linkId)
      const isTheirs = known?.userId === userId && known.canResumeFrom(seen)
      const link = isTheirs ? known : new MinimalLink(userId, times, behind)
      links.set(link.linkId, link)
      link.attach(socket, isTheirs ? seen : null)
    }
  }
  const server = createServer((request, response) => void door.answer(request, response))
  const sockets = new WebSocketServer({
    server,
    path: '/signalling',
    maxPayload: 524_288,
    handleProtocols: (offered) => (offered.has('tccc.1') ? 'tccc.1' : false),
  })
  sockets.on('connection', enter)
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  return {
    url: `ws://127.0.0.1:${port}`,
    calls,
    cut: () => {
      for (const link of links.values()) link.cut()
    },
    close: () => {
      for (const link of links.values()) link.stop()
      sockets.close()
      server.closeAllConnections()
      return new Promise((closed) => server.close(() => closed()))
    },
  }
}
