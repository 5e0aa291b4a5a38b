import type { Clock } from '../sessions/clock'
import { StateFault } from '../state/state-fault'
import type { Change, Entry, Store, Tenure } from '../state/store'
import { Lease } from './lease'
import { inWordsOf, isPassing } from './redis-fault'
import type { Holder, Shard, ShardCommit } from './shard'

interface Parts {
  readonly shard: Shard
  /** For messages; it holds no password. */
  readonly place: string
  readonly holder: Holder
  readonly leaseMs: number
  /** Measures what is left of the lease. */
  readonly clock: Pick<Clock, 'now' | 'after'>
}

/** Somebody else leads the shard. */
export class HeldElsewhere extends StateFault {
  constructor(
    place: string,
    readonly holder: Holder,
  ) {
    super(`${place} is led by the node at ${holder.address}. Stop it, or wait until its lease is over.`)
  }
}

/** Where an answer is lost, the request is made again after this, as long as the lease lasts. */
const pauseMs = 50

/**
 * A store in Redis. Whoever opens it leads the shard under a fence of its own, for as long as nobody else has taken it: each
 * commit names that fence and the commit before it, and is refused when either is another in Redis.
 */
export class RedisStore implements Store {
  readonly place: string
  readonly tenure: Tenure = {
    isHeld: () => this.lease.isHeld(),
    onLost: (tell) => {
      this.listeners.push(tell)
    },
  }
  private readonly lease: Lease
  private fence: string | undefined
  private number = 0
  private readonly order = new Order()
  private readonly listeners: ((fault: unknown) => void)[] = []
  private stopRenewal = (): void => undefined
  /** One after another; after one that failed, all fail like it. */
  private turn: Promise<void> = Promise.resolve()

  constructor(private readonly parts: Parts) {
    const { leaseMs, clock, place } = parts
    this.place = place
    this.lease = new Lease(leaseMs, clock, () => {
      this.lose(new StateFault(`${place} has not answered for ${leaseMs} ms: this node leads no more.`))
    })
  }

  async open(): Promise<readonly Entry[]> {
    const { shard, holder, place } = this.parts
    this.turn = Promise.resolve()
    const granted = this.lease.ask()
    const taking = await shard.take(holder).catch(inWordsOf(place))
    if (taking.kind === 'held') throw new HeldElsewhere(place, taking.holder)
    if (taking.kind === 'newer') {
      throw new StateFault(
        `${place} holds what a newer version has kept (format ${taking.format}): this node does not lead. Upgrade it.`,
      )
    }
    this.fence = taking.fence
    this.number = taking.number
    this.grant(granted, taking.fence)
    try {
      return this.order.read(await shard.entries())
    } catch (fault) {
      await this.close()
      return inWordsOf(place)(fault)
    }
  }

  commit(changes: readonly Change[]): Promise<void> {
    return this.inTurn(async () => {
      const predecessor = this.number
      this.number += 1
      await this.settle({
        predecessor,
        number: this.number,
        changes: changes.map((change) => this.order.write(change)),
      })
    })
  }

  /** What was taken away is out of Redis with its commit; its files forget it when Redis writes them anew. */
  purge(): Promise<void> {
    return this.turn
  }

  async close(): Promise<void> {
    const { fence } = this
    this.fence = undefined
    await this.turn.catch(() => undefined)
    this.stopRenewal()
    this.lease.end()
    // Whoever cannot give the lease back lets it run out.
    if (fence !== undefined) await this.parts.shard.release(fence).catch(() => undefined)
  }

  private inTurn(work: () => Promise<void>): Promise<void> {
    this.turn = this.turn.then(work).catch((fault: unknown) => {
      this.lose(fault)
      return inWordsOf(this.place)(fault)
    })
    return this.turn
  }

  private async settle(commit: Omit<ShardCommit, 'fence'>): Promise<void> {
    const { shard, place } = this.parts
    const { fence } = this
    if (fence === undefined) throw new StateFault(`${place} is not open.`)
    // A second one that arrives is told that it was done already.
    await this.untilKnown(() => shard.commit({ fence, ...commit }))
  }

  /** Apart from the commits: a slow one costs no lease. */
  private async renew(fence: string): Promise<void> {
    const { shard, holder } = this.parts
    const granted = await this.untilKnown(async () => {
      const granted = this.lease.ask()
      return (await shard.renew(holder, fence)) === 'refused' ? 'refused' : granted
    })
    this.grant(granted, fence)
  }

  /** Asks until there is an answer, for as long as a lease at most. Rejects when it is no. */
  private async untilKnown<Answer>(ask: () => Promise<Answer | 'refused'>): Promise<Answer> {
    const { clock, leaseMs, place } = this.parts
    const until = clock.now() + leaseMs
    for (;;) {
      const answer = await ask().catch((fault: unknown) => {
        if (isPassing(fault) && this.lease.isHeld() && clock.now() < until) return 'unknown' as const
        throw fault
      })
      if (answer === 'refused') {
        throw new StateFault(`${place} was taken over by another node, or holds an older state than this node.`)
      }
      if (answer !== 'unknown') return answer
      await new Promise<void>((again) => clock.after(pauseMs, again))
    }
  }

  private grant(granted: () => boolean, fence: string): void {
    if (!granted()) return
    this.stopRenewal = this.parts.clock.after(this.parts.leaseMs / 3, () => {
      this.renew(fence).catch((fault: unknown) => {
        this.lose(fault)
      })
    })
  }

  private lose(fault: unknown): void {
    this.stopRenewal()
    this.lease.end()
    for (const tell of this.listeners.splice(0)) tell(fault)
  }
}

/** Redis keeps no order in a hash: each value begins with the place in which its entry was first put. */
class Order {
  private readonly places = new Map<string, number>()
  private last = 0

  read(kept: ReadonlyMap<string, string>): readonly Entry[] {
    this.places.clear()
    const placed = [...kept].map(([field, value]) => {
      const blank = value.indexOf(' ')
      return { field, place: Number(value.slice(0, blank)), json: value.slice(blank + 1) }
    })
    placed.sort((a, b) => a.place - b.place)
    for (const { field, place } of placed) this.places.set(field, place)
    this.last = placed.at(-1)?.place ?? 0
    return placed.map(({ field, json }) => [...(JSON.parse(field) as [kind: string, name: string]), json])
  }

  write([kind, name, json]: Change): readonly [name: string, value: string] {
    const field = JSON.stringify([kind, name])
    if (json === null) {
      this.places.delete(field)
      return [field, '']
    }
    const place = this.places.get(field) ?? (this.last += 1)
    this.places.set(field, place)
    return [field, `${place} ${json}`]
  }
}
