import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import { subProtocol } from '../signalling/opening'
import { limits } from '../limits'
import type { Staff, Visitor } from '../accounts/staff'
import { access, judge, whoOpens } from './access'
import type { Origins } from './origin'
import type { SignInCookie } from './sign-in-cookie'

/** A WebSocket path. */
export type Door = (socket: WebSocket, request: IncomingMessage, visitor: Visitor | undefined) => void

interface UpgradeParts {
  readonly origins: Pick<Origins, 'isOwnHost' | 'isOwnOrigin'>
  readonly cookie: Pick<SignInCookie, 'visitorOf'>
  readonly staff: Pick<Staff, 'hold' | 'onSignedOut'>
  readonly doors: Readonly<Record<string, Door>>
}

const patienceMs = 300

const socketOptions = {
  noServer: true,
  // Each door has lower limits of its own, with an answer.
  maxPayload: limits.socketFrameBytes,
  // Known to ws, not yet to its types: whoever does not answer a close is cut off.
  closeTimeout: limits.goodbyeMs,
  handleProtocols: (offered: Set<string>) => (offered.has(subProtocol) ? subProtocol : false),
}

/** Leads each WebSocket to its door. The answer closes them all, politely first. */
export function acceptUpgrades(server: Server, parts: UpgradeParts): () => Promise<void> {
  const sockets = new WebSocketServer(socketOptions)
  const bind = bindToSignIns(parts.staff)
  let closing = false
  server.on('upgrade', (request, raw, head) => {
    // Node leaves the socket to us, and a fault that nobody hears ends the process.
    raw.on('error', () => undefined)
    // Nobody would close it any more.
    if (closing) {
      raw.destroy()
      return
    }
    const entry = admit(parts, request)
    if (typeof entry === 'string') {
      refuse(raw, entry)
      return
    }
    sockets.handleUpgrade(request, raw, head, (socket) => {
      if (entry.visitor) bind(socket, entry.visitor)
      entry.door(socket, request, entry.visitor)
    })
  })
  return () => {
    closing = true
    return closeAll(sockets)
  }
}

/** The door that opens, and to whom; or the status with which it stays shut. */
function admit(
  { origins, doors, cookie }: UpgradeParts,
  request: IncomingMessage,
): string | { readonly door: Door; readonly visitor: Visitor | undefined } {
  const pathname = (request.url ?? '/').replace(/[?#].*$/, '')
  const door = Object.hasOwn(doors, pathname) ? doors[pathname] : undefined
  if (!door) return '404 Not Found'
  const opens = whoOpens(access, 'WS', pathname)
  if (!origins.isOwnHost(request)) return '403 Forbidden'
  // A customer's page may be anybody's: no browser adds by itself what opens its door.
  if (opens === 'customer') return { door, visitor: undefined }
  if (!origins.isOwnOrigin(request)) return '403 Forbidden'
  const visitor = cookie.visitorOf(request)
  const verdict = judge(opens, visitor)
  if (verdict === 'welcome') return { door, visitor }
  return verdict === 'signInFirst' ? '401 Unauthorized' : '403 Forbidden'
}

/** A socket ends with the sign-in that opened it, and keeps it alive meanwhile. */
function bindToSignIns({ hold, onSignedOut }: UpgradeParts['staff']): (socket: WebSocket, visitor: Visitor) => void {
  const bound = new Map<WebSocket, string>()
  onSignedOut((id) => {
    for (const [socket, signInId] of bound) if (signInId === id) socket.close(4401, 'signed out')
  })
  return (socket, { signInId }) => {
    const release = hold(signInId)
    bound.set(socket, signInId)
    socket.on('close', () => {
      bound.delete(socket)
      release()
    })
  }
}

/** A socket that was answered is of no use to anybody, whoever keeps the other end open. */
export function refuse(raw: Duplex, status: string): void {
  raw.once('finish', () => raw.destroy())
  raw.end(`HTTP/1.1 ${status}\r\nConnection: close\r\n\r\n`)
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
