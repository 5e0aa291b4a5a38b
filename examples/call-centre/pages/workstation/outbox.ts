/** What the centre is told when something happens. */
import type { SeatCommand } from '../../seat-messages'
import type { Transition } from '../shared/store'
import type { TalkingCall, Workstation, WorkstationEvent } from './state'
import { isReady } from './state'

const inTalk = ({ event }: Transition<Workstation, WorkstationEvent>, call: TalkingCall): SeatCommand | null => {
  const { sessionId } = call
  switch (event.type) {
    case 'click/hold':
      return { type: 'seat/hold', sessionId, held: !call.held }
    case 'click/transfer':
      return { type: 'seat/transfer', sessionId, ...(event.toSeatId === undefined ? {} : { toSeatId: event.toSeatId }) }
    case 'click/hangUp':
      return { type: 'seat/hangUp', sessionId }
    default:
      return null
  }
}

const onWelcome = (toldStatus: string, { status }: Workstation): SeatCommand | null =>
  status !== null && status !== toldStatus ? { type: 'seat/status', status } : null

/** The command that a transition asks for, or null. A click that the state does not allow says nothing. */
export const commandFor = (transition: Transition<Workstation, WorkstationEvent>): SeatCommand | null => {
  const { event, from, to } = transition
  if (event.type === 'link/up') return to.who && { type: 'seat/signIn', ...to.who }
  if (event.type === 'seat/signedIn')
    return event.seat.sessionId === undefined ? onWelcome(event.seat.status, to) : null
  if (!isReady(from)) return null
  if (event.type === 'click/status') return { type: 'seat/status', status: event.status }
  if (from.call?.phase === 'talking') return inTalk(transition, from.call)
  return event.type === 'click/answer' && from.call && !from.call.answering
    ? { type: 'seat/answer', sessionId: from.call.sessionId }
    : null
}
