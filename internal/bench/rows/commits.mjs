/**
 * Row: the store in Redis alone. So many shards commit for so many seconds, each one after another, as a leader does: a link,
 * the link of a seat and a session, 1.9 KB. Arguments: seconds, then numbers of shards. → JSON.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { build } from 'esbuild'
import { node } from '../../scripts/load-source.mjs'
import { startRedis } from '../load/redis.mjs'
import { quantile } from '../measure/statistics.mjs'

const [seconds = 5, ...shardCounts] = process.argv.slice(2).map(Number)
const sources = ['cluster/connect', 'cluster/shard', 'cluster/shard-scripts', 'cluster/redis-store', 'sessions/clock']
const contents = sources.map((source) => `export * from './${source}'`).join('\n')
const outfile = resolve('.build/commits.cjs')
await build({
  ...node,
  ...{ stdin: { contents, resolveDir: 'call-centre/server', loader: 'ts' }, outfile },
  ...{ format: 'cjs', packages: 'external' },
})
const { connectRedis, createShard, shardKeys, RedisStore, systemClock } = createRequire(import.meta.url)(outfile)

const leaseMs = 3_000
const text = (bytes) => JSON.stringify('x'.repeat(bytes))

const openStore = async (url, name) => {
  const { call, place, close } = await connectRedis(url, leaseMs / 2)
  while (!(await call('PING').catch(() => undefined))) await new Promise((again) => setTimeout(again, 10))
  const shard = createShard(call, shardKeys(name), leaseMs)
  const holder = { id: name, address: 'http://127.0.0.1' }
  const store = new RedisStore({ shard, place, holder, leaseMs, clock: systemClock() })
  await store.open()
  return {
    commit: (changes) => store.commit(changes),
    close: async () => {
      await store.close()
      close()
    },
  }
}

const measure = async (redis, shards) => {
  const stores = await Promise.all(Array.from({ length: shards }, (_, at) => openStore(redis.url, `${at}`)))
  const took = []
  const before = await redis.figures()
  const begin = performance.now()
  const end = begin + seconds * 1_000
  const work = async ({ commit }) => {
    for (let n = 0; performance.now() < end; n += 1) {
      const since = performance.now()
      const kinds = { link: 600, seatLink: 600, session: 700 }
      await commit(Object.entries(kinds).map(([kind, bytes]) => [kind, `${n % 200}`, text(bytes + (n % 2))]))
      took.push(performance.now() - since)
    }
  }
  await Promise.all(stores.map(work))
  const wallMs = performance.now() - begin
  const after = await redis.figures()
  await Promise.all(stores.map(({ close }) => close()))
  return {
    shards,
    perSecond: (took.length * 1_000) / wallMs,
    p50Ms: quantile(took, 0.5),
    p99Ms: quantile(took, 0.99),
    cpuShare: ((after.cpuSeconds - before.cpuSeconds) * 1_000) / wallMs,
  }
}

const folder = mkdtempSync(resolve('.build/commits-'))
const redis = await startRedis(folder)
const rows = []
try {
  for (const appendFsync of ['always', 'everysec']) {
    await redis.set('appendfsync', appendFsync)
    for (const shards of shardCounts) rows.push({ appendFsync, ...(await measure(redis, shards)) })
  }
  console.log(JSON.stringify({ rows }))
} finally {
  await redis.close()
  rmSync(folder, { recursive: true })
}
process.exit(0)
