import { randomBytes } from 'node:crypto'
import type { Shelf } from '../state/shelf'

const [kind, name] = ['browserSecret', 'key'] as const

/** Once it stood among the keys that sign customers' tokens, under this name, and signed some. */
export const oldNameOfBrowserSecret = 'knownBrowser'

/** By which browsers in which somebody has signed in before are known, also after a restart. */
export function browserSecret(shelf: Shelf): Buffer {
  const kept = shelf.all(kind).get(name) ?? shelf.all('secret').get(oldNameOfBrowserSecret)
  const secret = typeof kept === 'string' ? kept : randomBytes(32).toString('base64url')
  shelf.put(kind, name, () => secret)
  return Buffer.from(secret, 'base64url')
}
