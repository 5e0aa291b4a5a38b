/** What the call centre says, and what becomes of the line to it. */
import { redactText } from '../errors/redact-text'
import type { ErrorCode } from '../errors/codes'
import type { Room } from '../link/messages'
import { dialled, startSent } from './customer'
import {
  asksCentre,
  asksPhone,
  type Connected,
  type Dialling,
  type Effects,
  isConnected,
  isRunning,
  isSame,
  lacks,
  NONE,
  notSupported,
  only,
  phaseTold,
  send,
  type Session,
  type Step,
  tell,
} from './session'
import { endHere, endThere } from './end'
import type { EventOf } from './event'
import { holdSent } from './phone'
import { again } from './switches'

type ConnectedSession = Extract<Session, Connected & { phase: 'ivr' | 'waiting' | 'ringing' | 'talking' }>

/** A message about another session, or about one that is over, never changes this one. */
const concerns = (session: Session, message: { readonly sessionId: string }): session is ConnectedSession =>
  isConnected(session) && session.sessionId === message.sessionId

/** The fields that every answered phase shares, without those of the phase that is left. */
const connected = (session: Connected): Connected => ({
  callId: session.callId,
  channelId: session.channelId,
  media: session.media,
  startedAt: session.startedAt,
  sessionId: session.sessionId,
  room: session.room,
  acceptedAt: session.acceptedAt,
  retries: session.retries,
  line: session.line,
  local: session.local,
  remote: session.remote,
  microphone: session.microphone,
  soundMode: session.soundMode,
  camera: session.camera,
  facing: session.facing,
  quality: session.quality,
  interruption: session.interruption,
  held: session.held,
})

/** The call in its next phase. The copy is our own, so what is new may go straight into it. */
const moved = <News extends object>(session: Connected, news: News): Connected & News =>
  Object.assign(connected(session), news)

/** A new room is entered, and the switches are applied in it; in the same one the media stay as they are. */
const inRoom = <Answered extends ConnectedSession>(session: Answered, before: Room | null, at: number): Answered => {
  const { room } = session
  if (room === null || isSame(room, before)) return session
  const playUrl = room.kind === 'url' ? room.playUrl : ''
  const remote = { state: playUrl === '' ? 'off' : 'connecting', since: at, playUrl, userId: '' } as const
  const { microphone, soundMode, camera, facing } = session
  const switches = {
    microphone: again(microphone),
    soundMode: again(soundMode),
    camera: again(camera),
    facing: again(facing),
  }
  return { ...session, ...switches, local: { state: 'connecting', since: at }, remote }
}

/** The call centre answers what it was asked; an earlier call may have had the same id. */
const isAsked = (session: Session, { callId }: { readonly callId: string }): session is Dialling =>
  asksCentre(session) && session.callId === callId

/**
 * A session that this client does not want, or wants no more: its call was hung up before the answer came, or has failed
 * here, perhaps without the server that answers now.
 */
const isUnwanted = (session: Session, { callId, sessionId }: EventOf<'call/started'>): boolean => {
  if (session.phase === 'idle' || session.callId !== callId) return true
  return session.phase === 'ended' && (session.sessionId !== sessionId || session.end.error !== null)
}

export const started = (session: Session, message: EventOf<'call/started'>, at: number): Step => {
  const { callId, sessionId } = message
  if (isAsked(session, message)) {
    const answered = { sessionId, room: message.room ?? null, acceptedAt: null }
    const next = inRoom(moved({ ...session, ...answered }, { ivr: null, phase: 'ivr' } as const), null, at)
    const isUnread = session.context !== undefined && lacks(session, 'context')
    const told = [...phaseTold(session, next), tell({ name: 'sessionStart', detail: { sessionId } })]
    return [next, isUnread ? [...told, notSupported('context')] : told]
  }
  if (!isUnwanted(session, message)) return only(session)
  return [session, [send({ type: 'call/hangUp', callId, sessionId, closeBy: 'client', endStatus: 'ivrGiveUp' })]]
}

const REFUSALS: readonly ErrorCode[] = ['CHANNEL_UNKNOWN', 'CALL_IN_PROGRESS', 'TOO_BUSY']

export const refused = (session: Session, message: EventOf<'call/refused'>, at: number): Step => {
  if (!isAsked(session, message)) return only(session)
  const error = REFUSALS.find((code) => code === message.code) ?? 'SYSTEM'
  const endStatus = error === 'CALL_IN_PROGRESS' ? 'callConflict' : 'error'
  return endThere(session, { closeBy: 'admin', endStatus, cause: redactText(message.message), error }, at)
}

export const ivr = (session: Session, message: EventOf<'call/ivr'>): Step => {
  if (!concerns(session, message) || session.phase !== 'ivr') return only(session)
  return only({ ...session, ivr: { prompt: message.prompt, keys: message.keys, path: message.path } })
}

