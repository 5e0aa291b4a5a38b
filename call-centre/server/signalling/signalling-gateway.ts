import type { ClientMessage, ServerMessage } from 'tccc-wx-sdk/call'
import type { CentreConfig } from '../config/centre-config'
import { limits } from '../limits'
import type { Tokens } from '../login/tokens'
import type { Observe } from '../observe/events'
import type { Centre } from '../sessions/centre'
import type { Clock } from '../sessions/clock'
import type { Shelf } from '../state/shelf'
import { readClientFrame } from './client-frame'
import { createLinkDoor, type Entry, type LinkDoor, type Links } from './link-door'
import type { Opening } from './opening'
import { comeBackLater } from '../frames'

export type SignallingGateway = LinkDoor<ServerMessage>

interface GatewayParts {
  readonly config: CentreConfig
  readonly clock: Clock
  readonly tokens: Tokens
  readonly centre: Centre
  readonly shelf: Shelf
  /** Default: nobody hears of the links. */
  readonly observe?: Observe
}

/** The customers' door (PROTOCOL.md §3). */
export function createSignallingGateway(parts: GatewayParts): SignallingGateway {
  const { centre, observe = () => undefined } = parts
  const door: SignallingGateway = createLinkDoor<ClientMessage, ServerMessage>({
    ...parts,
    kind: 'link',
    read: readClientFrame,
    can: ['rejoin', 'context', 'text', 'rating', ...(parts.config.waiting ? ['waiting'] : [])],
    admit: (opening, links) => admit(parts, links, opening),
    listener: {
      message({ linkId, userId }, message) {
        centre.customer({ linkId, userId }, message)
      },
      opened({ linkId, userId }) {
        observe({ type: 'link', state: 'opened', linkId, userId })
      },
      up({ linkId, userId }) {
        observe({ type: 'link', state: 'up', linkId, userId })
        centre.line(linkId, 'up')
      },
      lost({ linkId, userId, flow }, code) {
        observe({ type: 'link', state: 'lost', linkId, userId, code })
        centre.line(linkId, 'lost')
        // Mini programs close with 1000 whatever the cause, so it means "done" only when nothing is left to say.
        if (code === 1000 && !centre.hasCall(linkId) && flow.waiting() === 0) door.dismiss(linkId, code, 'done')
      },
      gone({ linkId, userId }) {
        observe({ type: 'link', state: 'gone', linkId, userId })
        centre.linkGone(linkId)
      },
    },
  })
  return door
}

function admit(
  { config, clock, tokens }: GatewayParts,
  links: Links<ClientMessage, ServerMessage>,
  opening: Opening,
): Entry<ClientMessage, ServerMessage> {
  const claims = tokens.read(opening.token)
  if (!claims) return { code: 4401, reason: 'the token is missing or invalid' }
  const { sdkAppId, userId, expiresAt } = claims
  if (sdkAppId !== config.sdkAppId) return { code: 4403, reason: 'the token is for another sdkAppId' }
  const link = links.get(opening.resume?.linkId ?? '')
  const lacking = link?.userId === userId ? link.flow.lacking(opening.resume?.seen ?? 0) : undefined
  // A call does not end because the log-in that began it has expired since.
  if (link && lacking) return { link, lacking }
  if (expiresAt <= clock.now()) return { code: 4401, reason: 'the token has expired' }
  const ofThisUser = [...links.values()].filter((other) => other.userId === userId).length
  if (ofThisUser >= limits.linksOfCustomer) return { code: 4429, reason: comeBackLater }
  return links.size >= config.maxLinks ? { code: 4503, reason: comeBackLater } : { userId }
}
