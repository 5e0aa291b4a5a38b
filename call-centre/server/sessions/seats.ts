import type { SeatInfo } from '../desk-messages'
import { inParts } from '../parts'
import { noteCall, noteDesk, ringsAt, seatInfo, turn, type Desk, type Floor } from './floor'
import { tellEarlier } from './earlier'
import { announce } from './ringing'
import { seatGone } from './seat-gone'
import type { Session } from './session'
import { seatHangUp } from './talking'
import { tellTalk } from './telling'
import { endWrapUp, fileRecord, limitWrapUp, writesOn } from './wrap-up'

/**
 * A seat comes to work and takes calls at once, or goes on at another page with the call that it has. `over`: the call
 * that it has hung up meanwhile.
 */
export function signIn(floor: Floor, seatId: string, name: string, over = ''): void {
  const hungUp = floor.sessions.get(over)
  if (hungUp) seatHangUp(floor, hungUp, seatId)
  const desk: Desk = floor.desks.get(seatId) ?? {
    ...{ seatId, name, line: 'up', chosen: 'online' },
    since: floor.clock.now(),
  }
  Object.assign(desk, { name, line: 'up' } satisfies Partial<Desk>)
  floor.desks.set(seatId, desk)
  noteDesk(floor, desk)
  offerAgain(floor, seatId)
  const { breakReasons, declineReasons, dispositions, companyPage, wrapUpMs } = floor.config.workstation
  const groups = Object.entries(floor.config.groups).map(([groupId, group]) => ({ groupId, name: group.name }))
  const words = { breakReasons, declineReasons, dispositions, groups, writesUp: wrapUpMs > 0 }
  const choices = { ...words, ...(companyPage ? { companyPage } : {}) }
  const welcome = { type: 'seat/signedIn', seat: seatInfo(floor, desk), choices } as const
  const [records = []] = inParts(floor.book.summaries(seatId), JSON.stringify, welcome)
  floor.out.toSeat(seatId, { ...welcome, records })
  tellSeats(floor, seatId)
  const session = floor.sessions.get(desk.sessionId ?? '')
  if (session) tellCall(floor, session, seatId)
  else writesOn(floor, seatId)
  limitWrapUp(floor, desk)
}

/** What the seat has in hand: a call that rings, or a talk. */
function tellCall(floor: Floor, session: Session, seatId: string): void {
  if (ringsAt(session, seatId)) announce(floor, session, seatId)
  else {
    tellTalk(floor, session, seatId)
    tellEarlier(floor, session.sessionId, session.userId, seatId)
  }
}

/** A seat whose line is lost gets no calls and hears nothing of the others; what it has in hand is kept for it. */
export function seatLine(floor: Floor, seatId: string, line: Desk['line']): void {
  const desk = floor.desks.get(seatId)
  if (!desk || desk.line === line) return
  desk.line = line
  noteDesk(floor, desk)
  if (line === 'lost') return
  limitWrapUp(floor, desk)
  tellSeats(floor, seatId)
}

export function signOut(floor: Floor, seatId: string): void {
  const desk = floor.desks.get(seatId)
  if (!desk) return
  const session = floor.sessions.get(desk.sessionId ?? '')
  // First, or the call that leaves this seat would ring it again.
  floor.desks.delete(seatId)
  floor.seatNews.add(seatId)
  floor.shelf.remove('desk', seatId)
  if (session) seatGone(floor, session, seatId)
  if (desk.wrapUp) fileRecord(floor, desk.wrapUp.call.sessionId)
}

/** Who says "online" has written up what there was; any other status begins when that is done. */
export function chooseStatus(floor: Floor, seatId: string, status: Desk['chosen'], reason?: string): void {
  const desk = floor.desks.get(seatId)
  if (!desk) return
  if (status === 'online') {
    offerAgain(floor, seatId)
    endWrapUp(floor, desk)
  }
  if (desk.chosen === status && desk.away === undefined && desk.reason === reason) return
  turn(floor, desk, { chosen: status, away: undefined, reason })
}

export function seatInfos(floor: Floor): readonly SeatInfo[] {
  return [...floor.desks.values()].map((desk) => seatInfo(floor, desk))
}

/** More than fit in one frame come as changes of the first ones. */
function tellSeats(floor: Floor, seatId: string): void {
  const time = floor.clock.now()
  const [first = [], ...others] = inParts(seatInfos(floor), JSON.stringify)
  floor.out.toSeat(seatId, { type: 'seat/seats', time, seats: first })
  for (const seats of others) floor.out.toSeat(seatId, { type: 'seat/changed', time, seats, gone: [] })
}

/** Who says "I am here" gets the calls that were missed before. */
function offerAgain(floor: Floor, seatId: string): void {
  for (const session of floor.sessions.values()) {
    if (session.passed.delete(seatId)) noteCall(floor, session)
  }
}