export const queued = (session: Session, message: EventOf<'call/queued'>): Step => {
  if (!concerns(session, message)) return only(session)
  const queue = { position: message.position, estimatedWaitMs: message.estimatedWaitMs ?? null }
  const waiting = moved(session, { held: false, phase: 'waiting', queue } as const)
  return [waiting, phaseTold(session, waiting)]
}

export const ringing = (session: Session, message: EventOf<'call/ringing'>): Step => {
  if (!concerns(session, message)) return only(session)
  const rings = moved(session, { held: false, phase: 'ringing', seat: message.seat } as const)
  return [rings, phaseTold(session, rings)]
}

/** A later accept brings the seat and the room that hold from now on; the call was accepted at the first. */
export const accepted = (session: Session, message: EventOf<'call/accepted'>, at: number): Step => {
  if (!concerns(session, message)) return only(session)
  const { sessionId, seat } = message
  const acceptedAt = session.acceptedAt ?? at
  const room = message.room ?? session.room
  const talking = moved(session, { phase: 'talking', seat: message.seat, acceptedAt, room } as const)
  const next = inRoom(talking, session.room, at)
  if (session.phase === 'talking') return only(next)
  const told = phaseTold(session, next)
  return [
    next,
    [
      ...(session.interruption === null ? NONE : holdSent(next)),
      ...told,
      ...(session.acceptedAt === null ? [tell({ name: 'accepted', detail: { sessionId, seat } })] : NONE),
    ],
  ]
}

export const held = (session: Session, message: EventOf<'call/held'>): Step =>
  concerns(session, message) && session.phase === 'talking' && session.held !== message.held
    ? only({ ...session, held: message.held })
    : only(session)

/** It changes nothing: whoever can do something with it hears of it, after the end too. */
export const asideHeard = (session: Session, { sessionId, about, body }: EventOf<'call/aside'>): Step =>
  'sessionId' in session && session.sessionId === sessionId
    ? [session, [tell({ name: 'aside', detail: { about, body } })]]
    : only(session)

/** Whether it was asked for or not. */
export const roomGiven = (session: Session, { sessionId, room }: EventOf<'call/room'>, at: number): Step =>
  only(concerns(session, { sessionId }) ? inRoom({ ...session, room }, session.room, at) : session)

export const ended = (session: Session, message: EventOf<'call/ended'>, at: number): Step => {
  if (!concerns(session, message)) return only(session)
  const { closeBy, endStatus, reason } = message
  return endThere(session, { closeBy, endStatus, cause: reason === undefined ? reason : redactText(reason) }, at)
}

export const lineOpening = (session: Session, event: EventOf<'line/opening'>, at: number): Step => {
  if (session.line.state === 'reconnecting') {
    return only({ ...session, line: { state: 'reconnecting', since: session.line.since, attempt: event.attempt } })
  }
  return only({ ...session, line: { state: 'opening', since: at } })
}

/**
 * A server that no longer knows the link has ended the session that hung on it. To one that may never have heard of a
 * call it is said again: it answers the same id with the same call.
 */
export const lineUp = (session: Session, event: EventOf<'line/up'>, at: number): Step => {
  const { can } = event
  const up: Session = { ...session, line: { state: 'up', since: at, ...(can === undefined ? {} : { can }) } }
  if (!event.resumed && isConnected(up)) {
    return endThere(up, { closeBy: 'admin', endStatus: 'clientTimeout', error: 'NETWORK_LOST' }, at)
  }
  if (session.line.state !== 'reconnecting') return only(up)
  const back: Effects = [tell({ name: 'reconnected', detail: {} })]
  return [up, !event.resumed && asksCentre(up) ? [startSent(up), ...back] : back]
}

export const lineLost = (session: Session, at: number): Step =>
  session.line.state === 'reconnecting'
    ? only(session)
    : [
        { ...session, line: { state: 'reconnecting', since: at, attempt: 0 } },
        [tell({ name: 'reconnecting', detail: { since: at } })],
      ]

export const lineGaveUp = (session: Session, event: EventOf<'line/gaveUp'>, at: number): Step => {
  if (session.line.state === 'closed' && session.line.code === event.code) return only(session)
  const closed: Session = { ...session, line: { state: 'closed', code: event.code } }
  if (!isRunning(closed)) return only(closed)
  if (asksPhone(closed)) return dialled(session, closed, at)
  const timedOut = event.code === 'NETWORK_LOST' && closed.phase !== 'dialling'
  const endStatus = timedOut ? 'clientTimeout' : 'clientError'
  return endHere(closed, { closeBy: 'admin', endStatus, error: event.code }, at)
}

/** Nobody watches any more; the next subscriber opens the line again. */
export const lineClosed = (session: Session): Step => only({ ...session, line: { state: 'closed', code: null } })
