import type { SeatInfo } from '../seat-messages'
import { seatInfo, type Desk, type Floor } from './floor'
import { seatGone } from './talking'

/** A seat comes to work and takes calls at once. */
export function signIn(floor: Floor, seatId: string, name: string): void {
  signOut(floor, seatId)
  const desk: Desk = { seatId, name, chosen: 'online', freeSince: floor.clock.now() }
  floor.desks.set(seatId, desk)
  offerAgain(floor, seatId)
  const records = floor.book.summaries(seatId)
  floor.out.toSeat(seatId, { type: 'seat/signedIn', seat: seatInfo(desk), records })
}

export function signOut(floor: Floor, seatId: string): void {
  const desk = floor.desks.get(seatId)
  if (!desk) return
  const session = floor.sessions.get(desk.sessionId ?? '')
  // First, or the call that leaves this seat would ring it again.
  floor.desks.delete(seatId)
  if (session) seatGone(floor, session, seatId)
}

export function chooseStatus(floor: Floor, seatId: string, status: Desk['chosen']): void {
  const desk = floor.desks.get(seatId)
  if (!desk) return
  desk.chosen = status
  if (status === 'online') offerAgain(floor, seatId)
}

export function seatInfos(floor: Floor): readonly SeatInfo[] {
  return [...floor.desks.values()].map(seatInfo)
}

/** Who says "I am here" gets the calls that were missed before. */
function offerAgain(floor: Floor, seatId: string): void {
  for (const session of floor.sessions.values()) session.passed.delete(seatId)
}
