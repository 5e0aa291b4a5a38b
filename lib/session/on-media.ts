import type { MediaEvent } from '../events/event'
import { playerMeaning } from '../status-codes/player-codes'
import { pusherMeaning, type PusherMeaning } from '../status-codes/pusher-codes'
import { interrupted, isAway } from './on-environment'
import { remoteIn, retriesAfter } from './leg'
import { causeOf, localFailed, mediaEnded } from './on-media-failure'
import { isSilent, remoteJoined, remoteLeft, remoteListed } from './on-remote-users'
import { isConnected, type Leg, type Session, type WantedSwitches } from './session'
import { again, applied } from './wanted'

type Of<Type extends MediaEvent['type']> = Extract<MediaEvent, { type: Type }>
type PusherEvent = Of<'pusher/status' | 'pusher/error'>
type ConnectedSession = Extract<Session, { readonly room: unknown }>

/** Only a room that is entered proves that what failed is back. */
const localIn = (session: ConnectedSession, state: Leg['state'], at: number): Session => {
  const { local } = session
  if (local.state === state || (local.state === 'failed' && state !== 'up')) return session
  const next = { ...session, retries: retriesAfter(local, session.retries, at), local: { state, since: at } }
  if (state !== 'reconnecting') return next
  return {
    ...next,
    microphone: again(session.microphone),
    camera: again(session.camera),
    facing: again(session.facing),
  }
}

const connecting = (session: ConnectedSession, at: number): Session =>
  session.local.state === 'up' ? session : localIn(session, 'connecting', at)

/** A room is entered also by who cannot open the microphone. */
const entered = (session: ConnectedSession, at: number): Session =>
  (session.local.failure?.error ?? null) === null ? localIn(session, 'up', at) : session

/** The call goes on without the picture. A camera that is not wanted cannot be missed. */
const cameraFailed = (session: Session): Session =>
  session.camera.desired === 'on' ? { ...session, camera: { desired: 'on', actual: 'off', state: 'failed' } } : session

const cause = ({ code, message }: PusherEvent): string => causeOf('live-pusher', code, message)

type OnPusher = (session: ConnectedSession, event: PusherEvent, at: number) => Session

const ON_PUSHER: Readonly<Record<PusherMeaning, OnPusher>> = {
  connecting: (session, _, at) => connecting(session, at),
  pushing: (session, _, at) => (session.room?.kind === 'trtc' ? connecting(session, at) : entered(session, at)),
  entered: (session, _, at) => entered(session, at),
  reconnecting: (session, _, at) => localIn(session, 'reconnecting', at),
  // While another room is entered, or the same one anew, this is the echo of the last.
  left: (session, event, at) => (session.local.state === 'up' ? localFailed(session, cause(event), null, at) : session),
  remoteJoined: (session, { message }, at) => remoteJoined(session, message, at),
  remoteUsers: (session, { message }, at) => remoteListed(session, message, at),
  remoteLeft: (session, { message }, at) => remoteLeft(session, message, at),
  microphoneTurned: (session) => ({ ...session, microphone: applied(session.microphone, session.microphone.desired) }),
  interrupted: (session, _, at) => interrupted(session, isAway(session) ? 'windowClosed' : 'call', at),
  suspended: (session, _, at) => interrupted(session, 'suspended', at),
  cameraFailed,
  cameraRefused: cameraFailed,
  microphoneFailed: (session, event, at) => localFailed(session, cause(event), 'MICROPHONE_FAILED', at),
  microphoneRefused: (session, event, at) => mediaEnded(session, 'MICROPHONE_REFUSED', cause(event), at),
  roomDead: (session, event, at) => localFailed(session, cause(event), null, at),
  roomRefused: (session, event, at) => mediaEnded(session, 'ROOM_FAILED', cause(event), at),
  nothing: (session) => session,
}

/**
 * `error` events carry codes of the same table. Media of a call that is not connected are the echo of one that is over;
 * so are those of a room that was left to ask for a fresh one.
 */
export const pusherStatus = (session: Session, event: PusherEvent, at: number): Session => {
  const meaning = pusherMeaning(event)
  if (meaning === undefined || !isConnected(session)) return session
  const isEcho = session.room === null && session.local.state === 'failed'
  return isEcho ? session : ON_PUSHER[meaning](session, event, at)
}

/** A player that gave up is tried again. One of a seat that is silent had nothing to play: the room says when it has. */
export const playerStatus = (session: Session, event: Of<'player/status'>, at: number): Session => {
  const meaning = playerMeaning(event)
  if (meaning === undefined || meaning === 'nothing' || !isConnected(session)) return session
  const { remote } = session
  if (remote.playUrl === '' || meaning === remote.state) return session
  if (meaning === 'connecting' && remote.state === 'up') return session
  const next = { ...session, retries: retriesAfter(remote, session.retries, at) }
  if (meaning !== 'failed' && meaning !== 'dead') return { ...next, remote: remoteIn(remote, meaning, at) }
  if (isSilent(remote)) return { ...next, remote: remoteIn(remote, 'off', at) }
  const failure = { cause: causeOf('live-player', event.code, event.message), error: null }
  const playUrl = meaning === 'dead' ? '' : remote.playUrl
  return { ...next, remote: { ...remoteIn(remote, 'failed', at), playUrl, failure } }
}

/** What is set in the background may never reach the tags: it is so when it is set again in the foreground. */
export const mediaApplied = (session: Session, event: Of<'media/applied'>): Session => {
  if (!isConnected(session) || isAway(session)) return session
  const switches: WantedSwitches = session
  const now = {
    microphone: applied(switches.microphone, event.microphone),
    soundMode: applied(switches.soundMode, event.soundMode),
    camera: applied(switches.camera, event.camera),
    facing: applied(switches.facing, event.facing),
  }
  return { ...session, ...now }
}

export const mediaFailed = (session: Session, { target }: Of<'media/failed'>): Session => {
  if (!isConnected(session)) return session
  if (target === 'camera') return cameraFailed(session)
  return { ...session, [target]: { ...session[target], state: 'failed' } }
}
