import { blot } from '../errors/blot'
import type { MediaEvent } from '../events/event'
import { PLAYER_CODES } from '../status-codes/player-codes'
import { PUSHER_CODES } from '../status-codes/pusher-codes'
import { type RemoteUser, remoteUsers } from '../status-codes/remote-users'
import { finish } from './finish'
import { interrupted, isAway } from './on-environment'
import { isConnected, type Leg, type Session, type WantedSwitches } from './session'
import { again, applied } from './wanted'

type Of<Type extends MediaEvent['type']> = Extract<MediaEvent, { type: Type }>

const legIn = (leg: Leg, state: Leg['state'], at: number): Leg => (leg.state === state ? leg : { state, since: at })

const localIn = (session: Session, state: Leg['state'], at: number): Session => {
  const local = legIn(session.local, state, at)
  if (local === session.local) return session
  if (state !== 'reconnecting') return { ...session, local }
  return {
    ...session,
    local,
    microphone: again(session.microphone),
    camera: again(session.camera),
    facing: again(session.facing),
  }
}

const playable = (message: string | undefined): readonly RemoteUser[] =>
  remoteUsers(message).filter(({ playUrl }) => playUrl !== '')

const remoteIs = (session: Session, user: RemoteUser | undefined, at: number): Session =>
  user === undefined || user.playUrl === session.remote.playUrl
    ? session
    : { ...session, remote: { state: 'connecting', since: at, ...user } }

/** Who joins last is heard: in a transfer the new seat may come before the old one has left. */
const remoteJoined = (session: Session, message: string | undefined, at: number): Session => {
  const users = playable(message)
  const others = users.filter(({ userId }) => userId !== session.remote.userId)
  return remoteIs(session, [...users, ...others].pop(), at)
}

/** A list that does not name who is heard says nothing about that one. */
const remoteListed = (session: Session, message: string | undefined, at: number): Session => {
  const users = playable(message)
  const heard = users.find(({ userId }) => userId === session.remote.userId)
  return remoteIs(session, session.remote.playUrl === '' ? users[0] : heard, at)
}

/** Who left is in the list; a list that names nobody is about the one who is heard. */
const remoteLeft = (session: Session, message: string | undefined, at: number): Session => {
  const left = remoteUsers(message)
  const isHeard = left.length === 0 || left.some(({ userId }) => userId === session.remote.userId)
  if (session.remote.state === 'off' || !isHeard) return session
  return { ...session, remote: { state: 'off', since: at, playUrl: '', userId: '' } }
}

const LONGEST_WORDS = 200

/** The words of the phone, without addresses, signatures and ids of users: a cause is sent and shown. */
const causeOf = ({ code, message }: Of<'pusher/status'>): string => {
  const name = `live-pusher ${String(code)}`
  if (message === undefined || message === '') return name
  const words = /userlist|userid/i.test(message) ? '[users]' : blot(message)
  return `${name}: ${words.slice(0, LONGEST_WORDS)}`
}

/** The call goes on without the picture. A camera that is not wanted cannot be missed. */
const cameraFailed = (session: Session): Session =>
  session.camera.desired === 'on' ? { ...session, camera: { desired: 'on', actual: 'off', state: 'failed' } } : session

/** Media of a call that is not connected are the echo of one that is over. */
export const pusherStatus = (session: Session, event: Of<'pusher/status'>, at: number): Session => {
  const meaning = PUSHER_CODES[event.code]
  if (meaning === undefined || !isConnected(session)) return session
  switch (meaning.means) {
    case 'connecting':
      return session.local.state === 'up' ? session : localIn(session, 'connecting', at)
    case 'entered':
      return localIn(session, 'up', at)
    case 'reconnecting':
      return localIn(session, 'reconnecting', at)
    case 'remoteJoined':
      return remoteJoined(session, event.message, at)
    case 'remoteUsers':
      return remoteListed(session, event.message, at)
    case 'remoteLeft':
      return remoteLeft(session, event.message, at)
    case 'cameraFailed':
      return cameraFailed(session)
    case 'microphoneTurned':
      return { ...session, microphone: applied(session.microphone, session.microphone.desired) }
    case 'interrupted':
      return interrupted(session, isAway(session) ? 'windowClosed' : 'call', at)
    case 'suspended':
      return interrupted(session, 'suspended', at)
    case 'failed':
      return finish(
        session,
        { closeBy: 'client', endStatus: 'clientError', cause: causeOf(event), error: meaning.error },
        at,
      )
  }
}

/** `error` events carry codes of the same table. */
export const pusherError = (session: Session, event: Of<'pusher/error'>, at: number): Session =>
  pusherStatus(session, { ...event, type: 'pusher/status' }, at)

export const playerStatus = (session: Session, event: Of<'player/status'>, at: number): Session => {
  const state = PLAYER_CODES[event.code]
  if (state === undefined || !isConnected(session) || session.remote.playUrl === '') return session
  if (state === session.remote.state || (state === 'connecting' && session.remote.state === 'up')) return session
  return { ...session, remote: { ...session.remote, state, since: at } }
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
