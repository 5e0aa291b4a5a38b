/** The server's side of a link, from PROTOCOL.md §3 and nothing else. */
import { Subscription } from 'rxjs'
import type { ClientMessage, ServerMessage } from '../../../lib/link/messages'
import type { Clock } from './clock'
import type { Peer } from './network'

const HEARTBEAT_MS = 10_000
const WINDOW_MS = 30_000

export interface ModelLink {
  readonly linkId: string
  /** All messages to the client, the first with number 1. */
  readonly sent: ServerMessage[]
  /** All messages that were taken from the client, the first with number 1. */
  readonly taken: ClientMessage[]
  /** How many had been sent at the last answer to a heartbeat: what a later one lacks of these was lost. */
  answered: number
  peer: Peer | null
  silence: Subscription
  window: Subscription
}

export interface ServerEvents {
  message(link: ModelLink, message: ClientMessage): void
  gone(link: ModelLink): void
}

export interface ModelServer {
  /** All links there ever were, in the order of their opening. */
  readonly links: readonly ModelLink[]
  accept(peer: Peer): void
  readonly send: (link: ModelLink, message: ServerMessage) => void
  /** Closes the client's socket with this code. */
  close(code: number, reason: string): void
  /** Refuses the next opening with this code. */
  refuseNext(code: number, reason: string): void
  /** A restart without memory: no link is known any more. */
  forget(): void
  /** What breaks the protocol as the client sees it. */
  readonly complaints: string[]
}

const numberOf = (frame: string) =>
  JSON.parse(frame) as { readonly type: string; readonly n?: number; readonly seen?: number }

const without = (message: ClientMessage & { readonly n?: number }): ClientMessage => {
  const { n, ...rest } = message
  return n === undefined ? message : rest
}

export const createServer = (clock: Clock, events: ServerEvents): ModelServer => {
  const links: ModelLink[] = []
  const known = new Map<string, ModelLink>()
  const complaints: string[] = []
  let refusal: { readonly code: number; readonly reason: string } | null = null

  const lose = (link: ModelLink) => {
    link.peer = null
    link.silence.unsubscribe()
    link.window.unsubscribe()
    link.window = clock.after(WINDOW_MS, () => {
      known.delete(link.linkId)
      events.gone(link)
    })
  }

  const watch = (link: ModelLink, peer: Peer) => {
    link.silence.unsubscribe()
    link.silence = clock.after(2 * HEARTBEAT_MS, () => {
      if (link.peer !== peer) return
      peer.close(4408, 'silent')
      lose(link)
    })
  }

  /** The messages above number `from`, up to number `to`. */
  const sayFrom = (link: ModelLink, peer: Peer, from: number, to: number) => {
    link.sent.slice(from, to).forEach((message, index) => {
      peer.send(JSON.stringify({ ...message, n: from + index + 1 }))
    })
  }

  const hear = (link: ModelLink, peer: Peer, frame: string) => {
    watch(link, peer)
    const { type, n, seen } = numberOf(frame)
    if (seen !== undefined && seen > link.sent.length) {
      complaints.push(`the client has seen ${String(seen)} of ${String(link.sent.length)}`)
    }
    if (type === 'link/heartbeat') {
      sayFrom(link, peer, seen ?? 0, link.answered)
      link.answered = link.sent.length
      peer.send(`{"type":"link/heartbeat","seen":${String(link.taken.length)}}`)
    }
    if (n === undefined) return
    if (n > link.taken.length + 1) {
      complaints.push(`the client sent ${String(n)} after ${String(link.taken.length)}`)
      return
    }
    const isNew = n === link.taken.length + 1
    const message = without(JSON.parse(frame) as ClientMessage)
    if (isNew) link.taken.push(message)
    peer.send(`{"type":"link/ack","seen":${String(link.taken.length)}}`)
    if (isNew) events.message(link, message)
  }

  const linkFor = (peer: Peer): { readonly link: ModelLink; readonly from: number | null } => {
    const [, linkId, seen] = peer.protocols.map((word) => /^resume\.(.+)\.(\d+)$/.exec(word)).find(Boolean) ?? []
    const old = known.get(linkId ?? '')
    if (old !== undefined) return { link: old, from: Number(seen) }
    const link: ModelLink = {
      ...{ linkId: `link-${String(links.length + 1)}`, sent: [], taken: [], answered: 0, peer: null },
      ...{ silence: Subscription.EMPTY, window: Subscription.EMPTY },
    }
    links.push(link)
    known.set(link.linkId, link)
    return { link, from: null }
  }

  const attach = (peer: Peer) => {
    const { link, from } = linkFor(peer)
    link.peer?.close(4409, 'taken over')
    link.window.unsubscribe()
    link.peer = peer
    const numbers = { seen: link.taken.length, sent: link.sent.length }
    const head = { type: 'link/welcome', linkId: link.linkId, resumed: from !== null, ...numbers }
    peer.send(JSON.stringify({ ...head, heartbeatMs: HEARTBEAT_MS, windowMs: WINDOW_MS, time: clock.now() }))
    sayFrom(link, peer, from ?? 0, link.sent.length)
    watch(link, peer)
    peer.onFrame = (frame) => {
      if (link.peer === peer) hear(link, peer, frame)
    }
    peer.onClose = () => {
      if (link.peer === peer) lose(link)
    }
  }

  return {
    links,
    complaints,
    accept: (peer) => {
      if (refusal === null) attach(peer)
      else peer.close(refusal.code, refusal.reason)
      refusal = null
    },
    send: (link, message) => {
      link.sent.push(message)
      link.peer?.send(JSON.stringify({ ...message, n: link.sent.length }))
    },
    close: (code, reason) => {
      known.forEach((link) => {
        const { peer } = link
        if (peer === null) return
        peer.close(code, reason)
        lose(link)
      })
    },
    refuseNext: (code, reason) => {
      refusal = { code, reason }
    },
    forget: () => {
      known.forEach((link) => {
        link.peer?.close(1001, 'restart')
        link.silence.unsubscribe()
        link.window.unsubscribe()
        link.peer = null
        events.gone(link)
      })
      known.clear()
    },
  }
}
