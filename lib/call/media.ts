/** What live-pusher tells, and what becomes of media that fail: who may know more is heard first, then they are mended. */
import type { ErrorCode } from '../errors/codes'
import { isKnownToPlayer, isKnownToPusher, pusherMeaning, type PusherMeaning } from '../status-codes/status-codes'
import { isAway, isConnected, type Leg, only, send, type Session, type Step } from './session'
import { endHere } from './end'
import type { CallEvent, EventOf } from './event'
import { interrupted } from './phone'
import { causeOf, remoteIn, remoteJoined, remoteLeft, remoteListed, retriesAfter } from './remote'
import { again, applied, cameraFailed } from './switches'

type PusherEvent = EventOf<'pusher/status' | 'pusher/error'>
type ConnectedSession = Extract<Session, { readonly room: unknown }>

/** Only a room that is entered proves that what failed is back. */
const localIn = (session: ConnectedSession, state: Leg['state'], at: number): Step => {
  const { local } = session
  if (local.state === state || (local.state === 'failed' && state !== 'up')) return only(session)
  const next = { ...session, retries: retriesAfter(local, session.retries, at), local: { state, since: at } }
  if (state !== 'reconnecting') return only(next)
  return only({
    ...next,
    microphone: again(session.microphone),
    camera: again(session.camera),
    facing: again(session.facing),
  })
}

const connecting = (session: ConnectedSession, at: number): Step =>
  session.local.state === 'up' ? only(session) : localIn(session, 'connecting', at)

/** A room is entered also by who cannot open the microphone. */
const entered = (session: ConnectedSession, at: number): Step =>
  (session.local.failure?.error ?? null) === null ? localIn(session, 'up', at) : only(session)

/** How often they are tried again before it is told that they are lost. */
const MOST_RETRIES = 3

const mediaEnded = (session: ConnectedSession, error: ErrorCode, cause: string, at: number): Step =>
  endHere(session, { closeBy: 'client', endStatus: 'clientError', cause, error }, at)

/**
 * The first failure is the one that counts. A microphone that another sound has taken away may come back with it: then
 * the room is entered anew, and only if it fails there too the call ends.
 */
const localFailed = (session: ConnectedSession, cause: string, error: ErrorCode | null, at: number): Step => {
  if (session.local.state === 'failed') return only(session)
  const retries = retriesAfter(session.local, session.retries, at)
  const kept = session.interruption === null ? error : null
  if (kept === null && (session.room === null || retries >= MOST_RETRIES)) {
    return mediaEnded(session, error ?? 'ROOM_FAILED', cause, at)
  }
  return only({ ...session, retries, local: { state: 'failed', since: at, failure: { cause, error: kept } } })
}

/** A room that is dead is left, so that its tags go, and a fresh one is asked for. */
const askRoom = (session: ConnectedSession, cause: string, at: number): Step => {
  const local = { state: 'failed', since: at, failure: { cause, error: null } } as const
  const { sessionId, retries } = session
  return [
    { ...session, local, room: null, retries: retries + 1 },
    [send({ type: 'call/rejoin', sessionId, reason: cause })],
  ]
}

/** Whether live-pusher has the address of a room, and has not entered it. */
const isEntering = ({ local, microphone }: Session): boolean =>
  local.state === 'connecting' && microphone.actual !== null

/** By how often they were tried before. In the first second the call centre, or the phone, may say why they failed. */
const PAUSES_MS = [1_000, 3_000, 9_000]
const ANSWER_MS = 10_000
/** LiveKit gives a peer connection as long. */
const ENTRY_MS = 15_000
/** So much longer while another sound has the phone; that it is over may never be told, so this is not for ever. */
const TAKEN_MS = 60_000

/**
 * For how long media that failed are left alone now, or a fresh room or the way into it is waited for; then they are
 * due. `null`: there is nothing to wait for, or the line or the phone have to come back first.
 */
export const mediaWaitMs = (session: Session): number | null => {
  if (!isConnected(session) || session.line.state !== 'up' || isAway(session)) return null
  const { local, remote, room, retries, interruption } = session
  const takenMs = interruption === null ? 0 : TAKEN_MS
  const [firstMs = 0] = PAUSES_MS
  if (local.failure !== undefined && local.failure.error !== null) return takenMs + firstMs
  if (local.failure !== undefined && room === null) return ANSWER_MS
  const isFailed = local.failure !== undefined || remote.failure !== undefined
  const pauseMs = (isFailed ? PAUSES_MS[retries] : undefined) ?? (isEntering(session) ? ENTRY_MS : null)
  return pauseMs === null ? null : takenMs + pauseMs
}

