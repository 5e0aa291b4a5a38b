import type { RoomNotice } from './browser/room-messages'
import type { Clock } from '../../server/sessions/clock'
import type { ClientSocket } from '../../server/signalling/client-socket'

/** A page, as it says of itself. */
export interface Page {
  /** What names it, while it stays open, to nobody but the room. */
  readonly visit: unknown
  /** The names of its connections, which its peers know as well. */
  readonly connections: readonly string[]
}

interface Guest {
  page: Page
  /** `null`: it was lost, and may come back. */
  socket: ClientSocket | null
  stopWaiting: () => void
}

type Room = ReadonlyMap<string, Guest>

const EMPTY: Room = new Map()

/** Voice goes on between the two ends while only the room is away, and a page tries again after 300 ms. */
const GRACE_MS = 5_000
/** Close codes of a socket that nobody closed: cut, or given up as silent. */
const CUT = [1006, 4408]

/** Who is in which room. */
export class Rooms {
  private readonly rooms = new Map<string, Map<string, Guest>>()

  constructor(private readonly clock: Clock) {}

  /**
   * Newest wins: an older socket of the same user is closed. Who comes back on the same `visit` goes on with the peers of
   * before, and so does whoever is connected with somebody here, of whom a new process knows nothing; anybody else is a
   * newcomer.
   */
  join(roomId: string, userId: string, page: Page, socket: ClientSocket): void {
    const room = this.room(roomId)
    const guest = room.get(userId)
    guest?.socket?.close(4409, 'joined again')
    if (guest && page.visit !== undefined && guest.page.visit === page.visit) {
      guest.stopWaiting()
      Object.assign(guest, { page, socket } satisfies Partial<Guest>)
      const peers = [...room.keys()].filter((other) => other !== userId)
      tell(socket, { type: 'room/joined', peers, resumed: true })
    } else {
      this.enter(roomId, userId, page, socket)
    }
  }

  /** A socket has closed with `code`. One that was cut leaves its user in the room for a moment. */
  lose(roomId: string, userId: string, socket: ClientSocket, code: number): void {
    const guest = this.room(roomId).get(userId)
    if (guest?.socket !== socket) return
    if (guest.page.visit === undefined || !CUT.includes(code)) {
      this.leave(roomId, userId)
      return
    }
    guest.socket = null
    guest.stopWaiting = this.clock.after(GRACE_MS, () => {
      this.leave(roomId, userId)
    })
  }

  /** Passes on what one says to another. */
  signal(roomId: string, userId: string, to: string, data: unknown): void {
    const peer = this.room(roomId).get(to)
    if (peer?.socket) tell(peer.socket, { type: 'room/signal', from: userId, data })
    // Who is away misses it, so both begin anew.
    else if (peer) this.leave(roomId, to)
  }

  find(roomId: string, userId: string): ClientSocket | undefined {
    return this.room(roomId).get(userId)?.socket ?? undefined
  }

  private room(roomId: string): Room {
    return this.rooms.get(roomId) ?? EMPTY
  }

  private enter(roomId: string, userId: string, page: Page, socket: ClientSocket): void {
    this.leave(roomId, userId)
    // Who is away would never hear of the newcomer.
    for (const [other, guest] of this.room(roomId)) if (!guest.socket) this.leave(roomId, other)
    const room = this.rooms.get(roomId) ?? new Map<string, Guest>()
    this.rooms.set(roomId, room)
    const resumed = [...room.values()].some((guest) => areConnected(guest.page, page))
    tell(socket, { type: 'room/joined', peers: [...room.keys()], resumed })
    if (!resumed) tellAll(room, { type: 'room/peerJoined', userId })
    room.set(userId, { page, socket, stopWaiting: () => undefined })
  }

  private leave(roomId: string, userId: string): void {
    const room = this.rooms.get(roomId)
    room?.get(userId)?.stopWaiting()
    if (!room?.delete(userId)) return
    tellAll(room, { type: 'room/peerLeft', userId })
    if (room.size === 0) this.rooms.delete(roomId)
  }
}

function areConnected(one: Page, other: Page): boolean {
  return one.connections.some((name) => other.connections.includes(name))
}

export function tell(socket: ClientSocket, notice: RoomNotice): void {
  socket.send(JSON.stringify(notice))
}

function tellAll(room: Room, notice: RoomNotice): void {
  for (const { socket } of room.values()) if (socket) tell(socket, notice)
}
