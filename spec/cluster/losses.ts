/** What Redis may lose by the table of docs/call-centre/cluster.md: it is done when all has been counted that may not be lost. */
import { readdirSync, statSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { redisCall, startRedis, wireTo } from '../external/redis'
import type { Fault } from './faults'

const lostMs = 1_000

/** The file that grows, and how long it is. */
function journalOf(folder: string): readonly [path: string, bytes: number] {
  const place = join(folder, 'appendonlydir')
  const name = readdirSync(place).find((file) => file.endsWith('.incr.aof')) ?? ''
  return [join(place, name), statSync(join(place, name)).size]
}

export const losses: readonly Fault[] = [
  {
    name: 'Redis writes every second, and the power is cut: its file ends a second before',
    async act({ redis, history }) {
      await redisCall(redis, 'CONFIG', 'SET', 'appendfsync', 'everysec')
      const [path, bytes] = journalOf(redis.folder)
      await pause(lostMs)
      await redis.kill()
      truncateSync(path, bytes)
      history.mayHaveLost()
      await redis.restart()
    },
  },
  {
    name: 'a replica that lags by a second takes over',
    async act(cluster) {
      const { redis, nodes, history } = cluster
      const [replica, replication] = [await startRedis(), await wireTo(redis)]
      await redisCall(replica, 'REPLICAOF', '127.0.0.1', new URL(replication.url).port)
      const isUp = async () => String(await redisCall(replica, 'INFO', 'replication')).includes('master_link_status:up')
      while (!(await isUp())) await pause(50)
      replication.pass('nothing')
      await pause(lostMs)
      await redis.kill()
      history.mayHaveLost()
      await redisCall(replica, 'REPLICAOF', 'NO', 'ONE')
      replication.close()
      cluster.redis = replica
      for (const node of nodes) node.toRedis.lead(replica)
    },
  },
]
