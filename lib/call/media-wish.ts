/** What the media tags of the phone should be doing, derived from the session and from nothing else. */
import type { MediaKind, Room } from '../link/messages'
import { type Facing, otherFacing, type SoundMode } from './intents'
import { isConnected, type RemoteLeg, type Session } from './session'

export interface MediaWish {
  /** The address for live-pusher; empty: the pusher must be stopped and gone, the microphone released. */
  readonly pushUrl: string
  /** The address for live-player; empty: no player. */
  readonly playUrl: string
  readonly microphone: boolean
  readonly soundMode: SoundMode
  /** Whether the call has pictures at all. */
  readonly video: boolean
  /** Whether the customer's picture is sent: only in a video call, and not with a camera that failed. */
  readonly camera: boolean
  readonly facing: Facing
}

const silence: MediaWish = {
  pushUrl: '',
  playUrl: '',
  microphone: false,
  soundMode: 'speaker',
  video: false,
  camera: false,
  facing: 'front',
}

/** `encodeURIComponent` leaves `!'()*` alone; nothing of a value may reach the address unescaped. */
const encode = (value: string): string =>
  encodeURIComponent(value).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)

type Parameter = readonly [name: string, value: string]

const given = (name: string, value: string | undefined): readonly Parameter[] =>
  value === undefined ? [] : [[name, value]]

/** The address that live-pusher enters. It holds the user's signature: never log it. */
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

/** A player that gave up goes, so that the next try has a new one. */
const isPlayed = ({ state }: RemoteLeg): boolean => state !== 'off' && state !== 'failed'

/** `turned`: the sound mode is not what is wished for but the other one, for the moment of a recovery. */
export const mediaWish = (session: Session, turned = false): MediaWish => {
  if (!isConnected(session) || session.room === null) return silence
  return {
    pushUrl: pushAddress(session.room, session.media),
    playUrl: isPlayed(session.remote) ? session.remote.playUrl : '',
    microphone: session.microphone.desired === 'on',
    soundMode: turned === (session.soundMode.desired === 'ear') ? 'speaker' : 'ear',
    video: session.media === 'video',
    camera: session.camera.desired === 'on' && session.camera.state !== 'failed',
    // The phone that could not turn to one camera still has the other.
    facing: session.facing.state === 'failed' ? otherFacing(session.facing.desired) : session.facing.desired,
  }
}
