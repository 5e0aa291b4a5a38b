/** Whom the customer hears, by the lists of the room and by live-player. */
import { redactText } from '../errors/redact-text'
import { playerMeaning } from '../status-codes/status-codes'
import { type RemoteUser, remoteUsers } from '../status-codes/remote-users'
import {
  isConnected,
  type Leg,
  type LegFailure,
  only,
  type RemoteLeg,
  type Session,
  type Step,
  TURN_SOUND,
} from './session'
import type { MediaEvent } from './event'
import { voiceHeard } from './phone'
import { again } from './switches'

/** Media that were well for so long fail for the first time again. */
const STEADY_MS = 30_000

/** How often they were tried again, when this leg is left now. */
export const retriesAfter = ({ state, since }: Leg, retries: number, at: number): number =>
  state === 'up' && at - since >= STEADY_MS ? 0 : retries

type Changing = Omit<RemoteLeg, 'failure'> & { failure?: LegFailure }

/** The same stream in another state, in which the last failure is over. */
export const remoteIn = (remote: RemoteLeg, state: Leg['state'], at: number): RemoteLeg => {
  const leg: Changing = { ...remote, state, since: at }
  delete leg.failure
  return leg
}

const playable = (message: string | undefined): readonly RemoteUser[] =>
  remoteUsers(message).filter(({ playUrl }) => playUrl !== '')

/** A stream that had nothing to play, or that was given up, is tried when the room names it again. */
const isPlayed = ({ state }: RemoteLeg): boolean => state !== 'off' && state !== 'failed'

/** By the word of the room. */
const isSilent = ({ hasAudio, hasVideo }: RemoteLeg): boolean => hasAudio === false && hasVideo !== true

const remoteIs = (session: Session, user: RemoteUser | undefined, at: number): Session => {
  const { remote } = session
  if (user === undefined) return session
  if (user.playUrl !== remote.playUrl) return { ...session, remote: { state: 'connecting', since: at, ...user } }
  const same = { ...remote, ...user }
  return { ...session, remote: isPlayed(remote) || isSilent(same) ? same : remoteIn(same, 'connecting', at) }
}

/** Who joins last is heard: in a transfer the new seat may come before the old one has left. */
export const remoteJoined = (session: Session, message: string | undefined, at: number): Session => {
  const users = playable(message)
  const others = users.filter(({ userId }) => userId !== session.remote.userId)
  return remoteIs(session, [...users, ...others].pop(), at)
}

/** A list that does not name who is heard says nothing about that one. */
export const remoteListed = (session: Session, message: string | undefined, at: number): Session => {
  const users = playable(message)
  const heard = users.find(({ userId }) => userId === session.remote.userId)
  return remoteIs(session, session.remote.playUrl === '' ? users[0] : heard, at)
}

/**
 * Who left is in the list, perhaps only because a muted seat sends nothing: that it was muted is kept. A list that names
 * nobody is about the one who is heard.
 */
export const remoteLeft = (session: Session, message: string | undefined, at: number): Session => {
  const left = remoteUsers(message)
  const isHeard = left.length === 0 || left.some(({ userId }) => userId === session.remote.userId)
  const { state, userId, playUrl, hasAudio } = session.remote
  if (userId === '' || !isHeard || (state === 'off' && playUrl === '')) return session
  const muted = hasAudio === false ? { hasAudio } : {}
  return { ...session, remote: { state: 'off', since: at, playUrl: '', userId, ...muted } }
}

const LONGEST_WORDS = 200

/** The words of the phone, without addresses, signatures and ids of users: a cause is sent and shown. */
export const causeOf = (tag: string, code: number, message = ''): string => {
  const name = `${tag} ${String(code)}`
  if (message === '') return name
  const words = /userlist|userid/i.test(message) ? '[users]' : redactText(message)
  return `${name}: ${words.slice(0, LONGEST_WORDS)}`
}

/** For so long, what is told of a route is the echo of the sound mode that was turned. */
const ECHO_MS = 3_000

/**
 * Some iPhones turn the loudspeaker to the earpiece when the microphone is muted, and say no more than that the sound goes
 * another way. While another sound has the phone, its end sets all again.
 */
const rerouted = (session: Session, at: number): Step => {
  const { remote, soundMode, interruption } = session
  const isEcho = remote.reroutedAt !== undefined && at - remote.reroutedAt < ECHO_MS
  if (remote.state !== 'up' || interruption !== null || isEcho) return only(session)
  return [{ ...session, soundMode: again(soundMode), remote: { ...remote, reroutedAt: at } }, [TURN_SOUND]]
}

/** A player that gave up is tried again. One of a seat that is silent had nothing to play: the room says when it has. */
export const playerStatus = (
  session: Session,
  event: Extract<MediaEvent, { type: 'player/status' }>,
  at: number,
): Step => {
  const meaning = playerMeaning(event)
  if (meaning === undefined || meaning === 'nothing' || !isConnected(session)) return only(session)
  const { remote } = session
  if (remote.playUrl === '') return only(session)
  if (meaning === 'rerouted') return rerouted(session, at)
  if (meaning === remote.state) return meaning === 'up' ? voiceHeard(session) : only(session)
  if (meaning === 'connecting' && remote.state === 'up') return only(session)
  const next = { ...session, retries: retriesAfter(remote, session.retries, at) }
  if (meaning === 'up') return voiceHeard({ ...next, remote: remoteIn(remote, 'up', at) })
  if (meaning !== 'failed' && meaning !== 'dead') return only({ ...next, remote: remoteIn(remote, meaning, at) })
  if (isSilent(remote)) return only({ ...next, remote: remoteIn(remote, 'off', at) })
  const failure = { cause: causeOf('live-player', event.code, event.message), error: null }
  const playUrl = meaning === 'dead' ? '' : remote.playUrl
  return only({ ...next, remote: { ...remoteIn(remote, 'failed', at), playUrl, failure } })
}
