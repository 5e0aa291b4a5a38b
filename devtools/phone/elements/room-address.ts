/** The addresses of WeChat's room protocol, which `live-pusher` and `live-player` take. */
export interface RoomAddress {
  readonly roomId: string
  readonly userId: string
  /** The user's signature: never log it. */
  readonly userSig: string
}

const PREFIX = 'room://cloud.tencent.com/rtc?'

/** Null when it is no push address of a room: another scheme, or a part is missing. */
export const parseRoomAddress = (url: string): RoomAddress | null => {
  if (!url.startsWith(PREFIX)) return null
  const query = new URLSearchParams(url.slice(PREFIX.length))
  const roomId = query.get('strroomid') ?? query.get('roomid')
  const userId = query.get('userid')
  const userSig = query.get('usersig')
  return roomId && userId && userSig ? { roomId, userId, userSig } : null
}

export const playAddress = (userId: string): string => `${PREFIX}userid=${encodeURIComponent(userId)}&streamtype=main`
