import { createHash } from 'node:crypto'

/**
 * All that the call centre asks Redis to do. A shard is one call centre; its keys share one hash tag, so that they live on
 * one node of a Redis Cluster, and a script reaches them all:
 *
 * - `head`, a hash: `counter` (how often the shard was taken), `fence` (of the leader: `counter id`), `number` (of commits),
 *   `format` (of the newest version that has led)
 * - `lease`, a string that runs out: `id address` of the leader
 * - `entries`, a hash: what is kept
 */
export interface ShardKeys {
  readonly head: string
  readonly lease: string
  readonly entries: string
}

export function shardKeys(sdkAppId: string): ShardKeys {
  const key = (name: string): string => `tccc:{${sdkAppId}}:${name}`
  return { head: key('head'), lease: key('lease'), entries: key('entries') }
}

/** A script, and the name under which Redis knows it once it has run. */
export interface Script {
  readonly text: string
  readonly digest: string
}

const script = (text: string): Script => ({ text, digest: createHash('sha1').update(text).digest('hex') })

/** KEYS: head, lease. ARGV: id, address, life of the lease in ms, format. Nobody but the leader whose fence is in `head` commits. */
export const takeScript = script(`
local holder = redis.call('GET', KEYS[2])
if holder and string.sub(holder, 1, #ARGV[1] + 1) ~= ARGV[1] .. ' ' then
  return { 'held', holder }
end
local format = tonumber(redis.call('HGET', KEYS[1], 'format') or '0')
if format > tonumber(ARGV[4]) then return { 'newer', tostring(format) } end
local fence = redis.call('HINCRBY', KEYS[1], 'counter', 1) .. ' ' .. ARGV[1]
redis.call('HSET', KEYS[1], 'fence', fence, 'format', ARGV[4])
redis.call('SET', KEYS[2], ARGV[1] .. ' ' .. ARGV[2], 'PX', ARGV[3])
return { 'taken', fence, redis.call('HGET', KEYS[1], 'number') or '0' }`)

/** KEYS: head, lease. ARGV: fence, life of the lease in ms, what stands in it. */
export const renewScript = script(`
if redis.call('HGET', KEYS[1], 'fence') ~= ARGV[1] then return 'refused' end
redis.call('SET', KEYS[2], ARGV[3], 'PX', ARGV[2])
return 'done'`)

/**
 * KEYS: head, entries. ARGV: fence, number of the commit before, own number, then name and value of each change; an empty
 * value takes the entry away. A commit whose number is the last one was done before: its answer was lost.
 */
export const commitScript = script(`
local fence, number = unpack(redis.call('HMGET', KEYS[1], 'fence', 'number'))
number = number or '0'
if fence ~= ARGV[1] then return 'refused' end
if number == ARGV[3] then return 'already' end
if number ~= ARGV[2] then return 'refused' end
for at = 4, #ARGV, 2 do
  if ARGV[at + 1] == '' then redis.call('HDEL', KEYS[2], ARGV[at])
  else redis.call('HSET', KEYS[2], ARGV[at], ARGV[at + 1]) end
end
redis.call('HSET', KEYS[1], 'number', ARGV[3])
return 'done'`)

/** KEYS: head, lease. ARGV: fence. The shard is anybody's at once. */
export const releaseScript = script(`
if redis.call('HGET', KEYS[1], 'fence') ~= ARGV[1] then return 'refused' end
redis.call('HDEL', KEYS[1], 'fence')
redis.call('DEL', KEYS[2])
return 'done'`)