/** The pause after a failure is over, or the wait for a fresh room, or for the room to be entered. */
export const mediaDue = (session: Session, _: unknown, at: number): Step => {
  if (!isConnected(session)) return only(session)
  const { local, remote, room, retries } = session
  if (local.failure !== undefined) {
    const { cause, error } = local.failure
    const isOver = error !== null || room === null
    return isOver ? mediaEnded(session, error ?? 'ROOM_FAILED', cause, at) : askRoom(session, cause, at)
  }
  if (remote.failure === undefined || retries >= MOST_RETRIES) {
    return isEntering(session) ? localFailed(session, 'live-pusher: the room is not entered', null, at) : only(session)
  }
  // That a plain address is void no code tells. Of TRTC the room lists another one by itself.
  const isVoid = remote.playUrl === '' || (room?.kind === 'url' && retries > 0)
  if (isVoid) return askRoom(session, remote.failure.cause, at)
  return only({ ...session, retries: retries + 1, remote: remoteIn(remote, 'connecting', at) })
}

const cause = ({ code, message }: PusherEvent): string => causeOf('live-pusher', code, message)

type OnPusher = (session: ConnectedSession, event: PusherEvent, at: number) => Step

const ON_PUSHER: Readonly<Record<PusherMeaning, OnPusher>> = {
  connecting: (session, _, at) => connecting(session, at),
  pushing: (session, _, at) => (session.room?.kind === 'trtc' ? connecting(session, at) : entered(session, at)),
  entered: (session, _, at) => entered(session, at),
  reconnecting: (session, _, at) => localIn(session, 'reconnecting', at),
  // While another room is entered, or the same one anew, this is the echo of the last.
  left: (session, event, at) =>
    session.local.state === 'up' ? localFailed(session, cause(event), null, at) : only(session),
  remoteJoined: (session, { message }, at) => only(remoteJoined(session, message, at)),
  remoteUsers: (session, { message }, at) => only(remoteListed(session, message, at)),
  remoteLeft: (session, { message }, at) => only(remoteLeft(session, message, at)),
  microphoneTurned: (session) =>
    only({ ...session, microphone: applied(session.microphone, session.microphone.desired) }),
  interrupted: (session, _, at) => interrupted(session, isAway(session) ? 'windowClosed' : 'call', at),
  suspended: (session, _, at) => interrupted(session, 'suspended', at),
  cameraFailed: (session) => cameraFailed(session, 'CAMERA_FAILED'),
  cameraRefused: (session) => cameraFailed(session, 'CAMERA_REFUSED'),
  microphoneFailed: (session, event, at) => localFailed(session, cause(event), 'MICROPHONE_FAILED', at),
  microphoneRefused: (session, event, at) => mediaEnded(session, 'MICROPHONE_REFUSED', cause(event), at),
  roomDead: (session, event, at) => localFailed(session, cause(event), null, at),
  roomRefused: (session, event, at) => mediaEnded(session, 'ROOM_FAILED', cause(event), at),
  nothing: only,
}

/**
 * `error` events carry codes of the same table. Media of a call that is not connected are the echo of one that is over;
 * so are those of a room that was left to ask for a fresh one.
 */
export const pusherStatus = (session: Session, event: PusherEvent, at: number): Step => {
  const meaning = pusherMeaning(event)
  if (meaning === undefined || !isConnected(session)) return only(session)
  const isEcho = session.room === null && session.local.state === 'failed'
  return isEcho ? only(session) : ON_PUSHER[meaning](session, event, at)
}

type Status = Extract<CallEvent, { readonly type: 'pusher/status' | 'pusher/error' | 'player/status' }>

/** Whether a media tag told a code that nobody knows. It changes nothing; who collects such codes can filter for them. */
export const isUnknownStatus = (event: CallEvent): event is Status => {
  if (event.type === 'player/status') return event.means === undefined && !isKnownToPlayer(event.code)
  const isPusher = event.type === 'pusher/status' || event.type === 'pusher/error'
  return isPusher && event.means === undefined && !isKnownToPusher(event.code)
}
