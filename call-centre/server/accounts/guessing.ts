import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Clock } from '../sessions/clock'
import { createPaces, type Measure, type Pace } from '../signalling/pace'

/**
 * How often a password may be guessed. What a wrong guess costs depends on where it comes from:
 *
 * - A browser in which this account has signed in before is known by a cookie of its own, and has a bucket of its own. A
 *   stranger does not have the cookie, so nothing that a stranger does slows it down.
 * - All others share a bucket for each account and one for each source. Guesses from many sources empty the first,
 *   guesses at many accounts the second.
 *
 * Buckets fill again, so nothing is ever locked; who may not wait gets a one-time link from an administrator, which asks
 * for no old password. An office behind one address has the known browsers of its people, whatever the bucket of the
 * address says. A right password takes nothing.
 */
export interface Guessing {
  /** Takes one guess; a time in milliseconds says that there is none left, and when there is one. */
  try(accountId: string, source: string, known: string | undefined): Guess
  /** The value of the cookie by which a browser is known from now on. */
  knownBrowser(accountId: string): string
}

export type Guess = { readonly waitMs: number } | { readonly right: () => void }

const ofAccount: Measure = { burst: 10, perSecond: 1 / 60 }
const ofSource: Measure = { burst: 60, perSecond: 1 / 6 }

export function createGuessing(clock: Clock, secret: Buffer): Guessing {
  const browsers = createPaces(clock, ofAccount)
  const accounts = createPaces(clock, ofAccount)
  const sources = createPaces(clock, ofSource)
  return {
    try(accountId, source, known) {
      const paces = isKnown(secret, accountId, known) ? [browsers(known)] : [sources(source), accounts(accountId)]
      return take(paces)
    },
    knownBrowser(accountId) {
      const body = `${accountId}.${randomBytes(12).toString('base64url')}`
      return `${body}.${signature(secret, body)}`
    },
  }
}

function take(paces: readonly Pace[]): Guess {
  const empty = paces.find((pace) => pace.waitMs() > 0)
  if (empty) return { waitMs: empty.waitMs() }
  for (const pace of paces) pace.allows()
  return {
    right() {
      for (const pace of paces) pace.giveBack()
    },
  }
}

function isKnown(secret: Buffer, accountId: string, known = ''): known is string {
  const [owner, name, given = ''] = known.split('.')
  if (owner !== accountId) return false
  const [expected, actual] = [signature(secret, `${owner}.${name}`), given].map((text) => Buffer.from(text))
  return expected !== undefined && actual?.length === expected.length && timingSafeEqual(actual, expected)
}

function signature(secret: Buffer, body: string): string {
  return createHmac('sha256', secret).update(`known browser ${body}`).digest('base64url')
}
