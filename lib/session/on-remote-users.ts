/** Whom the customer hears, by the lists of the room. */
import { type RemoteUser, remoteUsers } from '../status-codes/remote-users'
import { remoteIn } from './leg'
import type { RemoteLeg, Session } from './session'

const playable = (message: string | undefined): readonly RemoteUser[] =>
  remoteUsers(message).filter(({ playUrl }) => playUrl !== '')

/** A stream that had nothing to play, or that was given up, is tried when the room names it again. */
const isPlayed = ({ state }: RemoteLeg): boolean => state !== 'off' && state !== 'failed'

/** By the word of the room. */
export const isSilent = ({ hasAudio, hasVideo }: RemoteLeg): boolean => hasAudio === false && hasVideo !== true

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

/** Who left is in the list; a list that names nobody is about the one who is heard. */
export const remoteLeft = (session: Session, message: string | undefined, at: number): Session => {
  const left = remoteUsers(message)
  const isHeard = left.length === 0 || left.some(({ userId }) => userId === session.remote.userId)
  const { state, userId, playUrl } = session.remote
  if (userId === '' || !isHeard || (state === 'off' && playUrl === '')) return session
  return { ...session, remote: { state: 'off', since: at, playUrl: '', userId } }
}
