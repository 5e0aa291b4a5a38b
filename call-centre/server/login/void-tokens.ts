import { createHash } from 'node:crypto'
import { longestTokenLifeMs } from '../config/centre-config'
import type { Clock } from '../sessions/clock'
import type { Shelf } from '../state/shelf'

/** Tokens of customers who were erased. Only digests are kept, and only as long as such a token could be good. */
export interface VoidTokens {
  /** Those that were signed until now. */
  readonly addAllOf: (userId: string) => void
  has(claims: { readonly userId: string; readonly signedAt?: number; readonly expiresAt: number }): boolean
}

/** When it was done; a number alone, of an earlier version: until when those tokens were good. */
type Kept = number | { readonly at: number }

const kind = 'voidTokens'

export function createVoidTokens(shelf: Shelf, clock: Pick<Clock, 'now'>): VoidTokens {
  const voided = new Map(shelf.all(kind) as ReadonlyMap<string, Kept>)
  const sweep = (): void => {
    for (const [digest, kept] of voided) {
      const until = typeof kept === 'number' ? kept : kept.at + longestTokenLifeMs
      if (until > clock.now() || !voided.delete(digest)) continue
      shelf.remove(kind, digest)
    }
  }
  sweep()
  return {
    addAllOf(userId) {
      sweep()
      const entry = { at: clock.now() }
      voided.set(digestOf(userId), entry)
      shelf.put(kind, digestOf(userId), () => entry)
    },
    has({ userId, signedAt = 0, expiresAt }) {
      const kept = voided.get(digestOf(userId))
      if (kept === undefined) return false
      return typeof kept === 'number' ? expiresAt <= kept : signedAt <= kept.at
    },
  }
}

function digestOf(userId: string): string {
  return createHash('sha256').update(`void ${userId}`).digest('base64url')
}
