import type * as Client from '@redis/client'
import { ConfigFault } from '../config/read-config'
import { RedisRefusal } from './redis-fault'
import type { Call } from './shard'

export interface Connection {
  readonly call: Call
  /** Where it leads, without name and password. */
  readonly place: string
  readonly close: () => void
}

const reconnectMs = 100

/**
 * A connection to Redis that comes back by itself; meanwhile each call rejects. `url`: `redis://…`, or `rediss://…` for
 * TLS, with name and password of an ACL user. A call that is not answered within `silenceMs` rejects: nobody knows whether
 * it was done.
 * @throws {ConfigFault} when the address is none, or the client is not installed.
 */
export async function connectRedis(url: string, silenceMs: number): Promise<Connection> {
  const place = placeOf(url)
  const { createClient, ErrorReply } = await loadClient()
  const client = createClient({
    url,
    disableOfflineQueue: true,
    socket: { connectTimeout: silenceMs, socketTimeout: silenceMs, reconnectStrategy: reconnectMs },
  })
  // Each call says so itself, and why there is no connection.
  let trouble: unknown
  client.on('error', (fault: unknown) => (trouble = fault))
  client.on('ready', () => (trouble = undefined))
  client.connect().catch(() => undefined)
  return {
    place,
    async call(...words) {
      try {
        return await client.sendCommand(words)
      } catch (fault) {
        const cause = fault instanceof ErrorReply ? fault : (trouble ?? fault)
        throw cause instanceof ErrorReply ? new RedisRefusal(cause.message) : cause
      }
    },
    close() {
      client.destroy()
    },
  }
}

async function loadClient(): Promise<typeof Client> {
  try {
    return await import('@redis/client')
  } catch (cause) {
    throw new ConfigFault('The client of Redis is not installed. Say: npm install @redis/client', { cause })
  }
}

function placeOf(url: string): string {
  const address = URL.canParse(url) ? new URL(url) : undefined
  if (!address || !/^rediss?:$/.test(address.protocol)) {
    throw new ConfigFault('TCCC_REDIS_URL is no address of Redis. Write it as rediss://name:password@host:6379.')
  }
  return `Redis at ${address.host}`
}
