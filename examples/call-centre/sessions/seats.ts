import type { SeatInfo } from '../seat-messages'
import { noteCall, noteDesk, seatInfo, type Desk, type Floor } from './floor'
import { announce } from './ringing'
import { seatGone, tellTalk } from './talking'

/** A seat comes to work and takes calls at once. */
export function signIn(floor: Floor, seatId: string, name: string): void {
  const waited = floor.desks.get(seatId)
  if (waited?.stopWaiting) {
    comeBack(floor, waited)
    return
  }
  signOut(floor, seatId)
  const desk: Desk = { seatId, name, chosen: 'online', freeSince: floor.clock.now() }
  floor.desks.set(seatId, desk)
  noteDesk(floor, desk)
  offerAgain(floor, seatId)
  const records = floor.book.summaries(seatId)
  floor.out.toSeat(seatId, { type: 'seat/signedIn', seat: seatInfo(desk), records })
}

/** The page of a seat is here again after the centre began anew: the call of this seat goes on. */
function comeBack(floor: Floor, desk: Desk): void {
  const { seatId } = desk
  desk.stopWaiting?.()
  desk.stopWaiting = undefined
  offerAgain(floor, seatId)
  floor.out.toSeat(seatId, { type: 'seat/signedIn', seat: seatInfo(desk), records: floor.book.summaries(seatId) })
  const session = floor.sessions.get(desk.sessionId ?? '')
  if (session?.stage.phase === 'ringing') announce(floor, session, seatId)
  if (session?.stage.phase !== 'talking') return
  tellTalk(floor, session, seatId)
  if (session.stage.held) floor.out.toSeat(seatId, { type: 'seat/held', sessionId: session.sessionId, held: true })
}

export function signOut(floor: Floor, seatId: string): void {
  const desk = floor.desks.get(seatId)
  if (!desk) return
  const session = floor.sessions.get(desk.sessionId ?? '')
  // First, or the call that leaves this seat would ring it again.
  floor.desks.delete(seatId)
  floor.seatNews = true
  floor.shelf.remove('desk', seatId)
  desk.stopWaiting?.()
  if (session) seatGone(floor, session, seatId)
}

export function chooseStatus(floor: Floor, seatId: string, status: Desk['chosen']): void {
  const desk = floor.desks.get(seatId)
  if (!desk) return
  desk.chosen = status
  noteDesk(floor, desk)
  if (status === 'online') offerAgain(floor, seatId)
}

export function seatInfos(floor: Floor): readonly SeatInfo[] {
  return [...floor.desks.values()].map(seatInfo)
}

/** Who says "I am here" gets the calls that were missed before. */
function offerAgain(floor: Floor, seatId: string): void {
  for (const session of floor.sessions.values()) {
    if (session.passed.delete(seatId)) noteCall(floor, session)
  }
}
