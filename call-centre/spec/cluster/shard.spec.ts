import { createShard } from '../../server/cluster/shard'
import { shardKeys } from '../../server/cluster/shard-scripts'

const keys = shardKeys('1400000000')
const holder = { id: 'a', address: 'http://a' }

/** Answers as told, and never when nothing is. */
const asked = (answers: readonly unknown[]) => {
  const said: string[] = []
  const left = [...answers]
  const call = (word = ''): Promise<unknown> => {
    said.push(word)
    return left.length > 0 ? Promise.resolve(left.shift()) : new Promise(() => undefined)
  }
  return { said, shard: createShard(call, keys, 3_000) }
}

const turn = () => new Promise(setImmediate)

describe('a node that wants to lead', () => {
  it('listens first: one that Redis hears, and that hears nothing, keeps the lease from nobody', async () => {
    const { said, shard } = asked([])
    void shard.take(holder)
    await turn()
    expect(said).toEqual(['GET'])
  })

  it('asks for the lease when nobody has it, or when it is its own', async () => {
    for (const held of [null, 'a http://a']) {
      const { said, shard } = asked([held, ['taken', '7 a', '3']])
      expect(await shard.take(holder)).toEqual({ kind: 'taken', fence: '7 a', number: 3 })
      expect(said).toEqual(['GET', 'EVALSHA'])
    }
  })

  it('does not ask while another one has it', async () => {
    const { said, shard } = asked(['b http://b'])
    expect(await shard.take(holder)).toEqual({ kind: 'held', holder: { id: 'b', address: 'http://b' } })
    expect(said).toEqual(['GET'])
  })
})
