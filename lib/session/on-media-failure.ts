/** What becomes of media that fail: who else may know more is heard first, then they are mended, or the call ends. */
import { blot } from '../errors/blot'
import type { ErrorCode } from '../errors/codes'
import { finish } from './finish'
import { remoteIn, retriesAfter } from './leg'
import { isConnected, type Session } from './session'

type ConnectedSession = Extract<Session, { readonly room: unknown }>

/** How often they are tried again before it is told that they are lost. */
export const MOST_RETRIES = 3

const LONGEST_WORDS = 200

/** The words of the phone, without addresses, signatures and ids of users: a cause is sent and shown. */
export const causeOf = (tag: string, code: number, message = ''): string => {
  const name = `${tag} ${String(code)}`
  if (message === '') return name
  const words = /userlist|userid/i.test(message) ? '[users]' : blot(message)
  return `${name}: ${words.slice(0, LONGEST_WORDS)}`
}

export const mediaEnded = (session: ConnectedSession, error: ErrorCode, cause: string, at: number): Session =>
  finish(session, { closeBy: 'client', endStatus: 'clientError', cause, error }, at)

/**
 * The first failure is the one that counts. A microphone that another sound has taken away may come back with it: then
 * the room is entered anew, and only if it fails there too the call ends.
 */
export const localFailed = (session: ConnectedSession, cause: string, error: ErrorCode | null, at: number): Session => {
  if (session.local.state === 'failed') return session
  const retries = retriesAfter(session.local, session.retries, at)
  const kept = session.interruption === null ? error : null
  if (kept === null && (session.room === null || retries >= MOST_RETRIES)) {
    return mediaEnded(session, error ?? 'ROOM_FAILED', cause, at)
  }
  return { ...session, retries, local: { state: 'failed', since: at, failure: { cause, error: kept } } }
}

/** A room that is dead is left, so that its tags go, and a fresh one is asked for. */
const askRoom = (session: ConnectedSession, cause: string, at: number): Session => {
  const local = { state: 'failed', since: at, failure: { cause, error: null } } as const
  return { ...session, local, room: null, retries: session.retries + 1 }
}

/** Whether live-pusher has the address of a room, and has not entered it. */
export const isEntering = ({ local, microphone }: Session): boolean =>
  local.state === 'connecting' && microphone.actual !== null

/** The pause after a failure is over, or the wait for a fresh room, or for the room to be entered. */
export const mediaDue = (session: Session, _: unknown, at: number): Session => {
  if (!isConnected(session)) return session
  const { local, remote, room, retries } = session
  if (local.failure !== undefined) {
    const { cause, error } = local.failure
    const isOver = error !== null || room === null
    return isOver ? mediaEnded(session, error ?? 'ROOM_FAILED', cause, at) : askRoom(session, cause, at)
  }
  if (remote.failure === undefined || retries >= MOST_RETRIES) {
    return isEntering(session) ? localFailed(session, 'live-pusher: the room is not entered', null, at) : session
  }
  if (remote.playUrl === '') return askRoom(session, remote.failure.cause, at)
  return { ...session, retries: retries + 1, remote: remoteIn(remote, 'connecting', at) }
}
