/** Which messages a transition sends. Pure: the only place that decides what the call centre hears. */
import { isConnected, isRunning, type Session } from '../session/session'
import type { Transition } from '../session/transition'
import type { ClientMessage } from './messages'

/** The call centre has heard nothing of the call yet. */
const asksPhone = (session: Session): boolean => session.phase === 'dialling' && session.awaiting === 'phone'

/**
 * The server that ended a call, or has forgotten it, is not told. One whose line was given up is told when the line
 * comes back: it may still keep the session, and would keep the seat in it.
 */
const endedHere = ({ event, from, to }: Transition): boolean =>
  to.phase === 'ended' && isRunning(from) && !asksPhone(from) && !/^(call\/|line\/up)/.test(event.type)

const hangUpOf = (ended: Extract<Session, { phase: 'ended' }>): ClientMessage => ({
  type: 'call/hangUp',
  callId: ended.callId,
  ...(ended.sessionId === null ? {} : { sessionId: ended.sessionId }),
  closeBy: ended.end.closeBy === 'timer' ? 'timer' : 'client',
  endStatus: ended.end.endStatus,
  ...(ended.end.cause === null ? {} : { reason: ended.end.cause }),
})

/** Again on a new link, which may not know the call: the server answers the same id with the same call. */
const start = (to: Session): readonly ClientMessage[] =>
  to.phase === 'dialling' && to.awaiting === 'answer'
    ? [{ type: 'call/start', callId: to.callId, channelId: to.channelId, media: to.media }]
    : []

/** A session that this client does not want, or wants no more: its call was hung up before the answer came. */
const isUnwanted = (to: Session, callId: string): boolean =>
  to.phase === 'idle' || to.callId !== callId || (to.phase === 'ended' && to.sessionId === null)

/** The room was left because it is dead. */
const askRoom = (from: Session, to: Session): readonly ClientMessage[] => {
  if (from === to || !isConnected(to) || to.room !== null) return []
  const { cause } = to.local.failure ?? {}
  return [{ type: 'call/rejoin', sessionId: to.sessionId, ...(cause === undefined ? {} : { reason: cause }) }]
}

export const messagesFor = (transition: Transition): readonly ClientMessage[] => {
  const { event, from, to } = transition
  if (endedHere(transition) && to.phase === 'ended') return [hangUpOf(to)]
  switch (event.type) {
    case 'intent/startCall':
    case 'phone/ready':
      return from === to ? [] : start(to)
    case 'line/up':
      return event.resumed || from.line.state !== 'reconnecting' ? [] : start(to)
    case 'media/due':
      return askRoom(from, to)
    case 'intent/sendDigits':
      return isConnected(to) ? [{ type: 'call/digits', sessionId: to.sessionId, digits: event.digits }] : []
    case 'call/started': {
      const { callId, sessionId } = event
      const endStatus = 'ivrGiveUp'
      return isUnwanted(to, callId) ? [{ type: 'call/hangUp', callId, sessionId, closeBy: 'client', endStatus }] : []
    }
    default:
      return interruptionMessage(from, to)
  }
}

/**
 * Only a seat that talks is told, and each seat is told: an interruption may be older than the talk. So is a reason that
 * has become clearer.
 */
const interruptionMessage = (from: Session, to: Session): readonly ClientMessage[] => {
  if (to.phase !== 'talking') return []
  const { sessionId, interruption } = to
  const told = from.phase === 'talking' ? from.interruption?.reason : undefined
  const reason = interruption?.reason
  if (told === reason) return []
  return [{ type: 'call/hold', sessionId, ...(reason === undefined ? { held: false } : { held: true, reason }) }]
}
