/** The address that live-pusher enters. It holds the user's signature: never log it. */
import type { MediaKind, Room } from '../events/messages'

/** `encodeURIComponent` leaves `!'()*` alone; nothing of a value may reach the address unescaped. */
const encode = (value: string): string =>
  encodeURIComponent(value).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)

export const pushAddress = (room: Room, media: MediaKind): string => {
  if (room.kind === 'url') return room.pushUrl
  const parameters: readonly (readonly [string, string])[] = [
    ['sdkappid', String(room.sdkAppId)],
    ['strroomid', room.roomId],
    ['userid', room.userId],
    ['usersig', room.userSig],
    ['appscene', 'videocall'],
    ['cloudenv', 'PRO'],
    ['encsmall', '0'],
    ...(media === 'audio' ? [['pureaudiomode', '1'] as const] : []),
    ...(room.privateMapKey === undefined ? [] : [['privatemapkey', room.privateMapKey] as const]),
  ]
  return `room://cloud.tencent.com/rtc?${parameters.map(([name, value]) => `${name}=${encode(value)}`).join('&')}`
}
