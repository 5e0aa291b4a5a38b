import type { Clock } from '../../server/sessions/clock'
import type { Post } from '../../server/state/post'
import type { Shelf } from '../../server/state/shelf'
import type { RoomApi } from './room-api'

interface Parts {
  readonly api: RoomApi
  readonly clock: Clock
  readonly shelf: Shelf
  readonly post: Post
}

/** Whoever is in the room has to leave it at this moment of the centre's clock; without `userId` it is everybody. */
interface Farewell {
  readonly roomId: string
  readonly userId?: string
  readonly dueAt: number
}

const kind = 'farewell'

/** Both ends have heard by then that it is over, and have left by themselves. */
const politeMs = 2_000

/**
 * Rooms that are to be closed, and seats to be shown out. What is not done yet is kept: whoever comes after this process
 * does it. To close a room twice does no harm.
 */
export function createFarewells({ api, clock, shelf, post }: Parts): (about: Omit<Farewell, 'dueAt'>) => void {
  const wait = (name: string, { roomId, userId, dueAt }: Farewell): void => {
    const settled = (): void => {
      shelf.remove(kind, name)
    }
    const act = (): void => {
      if (userId === undefined) api.dismiss(roomId, settled)
      else api.remove(roomId, userId, settled)
    }
    clock.after(Math.max(0, dueAt - clock.now()), () => {
      post.send(act)
    })
  }
  for (const [name, farewell] of shelf.all(kind) as ReadonlyMap<string, Farewell>) wait(name, farewell)
  return (about) => {
    const name = `${about.roomId} ${about.userId ?? ''}`
    const farewell = { ...about, dueAt: clock.now() + politeMs }
    shelf.put(kind, name, () => farewell)
    wait(name, farewell)
  }
}
