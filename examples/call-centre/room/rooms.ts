import type { WebSocket } from 'ws'
import type { RoomNotice } from '../../room/room-messages'
import { write } from '../write'

/** Who is in which room. */
export interface Rooms {
  /** Newest wins: an older socket of the same user is closed. */
  join(roomId: string, userId: string, socket: WebSocket): void
  leave(roomId: string, userId: string, socket: WebSocket): void
  find(roomId: string, userId: string): WebSocket | undefined
}

export function createRooms(): Rooms {
  const rooms = new Map<string, Map<string, WebSocket>>()
  const leave = (roomId: string, userId: string, socket: WebSocket): void => {
    const room = rooms.get(roomId)
    if (room?.get(userId) !== socket) return
    room.delete(userId)
    for (const peer of room.values()) tell(peer, { type: 'room/peerLeft', userId })
    if (room.size === 0) rooms.delete(roomId)
  }
  return {
    leave,
    join(roomId, userId, socket) {
      const older = rooms.get(roomId)?.get(userId)
      if (older) leave(roomId, userId, older)
      older?.close(4409, 'joined again')
      const room = rooms.get(roomId) ?? new Map<string, WebSocket>()
      rooms.set(roomId, room)
      tell(socket, { type: 'room/joined', peers: [...room.keys()] })
      for (const peer of room.values()) tell(peer, { type: 'room/peerJoined', userId })
      room.set(userId, socket)
    },
    find: (roomId, userId) => rooms.get(roomId)?.get(userId),
  }
}

export function tell(socket: WebSocket, notice: RoomNotice): void {
  write(socket, JSON.stringify(notice))
}
