import { createHash, randomBytes } from 'node:crypto'
import type { Clock } from '../sessions/clock'
import type { Shelf } from '../state/shelf'

/** Random words that stand for something, for a while. Only their hashes are kept: whoever reads the store has none. */
export interface Passes<About> {
  issue(about: About): string
  find(pass: string): Found<About> | undefined
  /** Its life begins anew. */
  renew(id: string): void
  revoke(id: string): void
  revokeAll(fits: (about: About) => boolean): void
}

export interface Found<About> {
  /** Its hash, by which it may be named where others look. */
  readonly id: string
  readonly about: About
}

interface Kept<About> {
  readonly about: About
  /** On `Clock.now`. */
  readonly until: number
}

const sweepEveryMs = 60_000

interface PassParts {
  readonly shelf: Shelf
  readonly clock: Clock
  /** Under which they are kept. */
  readonly kind: string
  readonly lifeMs: number
  /** Hears of each that is gone before its time. */
  readonly revoked?: (id: string) => void
}

export function createPasses<About>(parts: PassParts): Passes<About> {
  const { revoked } = parts
  const { kept, put, forget, find } = keepPasses<About>(parts)
  const revoke = (id: string): void => {
    if (forget(id)) revoked?.(id)
  }
  return {
    revoke,
    issue(about) {
      const pass = randomBytes(32).toString('base64url')
      put(hashOf(pass), about)
      return pass
    },
    find(pass) {
      const id = hashOf(pass)
      const about = find(id)
      return about && { id, about }
    },
    renew(id) {
      const entry = kept.get(id)
      if (entry) put(id, entry.about)
    },
    revokeAll(fits) {
      for (const [id, { about }] of [...kept]) if (fits(about)) revoke(id)
    },
  }
}

/** What they stand for, by their hashes; what is over is forgotten, once a minute. */
function keepPasses<About>({ shelf, clock, kind, lifeMs }: PassParts) {
  const kept = new Map(shelf.all(kind) as ReadonlyMap<string, Kept<About>>)
  const isOver = ({ until }: Kept<About>): boolean => until <= clock.now()
  const forget = (id: string): boolean => {
    shelf.remove(kind, id)
    return kept.delete(id)
  }
  let sweptAt = clock.now()
  const sweep = (): void => {
    if (clock.now() - sweptAt < sweepEveryMs) return
    sweptAt = clock.now()
    for (const [id, entry] of kept) if (isOver(entry)) forget(id)
  }
  const put = (id: string, about: About): void => {
    sweep()
    const entry = { about, until: clock.now() + lifeMs }
    kept.set(id, entry)
    shelf.put(kind, id, () => entry)
  }
  const find = (id: string): About | undefined => {
    const entry = kept.get(id)
    return entry && !isOver(entry) ? entry.about : undefined
  }
  return { kept, put, forget, find }
}

function hashOf(pass: string): string {
  return createHash('sha256').update(pass).digest('base64url')
}
