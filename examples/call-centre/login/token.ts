import { createHmac, timingSafeEqual } from 'node:crypto'

/** What a token says about who holds it. */
export interface TokenClaims {
  readonly sdkAppId: string
  readonly userId: string
  /** Epoch milliseconds. */
  readonly expiresAt: number
}

/** `claims.signature`, both base64url. */
export function signToken(secret: Buffer, claims: TokenClaims): string {
  const body = Buffer.from(JSON.stringify(claims)).toString('base64url')
  return `${body}.${signature(secret, body).toString('base64url')}`
}

/** The claims of a token that was signed with `secret`; whether it has expired is for the reader to judge. */
export function readToken(secret: Buffer, token: string): TokenClaims | undefined {
  const [body = '', given = ''] = token.split('.')
  const expected = signature(secret, body)
  const actual = Buffer.from(given, 'base64url')
  if (actual.length !== expected.length || !timingSafeEqual(actual, expected)) return undefined
  return JSON.parse(Buffer.from(body, 'base64url').toString()) as TokenClaims
}

function signature(secret: Buffer, body: string): Buffer {
  return createHmac('sha256', secret).update(body).digest()
}
