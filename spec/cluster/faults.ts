import { setTimeout as pause } from 'node:timers/promises'
import type { Cluster, ClusterNode } from './places'
import { redisCall } from '../external/redis'
import { until } from './until'

export interface Fault {
  readonly name: string
  readonly act: (cluster: Cluster, leader: ClusterNode | undefined) => Promise<void>
}

const awayMs = 5_000

/** What is done to a cluster. Each ends with everything as it was, but for who leads. */
const faults: readonly Fault[] = [
  { name: 'the leader is killed', act: (_, leader) => leader?.restart('SIGKILL') ?? Promise.resolve() },
  { name: 'the leader is stopped as one should', act: (_, leader) => leader?.restart('SIGTERM') ?? Promise.resolve() },
  {
    name: 'the leader stands still beyond its lease, and goes on',
    async act(_, leader) {
      leader?.signal('SIGSTOP')
      await pause(awayMs)
      leader?.signal('SIGCONT')
    },
  },
  {
    name: 'the leader hears nothing of Redis',
    async act(_, leader) {
      leader?.toRedis.pass('asks')
      await pause(awayMs)
      leader?.toRedis.pass('all')
    },
  },
  {
    name: 'the leader does not reach Redis',
    async act(_, leader) {
      leader?.toRedis.pass('nothing')
      await pause(awayMs)
      leader?.toRedis.pass('all')
    },
  },
  {
    name: 'the answer of a commit is swallowed',
    act: (_, leader) => Promise.race([leader?.toRedis.swallow('done'), pause(awayMs)]),
  },
  {
    name: 'Redis is killed and starts again',
    async act({ redis }) {
      await redis.kill()
      await redis.restart()
    },
  },
  {
    name: 'Redis forgets its scripts',
    async act({ redis }) {
      await redisCall(redis, 'SCRIPT', 'FLUSH')
    },
  },
  {
    name: 'Redis is full for a while',
    async act({ redis }) {
      await redisCall(redis, 'CONFIG', 'SET', 'maxmemory', '1')
      await pause(1_000)
      await redisCall(redis, 'CONFIG', 'SET', 'maxmemory', '0')
    },
  },
  {
    name: 'the clock of the leader is set an hour ahead, and back',
    async act(_, leader) {
      leader?.setClock(3_600_000)
      await pause(2_000)
      leader?.setClock(-3_600_000)
      await pause(2_000)
      leader?.setClock(0)
    },
  },
  {
    name: 'the proxy reads its configuration again',
    act({ reloadProxy }) {
      reloadProxy()
      return Promise.resolve()
    },
  },
  {
    name: 'nodes are upgraded one after another, the leader of before is killed when one is',
    async act(cluster, leader) {
      cluster.format += 1
      const [first, ...others] = cluster.nodes.filter((node) => node !== leader)
      await first?.restart('SIGTERM', cluster.format)
      await leader?.restart('SIGKILL')
      await until(() => cluster.nodes.some((node) => node.role() === 'leading'), awayMs)
      for (const node of [...others, ...(leader ? [leader] : [])]) {
        await node.restart('SIGTERM', cluster.format)
        await pause(1_000)
      }
    },
  },
  {
    name: 'every node is stopped as one should, one after another',
    async act({ nodes }) {
      for (const node of nodes) {
        await node.restart('SIGTERM')
        await pause(1_000)
      }
    },
  },
]

/** Each whose name has these words, in a random order, before any comes again. */
export function createPick(random: () => number, words: string): () => Fault {
  const wanted = faults.filter(({ name }) => name.includes(words))
  const [first] = wanted
  if (!first) throw new Error(`There is no fault with the words: ${words}.`)
  let left: Fault[] = []
  return () => {
    if (left.length === 0) left = [...wanted]
    const [fault] = left.splice(Math.floor(random() * left.length), 1)
    return fault ?? first
  }
}
