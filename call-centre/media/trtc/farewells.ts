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

type About = Omit<Farewell, 'dueAt'>

export interface Farewells {
  readonly bid: (about: About) => void
  /** Who was to be shown out has been let in again. */
  readonly callOff: (about: About) => void
}

const nameOf = ({ roomId, userId = '' }: About): string => `${roomId} ${userId}`

/**
 * Rooms that are to be closed, and seats to be shown out, each once. What is not done yet is kept: whoever comes after this
 * process does it. To close a room twice does no harm.
 */
export function createFarewells({ api, clock, shelf, post }: Parts): Farewells {
  const due = new Map<string, Farewell>()
  const forget = (name: string): void => {
    if (due.delete(name)) shelf.remove(kind, name)
  }
  const wait = (farewell: Farewell): void => {
    const { roomId, userId, dueAt } = farewell
    const name = nameOf(farewell)
    const isStill = (): boolean => due.get(name) === farewell
    const settled = (): void => {
      if (isStill()) forget(name)
    }
    const act = (): void => {
      if (!isStill()) return
      if (userId === undefined) api.dismiss(roomId, settled)
      else api.remove(roomId, userId, settled)
    }
    due.set(name, farewell)
    clock.after(Math.max(0, dueAt - clock.now()), () => {
      post.send(act)
    })
  }
  for (const farewell of (shelf.all(kind) as ReadonlyMap<string, Farewell>).values()) wait(farewell)
  return {
    bid(about) {
      const farewell = { ...about, dueAt: clock.now() + politeMs }
      shelf.put(kind, nameOf(about), () => farewell)
      wait(farewell)
    },
    callOff(about) {
      forget(nameOf(about))
    },
  }
}

/** For a centre that cannot say them: what was kept would stay for ever. */
export function forgetFarewells(shelf: Shelf): void {
  for (const name of shelf.all(kind).keys()) shelf.remove(kind, name)
}
