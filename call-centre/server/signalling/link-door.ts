import { randomBytes } from 'node:crypto'
import type { LinkMessage } from 'tccc-wx-sdk/call'
import type { CentreConfig } from '../config/centre-config'
import type { Clock } from '../sessions/clock'
import type { Shelf } from '../state/shelf'
import type { FrameReader } from './client-frame'
import type { ClientSocket } from './client-socket'
import { Link, type KeptLink, type LinkListener } from './link'
import { readOpening, type Opening } from './opening'

/** A door whose callers come over links: customers, seats, operators. It opens, resumes and forgets them. */
export interface LinkDoor<Out> {
  /** `offered`: the header `Sec-WebSocket-Protocol`. `accountId`: whose sign-in opened the socket; empty for none. */
  readonly open: (socket: ClientSocket, offered: string | undefined, accountId?: string) => void
  readonly send: (linkId: string, message: Out) => void
  readonly has: (linkId: string) => boolean
  /** How many links there are, with or without a socket. */
  readonly count: () => number
  /** Nobody comes back to this link: the door forgets it without a word to its listener. */
  readonly dismiss: (linkId: string, code: number, reason: string) => void
  /** Likewise, to none of the links of this user. */
  readonly dismissUser: (userId: string, code: number, reason: string) => void
  /** Asks all to come back within `spreadMs`. */
  readonly goAway: (spreadMs: number) => void
}

/** What the opening of a socket comes to: a refusal, a link that goes on, or a new one of this user. */
export type Entry<In, Out extends LinkMessage> =
  | { readonly code: number; readonly reason: string }
  | { readonly link: Link<In, Out>; readonly lacking: readonly string[] }
  | { readonly userId: string }

export type Links<In, Out extends LinkMessage> = ReadonlyMap<string, Link<In, Out>>

export interface DoorParts<In, Out extends LinkMessage> {
  readonly config: Pick<CentreConfig, 'heartbeatMs' | 'windowMs'>
  readonly clock: Clock
  readonly shelf: Shelf
  /** The kind under which its links are kept. */
  readonly kind: string
  readonly read: FrameReader<In>
  /** What this door can do, for the welcome: PROTOCOL.md §6. Default: nothing is said of it. */
  readonly can?: readonly string[]
  readonly admit: (opening: Opening, links: Links<In, Out>, accountId: string) => Entry<In, Out>
  readonly listener: Omit<LinkListener<In, Out>, 'changed'> & {
    /** A new link has begun. */
    readonly opened?: (link: Link<In, Out>) => void
    /** A link goes on over a new socket. */
    readonly up: (link: Link<In, Out>) => void
  }
}

const noProtocol = { code: 4403, reason: 'the sub-protocol tccc.1 is not offered' }

export function createLinkDoor<In, Out extends LinkMessage>(parts: DoorParts<In, Out>): LinkDoor<Out> {
  const { admit, listener } = parts
  const { links, create, forget } = keepLinks(parts)
  return {
    open(socket, offered, accountId = '') {
      const opening = readOpening(offered)
      const entry = opening ? admit(opening, links, accountId) : noProtocol
      if ('code' in entry) socket.close(entry.code, entry.reason)
      else if ('lacking' in entry) {
        entry.link.attach(socket, true, entry.lacking)
        listener.up(entry.link)
      } else {
        const link = create(randomBytes(12).toString('base64url'), entry)
        link.attach(socket, false, [])
        listener.opened?.(link)
      }
    },
    send(linkId, message) {
      links.get(linkId)?.send(message)
    },
    has: (linkId) => links.has(linkId),
    count: () => links.size,
    dismiss: forget,
    dismissUser(userId, code, reason) {
      for (const link of [...links.values()]) if (link.userId === userId) forget(link.linkId, code, reason)
    },
    goAway(spreadMs) {
      for (const link of links.values()) {
        link.say({ type: 'link/goAway', reason: 'restart', spreadMs })
        link.close(1001, `spreadMs=${spreadMs}`)
      }
    },
  }
}

/** The links of a door, those of before a restart among them. */
function keepLinks<In, Out extends LinkMessage>(parts: DoorParts<In, Out>) {
  const { shelf, kind, listener } = parts
  const links = new Map<string, Link<In, Out>>()
  const forget = (linkId: string, code: number, reason: string): boolean => {
    links.get(linkId)?.end(code, reason)
    shelf.remove(kind, linkId)
    return links.delete(linkId)
  }
  const own: LinkListener<In, Out> = {
    message: listener.message,
    lost: listener.lost,
    gone(link) {
      if (forget(link.linkId, 4400, 'the link is over')) listener.gone(link)
    },
    changed(link) {
      if (links.has(link.linkId)) shelf.put(kind, link.linkId, () => link.kept())
    },
  }
  const create = (linkId: string, kept: Pick<KeptLink, 'userId'> & Partial<KeptLink>): Link<In, Out> => {
    const link = new Link(linkId, kept, { ...parts, listener: own })
    links.set(linkId, link)
    return link
  }
  for (const [linkId, kept] of shelf.all(kind) as ReadonlyMap<string, KeptLink>) create(linkId, kept).restore()
  return { links, create, forget }
}
