import type { Call } from './shard'

/**
 * Looks at how Redis is set up, and says what may cost calls, one sentence each; nothing when it may not. `INFO` is open on
 * managed services that close `CONFIG`: what only that tells is told as unknown.
 */
export async function checkRedis(call: Call): Promise<readonly string[]> {
  const info = readInfo(String(await call('INFO')))
  const appendFsync = info['aof_enabled'] === '1' ? await appendFsyncOf(call) : undefined
  return [...evictionFaults(info), ...persistenceFaults(info, appendFsync)]
}

type Info = Readonly<Record<string, string>>

function evictionFaults({ maxmemory_policy: policy = 'unknown', maxmemory }: Info): readonly string[] {
  if (policy === 'noeviction' || (policy === 'unknown' && maxmemory === '0')) return []
  return [`Redis may throw calls away when it is full (maxmemory-policy ${policy}). Set it to noeviction.`]
}

function persistenceFaults(info: Info, appendFsync: string | undefined): readonly string[] {
  if (info['aof_enabled'] !== '1') {
    return ['Redis forgets every call when it stops (appendonly no). Set appendonly yes.']
  }
  if (info['aof_last_write_status'] === 'err')
    return ['Redis cannot write its append-only file. Make room on its disk.']
  if (appendFsync === 'no') {
    return ['Redis leaves it to the system when a call is on its disk (appendfsync no). Set everysec, or always.']
  }
  return []
}

async function appendFsyncOf(call: Call): Promise<string | undefined> {
  const reply = await call('CONFIG', 'GET', 'appendfsync').catch(() => undefined)
  // RESP 3 gives a map, RESP 2 a list.
  const words = typeof reply === 'object' && reply !== null ? Object.values(reply) : []
  return words.map(String).at(-1)
}

function readInfo(text: string): Info {
  const pairs = text.split('\r\n').map((line) => /^([a-z_0-9]+):(.*)$/.exec(line))
  return Object.fromEntries(pairs.flatMap((pair) => (pair ? [[pair[1] ?? '', pair[2] ?? '']] : [])))
}
