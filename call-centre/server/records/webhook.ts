import { createHmac } from 'node:crypto'
import { defer, timeout, type Observable } from 'rxjs'
import { fromFetch } from 'rxjs/fetch'
import { ConfigFault } from '../config/read-config'
import type { Secrets } from '../config/needed-secrets'

const patienceMs = 5_000

export interface Letter {
  /** The same each time that it is brought, so that the receiver can drop what it has. */
  readonly id: string
  readonly action: 'cdr' | 'videoCdr'
  readonly body: object
}

/** Brings a letter once; errors unless it was taken by this very server: a record is not for whoever it points at. */
export type Webhook = (letter: Letter) => Observable<void>

/** Signs by the scheme of Standard Webhooks (https://www.standardwebhooks.com), with each key. */
export function createWebhook(url: string, keys: readonly Buffer[], date: () => number): Webhook {
  return ({ id, action, body }) =>
    defer(() => {
      const text = JSON.stringify(body)
      return fromFetch(addressOf(url, action), {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...signed(keys, id, Math.floor(date() / 1_000), text) },
        body: text,
        redirect: 'error',
        async selector(response) {
          await response.body?.cancel()
          if (!response.ok) throw new Error(`HTTP ${response.status}`)
        },
      })
    }).pipe(timeout(patienceMs))
}

function addressOf(url: string, action: string): string {
  const address = new URL(url)
  address.searchParams.set('action', action)
  address.searchParams.set('version', '1')
  return address.href
}

function signed(keys: readonly Buffer[], id: string, timestamp: number, text: string): Record<string, string> {
  const signatures = keys.map(
    (key) => `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${text}`).digest('base64')}`,
  )
  return {
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    ...(signatures.length === 0 ? {} : { 'webhook-signature': signatures.join(' ') }),
  }
}

/**
 * The keys in `TCCC_CDR_PUSH_KEY`: one, or two with a blank between them while the receiver changes from one to the other.
 * @throws {ConfigFault} when one is none.
 */
export function webhookKeys(secrets: Secrets): readonly Buffer[] {
  const keys = (secrets('TCCC_CDR_PUSH_KEY') ?? '').split(/\s+/).filter((key) => key !== '')
  if (keys.length > 2)
    throw new ConfigFault('TCCC_CDR_PUSH_KEY holds more than two keys. Keep the new one and the old one.')
  return keys.map((key) => {
    const bytes = /^whsec_[A-Za-z0-9+/]+=*$/.test(key)
      ? Buffer.from(key.slice('whsec_'.length), 'base64')
      : Buffer.alloc(0)
    if (bytes.length >= 24 && bytes.length <= 64) return bytes
    throw new ConfigFault(
      'TCCC_CDR_PUSH_KEY is no key. Make one of whsec_ and 24 to 64 random bytes in base64: echo whsec_$(openssl rand -base64 32)',
    )
  })
}
