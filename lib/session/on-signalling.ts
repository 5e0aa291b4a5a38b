import type { ErrorCode } from '../errors/codes'
import type { Room, ServerMessage } from '../events/messages'
import { finish } from './finish'
import { isSame } from './is-same'
import { again } from './wanted'
import { type Connected, type Dialling, isConnected, type Session } from './session'

type Of<Type extends ServerMessage['type']> = Extract<ServerMessage, { type: Type }>
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

/** The call centre answers what it was asked; an earlier call may have had the same id. */
const isAsked = (session: Session, { callId }: { readonly callId: string }): session is Dialling =>
  session.phase === 'dialling' && session.awaiting === 'answer' && session.callId === callId

export const started = (session: Session, message: Of<'call/started'>, at: number): Session => {
  if (!isAsked(session, message)) return session
  const answered = { sessionId: message.sessionId, room: message.room ?? null, acceptedAt: null }
  return inRoom(moved({ ...session, ...answered }, { ivr: null, phase: 'ivr' } as const), null, at)
}

const REFUSALS: readonly ErrorCode[] = ['CHANNEL_UNKNOWN', 'CALL_IN_PROGRESS', 'TOO_BUSY']

export const refused = (session: Session, message: Of<'call/refused'>, at: number): Session => {
  if (!isAsked(session, message)) return session
  const error = REFUSALS.find((code) => code === message.code) ?? 'SYSTEM'
  const endStatus = error === 'CALL_IN_PROGRESS' ? 'callConflict' : 'error'
  return finish(session, { closeBy: 'admin', endStatus, cause: message.message, error }, at)
}

export const ivr = (session: Session, message: Of<'call/ivr'>): Session => {
  if (!concerns(session, message) || session.phase !== 'ivr') return session
  return { ...session, ivr: { prompt: message.prompt, keys: message.keys, path: message.path } }
}

export const queued = (session: Session, message: Of<'call/queued'>): Session => {
  if (!concerns(session, message)) return session
  const queue = { position: message.position, estimatedWaitMs: message.estimatedWaitMs ?? null }
  return moved(session, { held: false, phase: 'waiting', queue } as const)
}

export const ringing = (session: Session, message: Of<'call/ringing'>): Session =>
  concerns(session, message) ? moved(session, { held: false, phase: 'ringing', seat: message.seat } as const) : session

/** A later accept brings the seat and the room that hold from now on; the call was accepted at the first. */
export const accepted = (session: Session, message: Of<'call/accepted'>, at: number): Session => {
  if (!concerns(session, message)) return session
  const acceptedAt = session.acceptedAt ?? at
  const room = message.room ?? session.room
  const talking = moved(session, { phase: 'talking', seat: message.seat, acceptedAt, room } as const)
  return inRoom(talking, session.room, at)
}

export const held = (session: Session, message: Of<'call/held'>): Session =>
  concerns(session, message) && session.phase === 'talking' && session.held !== message.held
    ? { ...session, held: message.held }
    : session

/** Whether it was asked for or not. */
export const roomGiven = (session: Session, { sessionId, room }: Of<'call/room'>, at: number): Session =>
  concerns(session, { sessionId }) ? inRoom({ ...session, room }, session.room, at) : session

export const ended = (session: Session, message: Of<'call/ended'>, at: number): Session => {
  if (!concerns(session, message)) return session
  const { closeBy, endStatus, reason } = message
  return finish(session, { closeBy, endStatus, cause: reason }, at)
}

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
