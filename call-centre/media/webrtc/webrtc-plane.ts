import type { MediaPlane } from '../media-plane'
import type { RoomKeys } from './room-keys'

const seatPrefix = 'seat-'
/** The name of a seat in its room. */
const roomUser = (seatId: string): string => `${seatPrefix}${seatId}`

/** The desks' half of a plane whose rooms are at `/room`. */
export const seatRooms = (keys: RoomKeys): Pick<MediaPlane, 'seatRoom' | 'seatLeaves'> => ({
  seatRoom({ roomId }, seatId) {
    const userId = roomUser(seatId)
    return { plane: 'webrtc', roomId, userId, userSig: keys.grant(roomId, userId) }
  },
  seatLeaves({ roomId }, seatId) {
    keys.revoke(roomId, roomUser(seatId))
  },
})

/** The keys of desks alone: what else has a key of a room enters it elsewhere. */
export const deskKeys = (keys: RoomKeys): Pick<RoomKeys, 'fits'> => ({
  fits: (roomId, userId, userSig) => userId.startsWith(seatPrefix) && keys.fits(roomId, userId, userSig),
})

/**
 * The two ends are browsers and meet at the room's door. The customer's is the phone page, whose `live-pusher` knows rooms
 * by the address of TRTC, so the room is told in those words.
 */
export function createWebrtcPlane(sdkAppId: string, keys: RoomKeys): MediaPlane {
  return {
    ...seatRooms(keys),
    canBeHeard: () => true,
    customerRoom({ roomId, userId }) {
      return { kind: 'trtc', sdkAppId: Number(sdkAppId), roomId, userId, userSig: keys.grant(roomId, userId) }
    },
    end({ roomId }) {
      keys.revoke(roomId)
    },
  }
}
