import { createHash } from 'node:crypto'
import type { MediaKind } from 'tccc-wx-sdk/call'
import { Api } from 'tls-sig-api-v2/TLSSigAPIv2.js'

/** What lets one user into one room, until it runs out: nobody can take it back before. */
export interface RoomSignatures {
  readonly userId: string
  readonly userSig: string
  readonly privateMapKey: string
}

export type Sign = (roomId: string, name: string, media: MediaKind) => RoomSignatures

/** Create and enter the room, send and receive sound; 16 and 32 more for pictures. Screen sharing is nobody's. */
const privileges: Readonly<Record<MediaKind, number>> = { audio: 15, video: 63 }

/**
 * The name of a user in one room. TRTC takes 32 signs of `a-zA-Z0-9_-` and lets a name be in one room at a time, so each
 * room has its own; and the vendor learns nobody's id.
 */
export const nameIn = (roomId: string, name: string): string =>
  createHash('sha256').update(`${roomId} ${name}`).digest('base64url').slice(0, 32)

/** Signs with the key of the TRTC application. */
export function createSign(sdkAppId: number, secretKey: string, lifeMs: number): Sign {
  const api = new Api(sdkAppId, secretKey)
  const lifeS = Math.ceil(lifeMs / 1_000)
  return (roomId, name, media) => {
    const userId = nameIn(roomId, name)
    return {
      userId,
      userSig: api.genUserSig(userId, lifeS),
      privateMapKey: api.genPrivateMapKeyWithStringRoomID(userId, lifeS, roomId, privileges[media]),
    }
  }
}
