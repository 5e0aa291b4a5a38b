/** Which messages a transition sends. Pure: the only place that decides what the call centre hears. */
import type { Session } from '../session/session'
import { isConnected } from '../session/session'
import type { Transition } from '../session/transition'
import type { ClientMessage } from './messages'

/** The server that ended a call, or a line that is gone, is not told. */
const endedHere = ({ event, from, to }: Transition): boolean =>
  to.phase === 'ended' && from !== to && !/^(call|line)\//.test(event.type) && from.phase !== 'idle' && from.phase !== 'ended'

const hangUpOf = (ended: Extract<Session, { phase: 'ended' }>): ClientMessage => ({
  type: 'call/hangUp',
  callId: ended.callId,
  ...(ended.sessionId === null ? {} : { sessionId: ended.sessionId }),
  closeBy: ended.end.closeBy === 'timer' ? 'timer' : 'client',
  endStatus: ended.end.endStatus,
  ...(ended.end.cause === null ? {} : { reason: ended.end.cause }),
})

/** A session that this client does not want, or wants no more: its call was hung up before the answer came. */
const isUnwanted = (to: Session, callId: string): boolean =>
  to.phase === 'idle' || to.callId !== callId || (to.phase === 'ended' && to.sessionId === null)

export const messagesFor = (transition: Transition): readonly ClientMessage[] => {
  const { event, from, to } = transition
  if (endedHere(transition) && to.phase === 'ended') return [hangUpOf(to)]
  switch (event.type) {
    case 'intent/startCall':
      if (from === to || to.phase !== 'dialling') return []
      return [{ type: 'call/start', callId: to.callId, channelId: to.channelId, media: to.media }]
    case 'intent/sendDigits':
      return isConnected(to) ? [{ type: 'call/digits', sessionId: to.sessionId, digits: event.digits }] : []
    case 'call/started': {
      const { callId, sessionId } = event
      const endStatus = 'ivrGiveUp'
      return isUnwanted(to, callId) ? [{ type: 'call/hangUp', callId, sessionId, closeBy: 'client', endStatus }] : []
    }
    default:
      return from.interruption === to.interruption ? [] : interruptionMessage(to)
  }
}

const interruptionMessage = (to: Session): readonly ClientMessage[] => {
  if (to.phase !== 'talking') return []
  const { sessionId, interruption } = to
  if (interruption === null) return [{ type: 'call/hold', sessionId, held: false }]
  return [{ type: 'call/hold', sessionId, held: true, reason: interruption.reason }]
}
