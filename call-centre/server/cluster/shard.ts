import { stateFormat } from './state-format'
import { commitScript, releaseScript, renewScript, takeScript, type Script, type ShardKeys } from './shard-scripts'

/** Sends one command and gives its reply. Rejects when Redis refuses it, or when nobody knows what became of it. */
export type Call = (...words: readonly string[]) => Promise<unknown>

/** Who leads a shard, and where the other nodes reach it. */
export interface Holder {
  readonly id: string
  readonly address: string
}

/** What a request to lead comes to. */
export type Taking =
  | { readonly kind: 'taken'; readonly fence: string; readonly number: number }
  | { readonly kind: 'held'; readonly holder: Holder }
  /** A newer version has led, and keeps what this one cannot. */
  | { readonly kind: 'newer'; readonly format: number }

export interface ShardCommit {
  readonly fence: string
  readonly predecessor: number
  readonly number: number
  /** Names and values; an empty value takes the entry away. */
  readonly changes: readonly (readonly [name: string, value: string])[]
}

/** One shard in Redis, as its leader sees it. */
export interface Shard {
  readonly take: (holder: Holder) => Promise<Taking>
  /** The lease begins anew. */
  readonly renew: (holder: Holder, fence: string) => Promise<'done' | 'refused'>
  readonly commit: (commit: ShardCommit) => Promise<'done' | 'already' | 'refused'>
  readonly release: (fence: string) => Promise<void>
  /** Names and values of all entries, in any order. */
  readonly entries: () => Promise<ReadonlyMap<string, string>>
}

/** How many entries are asked for at once: Redis does nothing else meanwhile. */
const scanned = 1_000

export function createShard(call: Call, keys: ShardKeys, leaseMs: number, format = stateFormat): Shard {
  const { head, lease, entries } = keys
  return {
    async take(holder) {
      // Who asks without hearing the answer would keep the lease from everybody, and not lead: so it listens first.
      const held = await call('GET', lease)
      if (typeof held === 'string' && readHolder(held).id !== holder.id)
        return { kind: 'held', holder: readHolder(held) }
      const words = [holder.id, holder.address, String(leaseMs), String(format)]
      const [kind, value = '', number] = (await run(call, takeScript, [head, lease], words)) as string[]
      if (kind === 'taken') return { kind, fence: value, number: Number(number) }
      return kind === 'newer' ? { kind, format: Number(value) } : { kind: 'held', holder: readHolder(value) }
    },
    async renew({ id, address }, fence) {
      const words = [fence, String(leaseMs), `${id} ${address}`]
      return (await run(call, renewScript, [head, lease], words)) as 'done' | 'refused'
    },
    async commit({ fence, predecessor, number, changes }) {
      const words = [fence, String(predecessor), String(number), ...changes.flat()]
      return (await run(call, commitScript, [head, entries], words)) as 'done' | 'already' | 'refused'
    },
    async release(fence) {
      await run(call, releaseScript, [head, lease], [fence])
    },
    async entries() {
      const found = new Map<string, string>()
      let cursor = '0'
      do {
        const [next, words] = (await call('HSCAN', entries, cursor, 'COUNT', String(scanned))) as [string, string[]]
        for (let at = 0; at < words.length; at += 2) found.set(words[at] ?? '', words[at + 1] ?? '')
        cursor = next
      } while (cursor !== '0')
      return found
    },
  }
}

function readHolder(text: string): Holder {
  const [id = '', address = ''] = text.split(' ')
  return { id, address }
}

/** By its digest, as Redis knows it already, unless it has forgotten. */
async function run(call: Call, script: Script, keys: readonly string[], words: readonly string[]): Promise<unknown> {
  const rest = [String(keys.length), ...keys, ...words]
  try {
    return await call('EVALSHA', script.digest, ...rest)
  } catch (fault) {
    if (!(fault instanceof Error) || !fault.message.startsWith('NOSCRIPT')) throw fault
    return call('EVAL', script.text, ...rest)
  }
}
