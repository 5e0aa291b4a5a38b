import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { oldNameOfBrowserSecret } from '../accounts/browser-secret'
import { ConfigFault } from '../config/read-config'
import type { Secrets } from '../config/needed-secrets'
import type { Clock } from '../sessions/clock'
import type { Shelf } from '../state/shelf'
import { createVoidTokens, type VoidTokens } from './void-tokens'

/** What a token says about who holds it. */
export interface TokenClaims {
  readonly sdkAppId: string
  readonly userId: string
  /** On the clock of the centre that signed it, `Clock.now`, as the next; absent: an earlier version signed it. */
  readonly signedAt?: number
  readonly expiresAt: number
}

/** Signs tokens with the present key, and reads those of earlier keys as long as anybody may hold one. */
export interface Tokens {
  /** `key.claims.signature`. */
  readonly sign: (claims: TokenClaims) => string
  /** The claims of a token of ours; whether it has expired is for the reader to judge. */
  readonly read: (token: string) => TokenClaims | undefined
  /** A new key signs from now on, and nobody is logged out. False: nothing is done, as the key is given from outside. */
  readonly rotate: () => boolean
  /** The same, when the present key is as old as that. */
  readonly rotateAfter: (ageMs: number) => void
  /** No token of this customer that was signed until now is read any more. */
  readonly voidAllOf: (userId: string) => void
}

interface Key {
  readonly key: string
  /** Moments of the centre's clock: when it began to sign, and when another one did. */
  readonly since: number
  readonly retiredAt?: number
}

interface Parts {
  readonly clock: Pick<Clock, 'now'>
  readonly shelf: Shelf
  readonly tokenLifeMs: number
  /** `TCCC_TOKEN_SECRET` is the present key when it is there; another one tomorrow is a rotation. */
  readonly secrets?: Secrets
}

/** A call may come back with the token that began it, although that has expired: so long may a call last. */
const longestCallMs = 86_400_000

/** @throws {ConfigFault} when `TCCC_TOKEN_SECRET` is too short. */
export function createTokens({ clock, shelf, tokenLifeMs, secrets = () => undefined }: Parts): Tokens {
  const keys = keptKeys(shelf, clock)
  const voided = createVoidTokens(shelf, clock)
  const put = (id: string, key: Key): void => {
    keys.set(id, key)
    shelf.put('secret', id, () => key)
  }
  const present = () => [...keys].findLast(([, { retiredAt }]) => retiredAt === undefined)
  const begin = (id: string, key: string): void => {
    const now = clock.now()
    for (const [old, { retiredAt = now, ...rest }] of keys) {
      if (retiredAt + tokenLifeMs + longestCallMs > now) put(old, { ...rest, retiredAt })
      else if (keys.delete(old)) shelf.remove('secret', old)
    }
    put(id, { key, since: now })
  }
  const given = secrets('TCCC_TOKEN_SECRET')
  const rotate = (): boolean => {
    if (given === undefined) begin(randomBytes(6).toString('base64url'), randomBytes(32).toString('base64url'))
    return given === undefined
  }
  if (given === undefined) {
    if (!present()) rotate()
  } else if (present()?.[0] !== nameOf(given)) begin(nameOf(given), keyOf(given))
  return {
    rotate,
    rotateAfter(ageMs) {
      if (clock.now() - (present()?.[1].since ?? 0) >= ageMs) rotate()
    },
    sign(claims) {
      const [id, { key }] = present() ?? ['', { key: '' }]
      const body = Buffer.from(JSON.stringify(claims)).toString('base64url')
      return `${id}.${body}.${signature(key, body).toString('base64url')}`
    },
    read: (token) => readWith(keys, voided, token),
    voidAllOf: voided.addAllOf,
  }
}

/** The one key of version 0.1.0 has no date, and its tokens do not name it. */
const oldName = 'token'

function keptKeys(shelf: Shelf, clock: Pick<Clock, 'now'>): Map<string, Key> {
  const now = clock.now()
  const kept = shelf.all('secret') as ReadonlyMap<string, Key | string>
  const dated = (id: string, key: string): Key => ({
    ...{ key, since: now },
    ...(id === oldNameOfBrowserSecret ? { retiredAt: now } : {}),
  })
  return new Map([...kept].map(([id, key]) => [id, typeof key === 'string' ? dated(id, key) : key]))
}

function readWith(keys: ReadonlyMap<string, Key>, voided: VoidTokens, token: string): TokenClaims | undefined {
  const parts = token.split('.')
  const [id = '', body = '', given = ''] = parts.length === 2 ? [oldName, ...parts] : parts
  const known = keys.get(id)
  if (!known) return undefined
  const expected = signature(known.key, body)
  const actual = Buffer.from(given, 'base64url')
  if (actual.length !== expected.length || !timingSafeEqual(actual, expected)) return undefined
  const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as TokenClaims
  return voided.has(claims) ? undefined : claims
}

function signature(key: string, body: string): Buffer {
  return createHmac('sha256', Buffer.from(key, 'base64url')).update(body).digest()
}

/** Says nothing of the secret, and another secret has another name. */
function nameOf(secret: string): string {
  return createHash('sha256').update(`name ${secret}`).digest('base64url').slice(0, 8)
}

function keyOf(secret: string): string {
  if (secret.length >= 32) return createHash('sha256').update(`key ${secret}`).digest('base64url')
  throw new ConfigFault('TCCC_TOKEN_SECRET has fewer than 32 characters. Make one: openssl rand -base64 32')
}
