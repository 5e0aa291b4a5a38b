import { closeServing, endAndTell } from './ending'
import { enqueue, enter, free, noteCall, roomUser, seatOf, type Floor } from './floor'
import { isFree, miss } from './ringing'
import type { Session } from './session'

/** Why a seat's command was not carried out, in words for the seat. */
export type Refusal = string | undefined

/** The seat takes the call that rings. */
export function answer(floor: Floor, session: Session, seatId: string): Refusal {
  if (session.stage.phase !== 'ringing' || session.stage.seatId !== seatId) return 'This call does not ring here.'
  const { sessionId, linkId } = session
  enter(floor, session, { phase: 'talking', seatId, held: false })
  const serving = session.servings.at(-1)
  if (serving) serving.acceptedAt = session.since
  floor.keys.grant(session.roomId, roomUser(seatId))
  floor.out.toCustomer(linkId, { type: 'call/accepted', sessionId, seat: seatOf(floor, seatId) })
  tellTalk(floor, session, seatId)
  return undefined
}

/** Tells a seat where it talks, and whether the customer is interrupted. */
export function tellTalk(floor: Floor, session: Session, seatId: string): void {
  const { sessionId, media, roomId, interruption, since } = session
  const userId = roomUser(seatId)
  const userSig = floor.keys.userSig(roomId, userId)
  const room = { kind: 'trtc', sdkAppId: Number(floor.config.sdkAppId), roomId, userId, userSig } as const
  floor.out.toSeat(seatId, { type: 'seat/talking', sessionId, media, room, since })
  if (interruption) floor.out.toSeat(seatId, { type: 'seat/customerHeld', sessionId, held: true, ...interruption })
}

export function hold(floor: Floor, session: Session, seatId: string, held: boolean): Refusal {
  if (session.stage.phase !== 'talking' || session.stage.seatId !== seatId) return 'You do not talk in this call.'
  if (session.stage.held === held) return undefined
  session.stage = { phase: 'talking', seatId, held }
  noteCall(floor, session)
  const { sessionId } = session
  floor.out.toCustomer(session.linkId, { type: 'call/held', sessionId, held })
  floor.out.toSeat(seatId, { type: 'seat/held', sessionId, held })
  return undefined
}

/** The customer was interrupted, or is back. A seat that answers later is told as well. */
export function interrupt(floor: Floor, session: Session, held: boolean, reason?: string): void {
  const why = reason === undefined ? {} : { reason }
  session.interruption = held ? why : undefined
  noteCall(floor, session)
  if (session.stage.phase !== 'talking') return
  const { sessionId, stage } = session
  floor.out.toSeat(stage.seatId, { type: 'seat/customerHeld', sessionId, held, ...why })
}

/** To a seat that is free, or back to the queue. */
export function transfer(floor: Floor, session: Session, seatId: string, toSeatId?: string): Refusal {
  if (session.stage.phase !== 'talking' || session.stage.seatId !== seatId) return 'You do not talk in this call.'
  const target = toSeatId === undefined ? undefined : floor.desks.get(toSeatId)
  if (toSeatId !== undefined && (!target || !isFree(target))) return 'That seat is not free.'
  const serving = session.servings.at(-1)
  if (serving) serving.transferredTo = toSeatId ?? ''
  session.transferredFrom = floor.desks.get(seatId)?.name
  leave(floor, session, seatId, toSeatId)
  floor.out.toSeat(seatId, { type: 'seat/transferred', sessionId: session.sessionId })
  return undefined
}

/** A seat that talks ends the call; a seat that is rung passes it on. */
export function seatHangUp(floor: Floor, session: Session, seatId: string): Refusal {
  const { stage } = session
  if (stage.phase === 'ringing' && stage.seatId === seatId) {
    miss(floor, session, 'declined')
    return undefined
  }
  if (stage.phase !== 'talking' || stage.seatId !== seatId) return 'This call is not yours.'
  endAndTell(floor, session, { closeBy: 'seat', endStatus: 'ok' })
  return undefined
}

/** The seat's page is gone: its customer goes back to the queue, at the old place. */
export function seatGone(floor: Floor, session: Session, seatId: string): void {
  if (session.stage.phase === 'ringing') miss(floor, session, 'the seat is gone')
  else if (session.stage.phase === 'talking') leave(floor, session, seatId)
}

function leave(floor: Floor, session: Session, seatId: string, toSeatId?: string): void {
  closeServing(floor, session, 'seatForward')
  session.passed.clear()
  session.passed.add(seatId)
  floor.keys.revoke(session.roomId, roomUser(seatId))
  free(floor, seatId)
  enqueue(floor, session, toSeatId)
}
