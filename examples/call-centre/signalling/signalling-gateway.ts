import { randomBytes } from 'node:crypto'
import type { ServerMessage } from 'tccc-wx-sdk/call'
import type { WebSocket } from 'ws'
import type { CentreConfig } from '../config/centre-config'
import { readToken } from '../login/token'
import type { Centre } from '../sessions/centre'
import type { Clock } from '../sessions/clock'
import { Link, type LinkListener } from './link'
import { readOpening, type Opening } from './opening'

export interface SignallingGateway {
  /** `offered`: the header `Sec-WebSocket-Protocol`. */
  open(socket: WebSocket, offered: string | undefined): void
  send(linkId: string, message: ServerMessage): void
  /** Asks all clients to come back within `spreadMs`. */
  goAway(spreadMs: number): void
}

interface GatewayParts {
  readonly config: CentreConfig
  readonly clock: Clock
  readonly secret: Buffer
  readonly centre: Centre
}

const retryAfterMs = 1_200

/** The customers' door: opens, resumes and forgets links (PROTOCOL.md §3). */
export function createSignallingGateway(parts: GatewayParts): SignallingGateway {
  const links = new Map<string, Link>()
  const listener = createListener(links, parts)
  return {
    open(socket, offered) {
      socket.on('error', () => undefined)
      const opening = readOpening(offered)
      const entry = admit(parts, opening)
      if ('userId' in entry) connect(parts, links, listener, socket, entry.userId, opening?.resume)
      else socket.close(entry.code, entry.reason)
    },
    send(linkId, message) {
      links.get(linkId)?.send(message)
    },
    goAway(spreadMs) {
      for (const link of links.values()) {
        link.say({ type: 'link/goAway', reason: 'restart', spreadMs })
        link.close(1001, `spreadMs=${spreadMs}`)
      }
    },
  }
}

type Entry = { readonly userId: string } | { readonly code: number; readonly reason: string }

function admit({ config, clock, secret }: GatewayParts, opening: Opening | undefined): Entry {
  if (!opening) return { code: 4403, reason: 'the sub-protocol tccc.1 is not offered' }
  const claims = readToken(secret, opening.token, clock.now())
  if (!claims) return { code: 4401, reason: 'the token is missing, invalid or expired' }
  if (claims.sdkAppId !== config.sdkAppId) return { code: 4403, reason: 'the token is for another sdkAppId' }
  return claims
}

function connect(
  { config, clock, centre }: GatewayParts,
  links: Map<string, Link>,
  listener: LinkListener,
  socket: WebSocket,
  userId: string,
  resume: Opening['resume'],
): void {
  const old = links.get(resume?.linkId ?? '')
  const lacking = old?.userId === userId ? old.flow.lacking(resume?.seen ?? 0) : undefined
  if (old && lacking) {
    old.attach(socket, true, lacking)
    centre.line(old.linkId, 'up')
  } else if (links.size >= config.maxLinks) {
    socket.close(4503, `retryAfterMs=${retryAfterMs}`)
  } else {
    const link = new Link(randomBytes(12).toString('base64url'), userId, config, clock, listener)
    links.set(link.linkId, link)
    link.attach(socket, false, [])
  }
}

function createListener(links: Map<string, Link>, { centre }: GatewayParts): LinkListener {
  const gone = (link: Link): void => {
    link.abandon()
    if (links.delete(link.linkId)) centre.linkGone(link.linkId)
  }
  return {
    gone,
    message({ linkId, userId }, message) {
      centre.customer({ linkId, userId }, message)
    },
    lost(link, code) {
      centre.line(link.linkId, 'lost')
      // Mini programs close with 1000 whatever the cause, so it means "done" only when nothing is left to say.
      if (code === 1000 && !centre.hasCall(link.linkId) && link.flow.waiting() === 0) gone(link)
    },
  }
}
