/** A real redis-server on 127.0.0.1, and a wire to it that can be cut. */
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'
import { connectRedis } from '../../call-centre/server/cluster/connect'
import { RedisStore } from '../../call-centre/server/cluster/redis-store'
import { createShard, type Call } from '../../call-centre/server/cluster/shard'
import { shardKeys } from '../../call-centre/server/cluster/shard-scripts'
import { systemClock } from '../../call-centre/server/sessions/clock'
import type { Store } from '../../call-centre/server/state/store'
import { freePort, newFolder, start } from './programs'

export interface Redis {
  readonly url: string
  readonly port: number
  /** Where its files are. */
  readonly folder: string
  kill(signal?: NodeJS.Signals): Promise<void>
  /** Again, with what its files have kept. */
  restart(): Promise<void>
}

/** As the guide wants it, unless `settings` say otherwise: `['--appendfsync', 'everysec']`. */
export async function startRedis(settings: readonly string[] = []): Promise<Redis> {
  const [folder, port] = [newFolder('redis'), await freePort()]
  const durable = ['--appendonly', 'yes', '--appendfsync', 'always', '--maxmemory-policy', 'noeviction', '--save', '']
  // A replica has all at once, and not after five seconds in which more may come.
  const soon = ['--repl-diskless-sync-delay', '0']
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, ...durable, ...soon, ...settings]
  let child: ChildProcess = await start('redis-server', args, port)
  return {
    ...{ port, folder, url: `redis://127.0.0.1:${port}` },
    async kill(signal = 'SIGKILL') {
      child.kill(signal)
      await once(child, 'exit')
    },
    async restart() {
      child = await start('redis-server', args, port)
    },
  }
}

/** What passes on the wire: both ways, only towards Redis, or nothing; the rest waits, as it does on a wire that is cut. */
export type Passing = 'all' | 'asks' | 'nothing'

export interface Wire {
  readonly url: string
  pass(passing: Passing): void
  /** Sockets from now on come to this one, and there are no older ones. */
  lead(target: Pick<Redis, 'port'>): void
  /** The next answer that holds this text is swallowed, and the connection closed. Resolves then. */
  swallow(text: string): Promise<void>
  close(): void
}

/** Hears what passes on one connection. */
export interface WireWatch {
  readonly asked: (data: Buffer) => void
  readonly answered: (data: Buffer) => void
  readonly closed: () => void
}

const noWatch = (): WireWatch => ({ asked: () => undefined, answered: () => undefined, closed: () => undefined })

export async function wireTo(target: Pick<Redis, 'port'>, watch = noWatch): Promise<Wire> {
  const port = await freePort()
  let passing: Passing = 'all'
  let farPort = target.port
  const cutOff = (): void => {
    for (const [near] of pairs) near.destroy()
  }
  let swallowing: { readonly text: string; readonly done: () => void } | undefined
  const pairs = new Set<readonly [near: Socket, far: Socket]>()
  const apply = ([near, far]: readonly [Socket, Socket]): void => {
    if (passing === 'nothing') near.pause()
    else near.resume()
    if (passing === 'all') far.resume()
    else far.pause()
  }
  const server = createServer((near) => {
    const pair = [near, connect(farPort, '127.0.0.1')] as const
    const { asked, answered, closed } = watch()
    const [, far] = pair
    pairs.add(pair)
    for (const socket of pair) {
      socket.on('error', () => undefined)
      socket.on('close', () => {
        pairs.delete(pair)
        for (const each of pair) each.destroy()
      })
    }
    near.on('data', (data) => {
      asked(data)
      far.write(data)
    })
    near.once('close', closed)
    far.on('data', (data) => {
      if (swallowing && data.includes(swallowing.text)) {
        near.destroy()
        swallowing.done()
        swallowing = undefined
      } else {
        answered(data)
        near.write(data)
      }
    })
    apply(pair)
  })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `redis://127.0.0.1:${port}`,
    pass(now) {
      passing = now
      for (const pair of pairs) apply(pair)
    },
    lead({ port: next }) {
      farPort = next
      cutOff()
    },
    swallow: (text) =>
      new Promise((done) => {
        swallowing = { text, done }
      }),
    close() {
      server.close()
      cutOff()
    },
  }
}

/** A connection needs a moment. */
async function answered(call: Call): Promise<void> {
  while (!(await call('PING').catch(() => undefined))) await new Promise((again) => setTimeout(again, 10))
}

/** Says one thing to Redis. */
export async function redisCall({ url }: Pick<Redis, 'url'>, ...words: readonly string[]): Promise<unknown> {
  const { call, close } = await connectRedis(url, 1_000)
  await answered(call)
  try {
    return await call(...words)
  } finally {
    close()
  }
}

export interface TestStore extends Store {
  readonly call: Call
  /** Why it was lost. */
  readonly lost: Promise<unknown>
}

/** Stores of a spec, each with a connection of its own. */
export function createStores(): {
  readonly open: (url: string, id?: string, leaseMs?: number, format?: number) => Promise<TestStore>
  readonly closeAll: () => Promise<void>
} {
  const closings: (() => Promise<void>)[] = []
  return {
    async open(url, id = 'a', leaseMs = 3_000, format) {
      const { call, place, close } = await connectRedis(url, leaseMs / 3)
      await answered(call)
      const shard = createShard(call, shardKeys('1400000000'), leaseMs, format)
      const holder = { id, address: `http://${id}.example` }
      const store = new RedisStore({ shard, place, holder, leaseMs, clock: systemClock() })
      closings.push(async () => {
        await store.close()
        close()
      })
      const lost = new Promise((tell) => {
        store.tenure.onLost(tell)
      })
      return {
        ...{ call, lost, place, tenure: store.tenure },
        open: () => store.open(),
        commit: (changes) => store.commit(changes),
        purge: () => store.purge(),
        close: () => store.close(),
      }
    },
    async closeAll() {
      await Promise.all(closings.splice(0).map((close) => close()))
    },
  }
}
