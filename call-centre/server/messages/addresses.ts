import type { MessageKind } from '../config/centre-config'
import { limits } from '../limits'
import type { Identity } from '../login/identity'
import type { Clock } from '../sessions/clock'
import type { Shelf } from '../state/shelf'

/** Where WeChat takes messages to a customer. */
export interface Address {
  readonly openid: string
  /** How many messages of each kind the customer has allowed. For one consent WeChat sends one message, however late. */
  readonly allowed: Readonly<Partial<Record<MessageKind, number>>>
}

interface Kept extends Address {
  /** When the customer logged in last, on the centre's clock. */
  readonly at: number
}

const shelfKind = 'address'

/** Under which openid WeChat takes messages to a customer, and how many the customer has allowed. */
export class Addresses {
  /** Who logged in last is last. */
  private readonly kept: Map<string, Kept>

  /** `isWanted`: whether any message may be sent; otherwise no openid is kept. */
  constructor(
    private readonly isWanted: boolean,
    private readonly clock: Pick<Clock, 'now'>,
    private readonly shelf: Shelf,
  ) {
    const before = [...(shelf.all(shelfKind) as ReadonlyMap<string, Kept>)]
    this.kept = new Map(before.sort(([, a], [, b]) => a.at - b.at))
    if (!isWanted) for (const userId of [...this.kept.keys()]) this.erase(userId)
  }

  note({ userId, openid }: Identity): void {
    if (!this.isWanted || openid === undefined) return
    const { allowed = {} } = this.kept.get(userId) ?? {}
    this.erase(userId)
    this.keep(userId, { openid, at: this.clock.now(), allowed })
    const tooMany = Math.max(0, this.kept.size - limits.customersKept)
    for (const oldest of [...this.kept.keys()].slice(0, tooMany)) this.erase(oldest)
  }

  of(userId: string): Address | undefined {
    const entry = this.kept.get(userId)
    return entry && { openid: entry.openid, allowed: entry.allowed }
  }

  readonly openidOf = (userId: string): string | undefined => this.kept.get(userId)?.openid

  allows(userId: string, kind: MessageKind): boolean {
    return (this.kept.get(userId)?.allowed[kind] ?? 0) > 0
  }

  /** So many more, or less. */
  allow(userId: string, kind: MessageKind, more: number): void {
    this.count(userId, kind, (this.kept.get(userId)?.allowed[kind] ?? 0) + more)
  }

  /** WeChat says that none is left. */
  readonly usedUp = (userId: string, kind: MessageKind): void => {
    this.count(userId, kind, 0)
  }

  erase(userId: string): void {
    if (this.kept.delete(userId)) this.shelf.remove(shelfKind, userId)
  }

  /** The answer is how many there were. */
  eraseOlderThan(ageMs: number): number {
    const old = [...this.kept].filter(([, { at }]) => this.clock.now() - at > ageMs)
    for (const [userId] of old) this.erase(userId)
    return old.length
  }

  private count(userId: string, kind: MessageKind, count: number): void {
    const entry = this.kept.get(userId)
    if (!entry) return
    const allowed = Math.min(limits.messagesAllowed, Math.max(0, count))
    this.keep(userId, { ...entry, allowed: { ...entry.allowed, [kind]: allowed } })
  }

  private keep(userId: string, entry: Kept): void {
    this.kept.set(userId, entry)
    this.shelf.put(shelfKind, userId, () => entry)
  }
}
