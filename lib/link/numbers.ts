/** The numbers of one link, in both directions; what is not acknowledged is kept. PROTOCOL.md §3.2 and §3.4. */
import { EMPTY_OUTBOX, type Kept, type LinkState, type Live, type Said } from './state'

export const numbered = (link: LinkState, { message, asks, outlivesLink }: Said): LinkState => {
  const n = link.outbox.sent + 1
  const kept: Kept = { message: { ...message, n }, asks, outlivesLink }
  return { ...link, outbox: { sent: n, unacked: link.outbox.unacked.concat(kept) } }
}

/** It cannot have seen what was never sent: then it has seen nothing that counts. */
export const covered = <Any extends LinkState>(link: Any, seen: number): Any => {
  const { sent, unacked } = link.outbox
  const first = unacked[0]
  if (first === undefined || seen < first.message.n || seen > sent) return link
  return { ...link, outbox: { sent, unacked: unacked.filter(({ message }) => message.n > seen) } }
}

export const waiting = ({ outbox }: LinkState, name: string | null): Kept | undefined =>
  name === null ? undefined : outbox.unacked.find(({ asks }) => asks === name)

/** Who answers has taken what asked, and all before it, whatever became of the acknowledgement. */
export const answered = (link: Live, name: string | null): Live => covered(link, waiting(link, name)?.message.n ?? 0)

/** The next socket begins a new link. */
export const forget = (link: LinkState): LinkState => ({ ...link, linkId: null, seen: 0, outbox: EMPTY_OUTBOX })

/** On a new link numbers start at 1, and what still counts there goes first. */
export const restarted = (link: Live): Live => ({
  ...link.outbox.unacked.filter(({ outlivesLink }) => outlivesLink).reduce<LinkState>(numbered, forget(link)),
  line: link.line,
})
