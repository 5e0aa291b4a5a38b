import type { Holder, Shard } from '../../server/cluster/shard'
import type { Clock } from '../../server/sessions/clock'

export interface ShardModel extends Shard {
  /** How many commits have changed something. */
  readonly commits: () => number
}

/** What the scripts do, said once more in TypeScript: specs that turn the hands of the clock need no Redis. */
export function createShardModel(clock: Pick<Clock, 'now'>, leaseMs: number): ShardModel {
  const entries = new Map<string, string>()
  let [counter, number] = [0, 0]
  let fence: string | undefined
  let lease: { readonly holder: Holder; readonly until: number } | undefined
  const renew = (holder: Holder): void => {
    lease = { holder, until: clock.now() + leaseMs }
  }
  return {
    commits: () => number,
    take(holder) {
      if (lease && lease.until > clock.now() && lease.holder.id !== holder.id) {
        return Promise.resolve({ kind: 'held', holder: lease.holder })
      }
      counter += 1
      fence = `${counter} ${holder.id}`
      renew(holder)
      return Promise.resolve({ kind: 'taken', fence, number })
    },
    renew(holder, given) {
      if (given !== fence) return Promise.resolve('refused')
      renew(holder)
      return Promise.resolve('done')
    },
    commit(commit) {
      if (commit.fence !== fence) return Promise.resolve('refused')
      const isDone = commit.number === number
      if (!isDone && commit.predecessor !== number) return Promise.resolve('refused')
      if (!isDone) {
        for (const [name, value] of commit.changes) {
          if (value === '') entries.delete(name)
          else entries.set(name, value)
        }
      }
      number = commit.number
      return Promise.resolve(isDone ? 'already' : 'done')
    },
    release(given) {
      if (given === fence) [fence, lease] = [undefined, undefined]
      return Promise.resolve()
    },
    entries: () => Promise.resolve(new Map(entries)),
  }
}
