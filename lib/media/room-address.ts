/** The address that live-pusher enters. It holds the user's signature: never log it. */
import type { MediaKind, Room } from '../events/messages'

/** `encodeURIComponent` leaves `!'()*` alone; nothing of a value may reach the address unescaped. */
const encode = (value: string): string =>
  encodeURIComponent(value).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)

type Parameter = readonly [name: string, value: string]

const given = (name: string, value: string | undefined): readonly Parameter[] =>
  value === undefined ? [] : [[name, value]]

export const pushAddress = (room: Room, media: MediaKind): string => {
  if (room.kind === 'url') return room.pushUrl
  const parameters: readonly Parameter[] = [
    ['sdkappid', String(room.sdkAppId)],
    [room.isNumericRoom === true ? 'roomid' : 'strroomid', room.roomId],
    ['userid', room.userId],
    ['usersig', room.userSig],
    ['appscene', 'videocall'],
    ['cloudenv', 'PRO'],
    ['encsmall', '0'],
    ...given('pureaudiomode', media === 'audio' ? '1' : undefined),
    ...given('privatemapkey', room.privateMapKey),
    ...given('streamid', room.streamId),
    ...given('userdefinerecordid', room.userDefineRecordId),
  ]
  return `room://cloud.tencent.com/rtc?${parameters.map(([name, value]) => `${name}=${encode(value)}`).join('&')}`
}
