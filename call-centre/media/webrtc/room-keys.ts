import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { Shelf } from '../../server/state/shelf'

/** Who may enter which room: each end of each call gets a secret of its own. */
export interface RoomKeys {
  /** A new `userSig`; an older one of the same user in the same room is void. */
  grant(roomId: string, userId: string): string
  /** Without `userId`: everybody. Whoever is inside is shown out by the room. */
  revoke(roomId: string, userId?: string): void
  /** Whether this user has been let into this room. */
  isLetIn(roomId: string, userId: string): boolean
  fits(roomId: string, userId: string, userSig: string): boolean
}

export function createRoomKeys(revoked: (roomId: string, userId: string) => void, shelf: Shelf): RoomKeys {
  const rooms = new Map<string, Map<string, string>>()
  for (const [roomId, room] of shelf.all('room') as ReadonlyMap<string, readonly [string, string][]>) {
    rooms.set(roomId, new Map(room))
  }
  return {
    grant(roomId, userId) {
      const userSig = randomBytes(24).toString('base64url')
      const room = rooms.get(roomId) ?? new Map<string, string>()
      rooms.set(roomId, room.set(userId, userSig))
      shelf.put('room', roomId, () => [...room])
      return userSig
    },
    revoke(roomId, userId) {
      const room = rooms.get(roomId) ?? new Map<string, string>()
      for (const leaver of userId === undefined ? [...room.keys()] : [userId]) {
        if (room.delete(leaver)) revoked(roomId, leaver)
      }
      if (room.size > 0) return
      rooms.delete(roomId)
      shelf.remove('room', roomId)
    },
    isLetIn: (roomId, userId) => rooms.get(roomId)?.has(userId) === true,
    fits(roomId, userId, userSig) {
      const expected = Buffer.from(rooms.get(roomId)?.get(userId) ?? '')
      const given = Buffer.from(userSig)
      return expected.length > 0 && expected.length === given.length && timingSafeEqual(expected, given)
    },
  }
}
