/** The store of the call centre on a real Redis. */
import fc from 'fast-check'
import { createShardModel } from '../../call-centre/spec/cluster/shard-model'
import { storeSuite } from '../../call-centre/spec/store-suite'
import { createShard } from '../../call-centre/server/cluster/shard'
import { shardKeys } from '../../call-centre/server/cluster/shard-scripts'
import { systemClock } from '../../call-centre/server/sessions/clock'
import type { Store } from '../../call-centre/server/state/store'
import { createStores, redisCall, startRedis, wireTo, type Redis, type TestStore } from './redis'
import { stopPrograms } from './programs'

jest.setTimeout(60_000)

const stores = createStores()
let redis: Redis
beforeAll(async () => {
  redis = await startRedis()
})
beforeEach(async () => {
  await (await stores.open(redis.url)).call('FLUSHALL')
})
afterEach(() => stores.closeAll())
afterAll(stopPrograms)

/** Again and again, until it succeeds. */
async function eventually(act: () => Promise<unknown>): Promise<void> {
  while (!(await act().catch(() => undefined))) await new Promise((again) => setTimeout(again, 20))
}

const names = async (store: TestStore) => (await store.open()).map(([, name]) => name)

/** A place of the suite is the whole Redis, emptied before its first store; a store connects when it is opened. */
storeSuite('Redis', () => {
  let isNew = true
  return (): Store => {
    let store: TestStore | undefined
    const ofOpen =
      <Given extends readonly unknown[]>(act: (store: Store, ...given: Given) => Promise<void>) =>
      (...given: Given) =>
        store ? act(store, ...given) : Promise.resolve()
    return {
      place: 'Redis',
      async open() {
        store = await stores.open(redis.url)
        if (isNew) await store.call('FLUSHALL')
        isNew = false
        return store.open()
      },
      commit: ofOpen((each, changes) => each.commit(changes)),
      purge: ofOpen((each) => each.purge()),
      close: ofOpen((each) => each.close()),
    }
  }
})

