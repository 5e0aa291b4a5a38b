import type { MediaPlane, RoomOfCall } from '../media-plane'
import type { Farewells } from './farewells'
import { nameIn, type Sign } from './signatures'

export interface TrtcParts {
  readonly sdkAppId: number
  readonly sign: Sign
  /** Absent: rooms are left to themselves. TRTC closes one that everybody has left. */
  readonly farewells: Farewells | undefined
}

/** Where the vendor's web SDK connects to (trtc.io/document/34399). */
export const trtcHosts: readonly string[] = [
  'yun.tim.qq.com',
  ...[
    'rtc.qcloud.com',
    'rtc.qq.com',
    'cloud-rtc.com',
    'my-imcloud.com',
    'cloud-rtc.net',
    'rtc-web.com',
    'rtc-web.io',
  ].map((domain) => `*.${domain}`),
].flatMap((host) => [`https://${host}`, `wss://${host}`])

const seatName = (seatId: string): string => `seat ${seatId}`

/** Tencent's rooms: the phone enters by its `live-pusher`, the desk by the vendor's web SDK. */
export function createTrtcPlane({ sdkAppId, sign, farewells }: TrtcParts): MediaPlane {
  return {
    canBeHeard: () => true,
    customerRoom({ roomId, userId, media }) {
      return { kind: 'trtc', sdkAppId, roomId, ...sign(roomId, `customer ${userId}`, media) }
    },
    seatRoom({ roomId, media }, seatId) {
      const signed = sign(roomId, seatName(seatId), media)
      farewells?.callOff({ roomId, userId: signed.userId })
      return { plane: 'trtc', sdkAppId, roomId, ...signed }
    },
    seatLeaves({ roomId }, seatId) {
      farewells?.bid({ roomId, userId: nameIn(roomId, seatName(seatId)) })
    },
    end(call) {
      if (wasEntered(call)) farewells?.bid({ roomId: call.roomId })
    },
  }
}

/** A room that nobody was sent to is not there. */
const wasEntered = ({ servings }: RoomOfCall): boolean => servings.some(({ acceptedAt }) => acceptedAt !== undefined)
