/** Two nodes at one shard of a real Redis, and what the model of the shard says of what they were told. */
import { createShardHistory } from '../cluster/shard-history'
import { watchFor } from '../cluster/watch-wire'
import { createShard, type Call, type Shard } from '../../call-centre/server/cluster/shard'
import { shardKeys } from '../../call-centre/server/cluster/shard-scripts'
import { createStores, startRedis, wireTo, type Wire } from './redis'
import { stopPrograms } from './programs'

jest.setTimeout(60_000)

const leaseMs = 300
const keys = shardKeys('1400000000')
const stores = createStores()
const wires: Wire[] = []
afterEach(async () => {
  await stores.closeAll()
  for (const wire of wires.splice(0)) wire.close()
  await stopPrograms()
})

/** As the store does, and a fault that somebody could put there. */
type Make = (call: Call) => Shard
const asItIs: Make = (call) => createShard(call, keys, leaseMs)
const withFenceOfNow: Make = (call) => {
  const shard = asItIs(call)
  return {
    ...shard,
    async commit({ changes }) {
      const [fence, number] = (await call('HMGET', keys.head, 'fence', 'number')) as [string, string | null]
      return shard.commit({ fence, predecessor: Number(number), number: Number(number) + 1, changes })
    },
  }
}
const withoutLease: Make = (call) => {
  const shard = asItIs(call)
  return {
    ...shard,
    async take(holder) {
      await call('DEL', keys.lease)
      return shard.take(holder)
    },
  }
}

const fenceOf = async (taking: ReturnType<Shard['take']>): Promise<string> => {
  const taken = await taking
  return taken.kind === 'taken' ? taken.fence : ''
}

/** `a` leads and commits; `b` leads after `pauseMs` and commits; `a`, which does not know it, commits once more. */
const historyOf = async (make: Make, pauseMs: number) => {
  const redis = await startRedis()
  const history = createShardHistory(leaseMs)
  const node = async (id: string) => {
    const wire = await wireTo(redis, watchFor(history, id))
    wires.push(wire)
    return { shard: make((await stores.open(wire.url)).call), holder: { id, address: `http://${id}` } }
  }
  const [a, b] = [await node('a'), await node('b')]
  const fence = await fenceOf(a.shard.take(a.holder))
  const first = await a.shard.commit({ fence, predecessor: 0, number: 1, changes: [['one', '1 1']] })
  await new Promise((later) => setTimeout(later, pauseMs))
  const next = await fenceOf(b.shard.take(b.holder))
  await b.shard.commit({ fence: next, predecessor: 1, number: 2, changes: [['two', '2 2']] })
  const late = await a.shard.commit({ fence, predecessor: 1, number: 2, changes: [['late', '2 2']] })
  return { history, answers: [first, late] }
}

it('has no fault where the one that was replaced is refused', async () => {
  const { history, answers } = await historyOf(asItIs, leaseMs + 50)
  expect(answers).toEqual(['done', 'refused'])
  expect(history.faults).toEqual([])
  expect(history.commits).toBe(2)
})

it('has a fault where two lead at once, planted: one names whatever fence is there', async () => {
  const { history, answers } = await historyOf(withFenceOfNow, leaseMs + 50)
  expect(answers).toEqual(['done', 'done'])
  expect(history.faults).toEqual([expect.stringMatching(/"commit".* of a was told done by .*"fence":"2 b"/) as string])
})

it('has a fault where two lead at once, planted: one leads while the lease of the other lasts', async () => {
  const { history } = await historyOf(withoutLease, 0)
  expect(history.faults).toEqual([expect.stringMatching(/"take".* of b was told taken 2 b 1 by /) as string])
})
