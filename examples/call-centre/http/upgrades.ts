import type { IncomingMessage, Server } from 'node:http'
import { type WebSocket, WebSocketServer } from 'ws'
import { subProtocol } from '../signalling/opening'
import { isOwnOrigin } from './origin'

/** A WebSocket path. */
export interface Door {
  /** Refuse pages of other origins: nothing but the origin tells who opens this door. */
  readonly ownOriginOnly: boolean
  open(socket: WebSocket, request: IncomingMessage): void
}

/** What WebSockets read at most in one frame; each door has lower limits of its own, with an answer. */
const maxPayload = 524_288
const patienceMs = 300

/** Leads each WebSocket to its door. The answer closes them all, politely first. */
export function acceptUpgrades(
  server: Server,
  host: string,
  doors: Readonly<Record<string, Door>>,
): () => Promise<void> {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload,
    handleProtocols: (offered) => (offered.has(subProtocol) ? subProtocol : false),
  })
  let closing = false
  server.on('upgrade', (request, raw, head) => {
    // Node leaves the socket to us, and a fault that nobody hears ends the process.
    raw.on('error', () => undefined)
    // Nobody would close it any more.
    if (closing) {
      raw.destroy()
      return
    }
    const pathname = (request.url ?? '/').replace(/[?#].*$/, '')
    const door = Object.hasOwn(doors, pathname) ? doors[pathname] : undefined
    if (!door) {
      raw.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n')
    } else if (door.ownOriginOnly && !isOwnOrigin(request.headers.origin, host)) {
      raw.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n')
    } else {
      sockets.handleUpgrade(request, raw, head, (socket) => {
        door.open(socket, request)
      })
    }
  })
  return () => {
    closing = true
    return closeAll(sockets)
  }
}

async function closeAll({ clients }: WebSocketServer): Promise<void> {
  const closed = [...clients].map((socket) => new Promise((done) => socket.once('close', done)))
  for (const socket of clients) socket.close(1001, 'the call centre stops')
  const impatience = setTimeout(() => {
    for (const socket of clients) socket.terminate()
  }, patienceMs)
  await Promise.all(closed)
  clearTimeout(impatience)
}
