/** The numbers of one link, in both directions: PROTOCOL.md §3.2. What is not acknowledged is kept. */
import type { ClientMessage, Numbered } from './messages'

export interface Sequence {
  /** The last server number that was taken. */
  seen(): number
  /** The last number that was given. */
  sent(): number
  /** Numbers a message and keeps it until it is covered. */
  number(message: ClientMessage): Numbered<ClientMessage>
  /** Forgets what the server has seen. */
  cover(seen: number): void
  /** Whether the message with this number is to be handled; a gap means that the line has lost something. */
  take(n: number): 'new' | 'again' | 'gap'
  /** What the server has not acknowledged, in order. */
  pending(): readonly Numbered<ClientMessage>[]
  /** For a new link: numbers start at 1, and only what still matters there is kept (PROTOCOL.md §3.4). */
  restart(): void
}

const outlivesLink = (message: ClientMessage): boolean =>
  message.type === 'call/start' || message.type === 'call/hangUp'

export const createSequence = (): Sequence => {
  let seen = 0
  let sent = 0
  let pending: Numbered<ClientMessage>[] = []
  const number = (message: ClientMessage): Numbered<ClientMessage> => {
    const numbered = { ...message, n: ++sent }
    pending.push(numbered)
    return numbered
  }
  return {
    seen: () => seen,
    sent: () => sent,
    number,
    cover: (upTo) => {
      pending = pending.filter((message) => message.n > upTo)
    },
    take: (n) => {
      if (n <= seen) return 'again'
      if (n > seen + 1) return 'gap'
      seen = n
      return 'new'
    },
    pending: () => pending,
    restart: () => {
      const kept = pending.filter(outlivesLink)
      seen = 0
      sent = 0
      pending = []
      kept.forEach(number)
    },
  }
}
