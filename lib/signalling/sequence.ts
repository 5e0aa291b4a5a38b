/** The numbers of one link, in both directions: PROTOCOL.md §3.2. What is not acknowledged is kept. */
import type { ClientMessage, Numbered } from './messages'

const outlivesLink = (message: ClientMessage): boolean =>
  message.type === 'call/start' || message.type === 'call/hangUp'

export class Sequence {
  private lastSeen = 0
  private lastSent = 0
  private unseen: readonly Numbered<ClientMessage>[] = []

  /** The last server number that was taken. */
  seen(): number {
    return this.lastSeen
  }

  /** The last number that was given. */
  sent(): number {
    return this.lastSent
  }

  /** Numbers a message and keeps it until it is covered. */
  number(message: ClientMessage): Numbered<ClientMessage> {
    this.lastSent += 1
    const numbered = { ...message, n: this.lastSent }
    this.unseen = this.unseen.concat(numbered)
    return numbered
  }

  /** Forgets what the server has seen. It cannot have seen what was never sent: then it has seen nothing that counts. */
  cover(seen: number): void {
    if (this.unseen.length > 0 && seen <= this.lastSent) this.unseen = this.unseen.filter(({ n }) => n > seen)
  }

  /** Whether the message with this number is to be handled; a gap means that the line has lost something. */
  take(n: number): 'new' | 'again' | 'gap' {
    if (n <= this.lastSeen) return 'again'
    if (n > this.lastSeen + 1) return 'gap'
    this.lastSeen = n
    return 'new'
  }

  /** What the server has not acknowledged, in order. */
  pending(): readonly Numbered<ClientMessage>[] {
    return this.unseen
  }

  /** For a new link: numbers start at 1, and only what still matters there is kept (PROTOCOL.md §3.4). */
  restart(): void {
    const kept = this.unseen.filter(outlivesLink)
    this.lastSeen = 0
    this.lastSent = 0
    this.unseen = []
    kept.forEach((message) => this.number(message))
  }
}
