import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { RedisStore } from '../server/cluster/redis-store'
import { folderStore } from '../server/state/journal'
import { memoryStore, type Store } from '../server/state/store'
import { createShardModel } from './cluster/shard-model'
import { storeSuite } from './store-suite'
import { createVirtualClock } from './virtual-clock'

const root = mkdtempSync(join(tmpdir(), 'stores-'))
afterAll(() => {
  rmSync(root, { recursive: true })
})

let count = 0

let open: Store[] = []
const closedLater = (store: Store): Store => {
  open.push(store)
  return store
}
afterEach(async () => {
  for (const store of open) await store.close()
  open = []
})

storeSuite('memory', () => {
  const store = memoryStore()
  return () => store
})

storeSuite('a folder', () => {
  const folder = join(root, String((count += 1)))
  return () => closedLater(folderStore(folder))
})

// Against a real Redis: spec/external/redis-store.spec.ts.
storeSuite('a model of Redis', () => {
  const clock = createVirtualClock()
  const shard = createShardModel(clock, 3_000)
  return () =>
    closedLater(
      new RedisStore({ shard, clock, leaseMs: 3_000, place: 'the model', holder: { id: 'a', address: 'http://a' } }),
    )
})
