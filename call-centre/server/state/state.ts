import { StorePost, type Post } from './post'
import { createShelf, type Shelf } from './shelf'
import { checkKept } from './check-kept'
import type { Entry, Store } from './store'

/** What a call centre keeps in a store, and its way out. */
export interface State {
  readonly shelf: Shelf
  readonly post: Post
  /** Whether the store is still ours: past that nobody hears, says or does anything. */
  readonly isHeld: () => boolean
  /** What is taken away until now is nowhere in the store any more, soon. */
  readonly purge: () => void
  /** Keeps and says what there is, and nothing from now on; then others may have the store. */
  readonly close: () => Promise<void>
}

/**
 * Rejects with the `StateFault` of the store. `lost`: a commit has failed later; nothing is said or kept any more.
 */
export async function openState(store: Store, lost: (fault: unknown) => void): Promise<State> {
  const entries = await openWhole(store)
  const { tenure } = store
  const isHeld = (): boolean => tenure?.isHeld() ?? true
  const post = new StorePost({
    ...{ lost, isHeld, take: () => shelf.take() },
    commit: (changes, done, failed) => void store.commit(changes).then(done, failed),
  })
  const shelf = createShelf(entries, () => {
    post.wake()
  })
  tenure?.onLost((fault) => {
    post.lose(fault)
  })
  return {
    ...{ shelf, post, isHeld },
    purge() {
      post.send(() => void store.purge().catch(lost))
    },
    async close() {
      const ended = post.end()
      shelf.close()
      await ended
      await store.close()
    },
  }
}

/** Nobody else waits for a store in which something is wrong. */
async function openWhole(store: Store): Promise<readonly Entry[]> {
  const entries = await store.open()
  try {
    checkKept(entries, store.place)
    return entries
  } catch (fault) {
    await store.close()
    throw fault
  }
}
