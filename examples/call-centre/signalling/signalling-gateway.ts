import { randomBytes } from 'node:crypto'
import type { ServerMessage } from 'tccc-wx-sdk/call'
import type { CentreConfig } from '../config/centre-config'
import { readToken } from '../login/token'
import type { Centre } from '../sessions/centre'
import type { Clock } from '../sessions/clock'
import type { Shelf } from '../state/shelf'
import type { ClientSocket } from './client-socket'
import type { KeptLink } from './kept-link'
import { Link, type LinkListener } from './link'
import { readOpening, type Opening } from './opening'

export interface SignallingGateway {
  /** `offered`: the header `Sec-WebSocket-Protocol`. */
  open(socket: ClientSocket, offered: string | undefined): void
  send(linkId: string, message: ServerMessage): void
  /** Asks all clients to come back within `spreadMs`. */
  goAway(spreadMs: number): void
}

interface GatewayParts {
  readonly config: CentreConfig
  readonly clock: Clock
  readonly secret: Buffer
  readonly centre: Centre
  readonly shelf: Shelf
}

const retryAfterMs = 1_200
/** Lost links of one customer stay for the window; more than these in one window is no phone. */
const maxLinksOfOne = 16

/** The customers' door: opens, resumes and forgets links (PROTOCOL.md §3). */
export function createSignallingGateway(parts: GatewayParts): SignallingGateway {
  const links = new Map<string, Link>()
  const listener = createListener(links, parts)
  for (const [linkId, kept] of parts.shelf.all('link') as ReadonlyMap<string, KeptLink>) {
    const link = new Link(linkId, kept, { ...parts, listener })
    links.set(linkId, link)
    link.restore()
  }
  return {
    open(socket, offered) {
      const opening = readOpening(offered)
      const entry = admit(parts, links, opening)
      if ('code' in entry) socket.close(entry.code, entry.reason)
      else if ('lacking' in entry) {
        entry.link.attach(socket, true, entry.lacking)
        parts.centre.line(entry.link.linkId, 'up')
      } else {
        const link = new Link(randomBytes(12).toString('base64url'), entry, { ...parts, listener })
        links.set(link.linkId, link)
        link.attach(socket, false, [])
      }
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

type Entry =
  | { readonly code: number; readonly reason: string }
  | { readonly link: Link; readonly lacking: readonly string[] }
  | { readonly userId: string }

function admit(parts: GatewayParts, links: ReadonlyMap<string, Link>, opening: Opening | undefined): Entry {
  const { config, clock, secret } = parts
  if (!opening) return { code: 4403, reason: 'the sub-protocol tccc.1 is not offered' }
  const claims = readToken(secret, opening.token)
  if (!claims) return { code: 4401, reason: 'the token is missing or invalid' }
  const { sdkAppId, userId, expiresAt } = claims
  if (sdkAppId !== config.sdkAppId) return { code: 4403, reason: 'the token is for another sdkAppId' }
  const link = links.get(opening.resume?.linkId ?? '')
  const lacking = link?.userId === userId ? link.flow.lacking(opening.resume?.seen ?? 0) : undefined
  // A call does not end because the log-in that began it has expired since.
  if (link && lacking) return { link, lacking }
  if (expiresAt <= clock.now()) return { code: 4401, reason: 'the token has expired' }
  const ofThisUser = [...links.values()].filter((other) => other.userId === userId).length
  if (ofThisUser >= maxLinksOfOne) return { code: 4429, reason: `retryAfterMs=${retryAfterMs}` }
  return links.size >= config.maxLinks ? { code: 4503, reason: `retryAfterMs=${retryAfterMs}` } : { userId }
}

function createListener(links: Map<string, Link>, { centre, shelf }: GatewayParts): LinkListener {
  const gone = (link: Link): void => {
    link.abandon()
    if (!links.delete(link.linkId)) return
    centre.linkGone(link.linkId)
    shelf.remove('link', link.linkId)
  }
  return {
    gone,
    changed(link) {
      if (links.has(link.linkId)) shelf.put('link', link.linkId, () => link.kept())
    },
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
