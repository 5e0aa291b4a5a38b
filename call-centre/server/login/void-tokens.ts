import { createHash } from 'node:crypto'
import type { Clock } from '../sessions/clock'
import type { Shelf } from '../state/shelf'

/** Tokens of customers who were erased. Only digests are kept, and only as long as such a token could be good. */
export interface VoidTokens {
  /** Those that were signed until now. */
  readonly addAllOf: (userId: string) => void
  has(claims: { readonly userId: string; readonly expiresAt: number }): boolean
}

const kind = 'voidTokens'

export function createVoidTokens(shelf: Shelf, clock: Pick<Clock, 'now'>, tokenLifeMs: number): VoidTokens {
  const until = new Map(shelf.all(kind) as ReadonlyMap<string, number>)
  const sweep = (): void => {
    for (const [digest, moment] of until) {
      if (moment > clock.now() || !until.delete(digest)) continue
      shelf.remove(kind, digest)
    }
  }
  sweep()
  return {
    addAllOf(userId) {
      sweep()
      const latest = clock.now() + tokenLifeMs
      until.set(digestOf(userId), latest)
      shelf.put(kind, digestOf(userId), () => latest)
    },
    has: ({ userId, expiresAt }) => expiresAt <= (until.get(digestOf(userId)) ?? 0),
  }
}

function digestOf(userId: string): string {
  return createHash('sha256').update(`void ${userId}`).digest('base64url')
}
