/** What a node says of the Redis that it finds. */
import { checkRedis } from '../../call-centre/server/cluster/check-redis'
import { createStores, startRedis } from './redis'
import { stopPrograms } from './programs'

jest.setTimeout(60_000)

const stores = createStores()
afterEach(async () => {
  await stores.closeAll()
  await stopPrograms()
})

const faultsOf = async (...settings: string[]) => checkRedis((await stores.open((await startRedis(settings)).url)).call)

it.each([
  ['as the guide wants it', [], []],
  ['that is full and evicts', ['--maxmemory-policy', 'allkeys-lru'], ['Redis may throw calls away when it is full']],
  ['without a file', ['--appendonly', 'no'], ['Redis forgets every call when it stops']],
  ['that never waits for its disk', ['--appendfsync', 'no'], ['Redis leaves it to the system']],
  ['that writes once a second', ['--appendfsync', 'everysec'], []],
  ['whose CONFIG is closed', ['--rename-command', 'CONFIG', ''], []],
])('of one %s', async (_, settings, expected) => {
  const faults = await faultsOf(...settings)
  expect(faults).toEqual(expected.map((words) => expect.stringContaining(words) as string))
})

it('of one with an ACL: a user with these rights is enough', async () => {
  const commands = 'evalsha eval hmget hget hset hdel hincrby get set del hscan info ping'.split(' ')
  const redis = await startRedis()
  const { call } = await stores.open(redis.url)
  const rights = commands.map((name) => `+${name}`)
  await call('ACL', 'SETUSER', 'centre', 'on', '>the-password', '~tccc:*', '-@all', ...rights)
  const store = await stores.open(redis.url.replace('//', '//centre:the-password@'))
  await store.open()
  await store.commit([['a', 'one', '1']])
  expect(await checkRedis(store.call)).toEqual([])
  await store.close()
})