describe('a shard in Redis', () => {
  it('has one leader: who comes second hears who it is, and leads as soon as the first gives it back', async () => {
    const [first, second] = [await stores.open(redis.url, 'a'), await stores.open(redis.url, 'b')]
    await first.open()
    await expect(second.open()).rejects.toThrow('is led by the node at http://a.example. Stop it, or wait')
    await first.commit([['a', 'one', '1']])
    await first.close()
    expect(await names(second)).toEqual(['one'])
  })

  it('whose lease runs out is anybody’s: the old leader’s commit is refused, and it hears so once', async () => {
    const wire = await wireTo(redis)
    const [first, second] = [await stores.open(wire.url, 'a', 600), await stores.open(redis.url, 'b', 600)]
    await first.open()
    await first.commit([['a', 'one', '1']])
    wire.pass('nothing')
    expect(await first.lost).toMatchObject({ message: expect.stringContaining('this node leads no more') as string })
    expect(first.tenure?.isHeld()).toBe(false)
    await eventually(() => second.open())
    await second.commit([['a', 'two', '2']])
    wire.pass('all')
    await expect(first.commit([['a', 'late', '1']])).rejects.toThrow('does not keep the state (no answer)')
    await second.close()
    expect(await names(await stores.open(redis.url))).toEqual(['one', 'two'])
    wire.close()
  })

  it('keeps a lease that is renewed, also while there is nothing to commit', async () => {
    const [first, second] = [await stores.open(redis.url, 'a', 300), await stores.open(redis.url, 'b', 300)]
    await first.open()
    for (let turn = 0; turn < 20; turn += 1) {
      await expect(second.open()).rejects.toThrow('is led by the node')
      await new Promise((later) => setTimeout(later, 50))
    }
    expect(first.tenure?.isHeld()).toBe(true)
  })

  it('does a commit once whose answer was swallowed, and says so', async () => {
    const wire = await wireTo(redis)
    const store = await stores.open(wire.url)
    await store.open()
    await store.commit([['a', 'one', '1']])
    const swallowed = wire.swallow('done')
    await store.commit([['a', 'two', '2']])
    await swallowed
    expect(await store.call('HGET', shardKeys('1400000000').head, 'number')).toBe('2')
    await store.commit([['a', 'three', '3']])
    await store.close()
    expect(await names(await stores.open(redis.url))).toEqual(['one', 'two', 'three'])
    wire.close()
  })

  it('goes on after Redis was killed and has come back within the lease, and has forgotten its scripts', async () => {
    const own = await startRedis()
    const store = await stores.open(own.url)
    await store.open()
    await store.commit([['a', 'one', '1']])
    await own.kill()
    const late = store.commit([['a', 'two', '2']])
    await own.restart()
    await late
    await store.call('SCRIPT', 'FLUSH')
    await store.commit([['a', 'three', '3']])
    await store.close()
    expect(await names(await stores.open(own.url))).toEqual(['one', 'two', 'three'])
  })

  it('that has lost what it had acknowledged refuses its leader: the loss is not papered over', async () => {
    const own = await startRedis(['--appendonly', 'no'])
    const store = await stores.open(own.url)
    await store.open()
    await store.commit([['a', 'one', '1']])
    await own.kill()
    await own.restart()
    await expect(store.commit([['a', 'two', '2']])).rejects.toThrow('or holds an older state than this node')
  })

  it('whose replica lags and takes over has lost what that did not receive, and its leader does not go on', async () => {
    const [own, replica] = [await startRedis(), await startRedis()]
    const [replication, toRedis] = [await wireTo(own), await wireTo(own)]
    await redisCall(replica, 'REPLICAOF', '127.0.0.1', new URL(replication.url).port)
    const store = await stores.open(toRedis.url)
    await store.open()
    await store.commit([['a', 'one', '1']])
    await eventually(async () => (await redisCall(replica, 'HLEN', shardKeys('1400000000').entries)) === 1)
    replication.pass('nothing')
    await store.commit([['a', 'two', '2']])
    await own.kill()
    await redisCall(replica, 'REPLICAOF', 'NO', 'ONE')
    toRedis.lead(replica)
    await expect(store.commit([['a', 'three', '3']])).rejects.toThrow('or holds an older state than this node')
    await store.close()
    expect(await names(await stores.open(replica.url))).toEqual(['one'])
    for (const wire of [replication, toRedis]) wire.close()
  })

  it('that is full says so, and keeps a commit whole or not', async () => {
    const own = await startRedis(['--maxmemory', '3mb'])
    const store = await stores.open(own.url)
    await store.open()
    const fill = async (): Promise<string> => {
      for (let n = 1; ; n += 1) {
        const value = JSON.stringify(String(n).padEnd(20_000, '-'))
        const fault = await store
          .commit([
            ['a', `${n}`, value],
            ['b', `${n}`, value],
          ])
          .catch(String)
        if (fault !== undefined) return fault
      }
    }
    expect(await fill()).toBe(
      `StateFault: Redis at 127.0.0.1:${own.port} does not keep the state (OOM). It is full: raise maxmemory, or take away what others keep there.`,
    )
    await store.call('CONFIG', 'SET', 'maxmemory', '0')
    const kept = await (await stores.open(own.url)).open()
    expect(kept.length).toBeGreaterThan(0)
    const ofKind = (wanted: string) => kept.filter(([kind]) => kind === wanted).map(([, name]) => name)
    expect(ofKind('a')).toEqual(ofKind('b'))
  })

  it('that evicts when it is full loses every call, and nobody is told', async () => {
    const own = await startRedis(['--maxmemory', '3mb', '--maxmemory-policy', 'allkeys-lru'])
    const store = await stores.open(own.url)
    await store.open()
    await store.commit([['a', 'one', '1']])
    const { entries } = shardKeys('1400000000')
    for (let n = 0; (await store.call('EXISTS', entries)) === 1; n += 1) {
      await store.call('SET', `of others ${n}`, 'x'.repeat(20_000))
    }
    await store.commit([['a', 'two', '2']]).catch(() => undefined)
    await store.close()
    expect(await names(await stores.open(own.url))).not.toContain('one')
  })

  it('is led by no older version once a newer one has led, which goes on with what the older one has kept', async () => {
    const older = await stores.open(redis.url, 'a', 3_000, 1)
    await older.open()
    await older.commit([['a', 'one', '1']])
    const newer = await stores.open(redis.url, 'b', 3_000, 2)
    await expect(newer.open()).rejects.toThrow('is led by the node at http://a.example')
    await older.close()
    expect(await names(newer)).toEqual(['one'])
    await expect(older.open()).rejects.toThrow('is led by the node at http://b.example')
    await newer.close()
    await expect(older.open()).rejects.toThrow(
      'holds what a newer version has kept (format 2): this node does not lead.',
    )
    expect(await names(newer)).toEqual(['one'])
  })

  it('that wants a password says so, and tells none', async () => {
    const own = await startRedis(['--requirepass', 'the-password'])
    const wrong = await stores.open(`redis://:the-password@127.0.0.1:${own.port}`)
    expect(wrong.place).toBe(`Redis at 127.0.0.1:${own.port}`)
    await wrong.open()
  })
})

describe('the scripts', () => {
  it('do what their model does, whoever asks for what', async () => {
    const { call } = await stores.open(redis.url)
    const real = createShard(call, shardKeys('1400000001'), 60_000)
    const holders = ['a', 'b'].map((id) => ({ id, address: `http://${id}` }))
    const anyAct = fc.record({
      act: fc.constantFrom('take', 'renew', 'commit', 'commit', 'release'),
      who: fc.nat(1),
      behind: fc.constantFrom(0, 0, 0, 1),
      value: fc.constantFrom('', '1 x'),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(anyAct, { maxLength: 12 }), async (acts) => {
        await call('FLUSHALL')
        const model = createShardModel(systemClock(), 60_000)
        const fences = ['', '']
        let number = 0
        for (const { act, who, behind, value } of acts) {
          const holder = holders[who] ?? { id: '', address: '' }
          const fence = fences[who] ?? ''
          const commit = {
            fence,
            predecessor: number - behind,
            number: number - behind + 1,
            changes: [['n', value]] as const,
          }
          const answers = await Promise.all(
            [real, model].map((shard) => {
              if (act === 'take') return shard.take(holder)
              if (act === 'renew') return shard.renew(holder, fence)
              return act === 'commit' ? shard.commit(commit) : shard.release(fence)
            }),
          )
          expect(answers[0]).toEqual(answers[1])
          const [answer] = answers
          if (typeof answer === 'object' && answer.kind === 'taken')
            [fences[who], number] = [answer.fence, answer.number]
          if (act === 'commit' && answer === 'done') number = commit.number
          expect(await real.entries()).toEqual(await model.entries())
        }
      }),
      { numRuns: 100 },
    )
  })
})
