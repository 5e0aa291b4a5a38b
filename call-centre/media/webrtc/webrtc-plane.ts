import type { MediaPlane } from '../media-plane'
import type { RoomKeys } from './room-keys'

/** The name of a seat in its room. */
const roomUser = (seatId: string): string => `seat-${seatId}`

/**
 * The two ends are browsers and meet at the room's door. The customer's is the phone page, whose `live-pusher` knows rooms
 * by the address of TRTC, so the room is told in those words.
 */
export function createWebrtcPlane(sdkAppId: string, keys: RoomKeys): MediaPlane {
  return {
    customerRoom({ roomId, userId }) {
      return { kind: 'trtc', sdkAppId: Number(sdkAppId), roomId, userId, userSig: keys.grant(roomId, userId) }
    },
    seatRoom({ roomId }, seatId) {
      const userId = roomUser(seatId)
      return { plane: 'webrtc', roomId, userId, userSig: keys.grant(roomId, userId) }
    },
    seatLeaves({ roomId }, seatId) {
      keys.revoke(roomId, roomUser(seatId))
    },
    end({ roomId }) {
      keys.revoke(roomId)
    },
  }
}
