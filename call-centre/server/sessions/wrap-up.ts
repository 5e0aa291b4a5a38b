import type { Remark } from '../desk-messages'
import { tellEarlier } from './earlier'
import { callerInfo, free, noteCall, turn, type Desk, type Floor } from './floor'
import type { Serving, Session } from './session'

/** The talk is over at this seat: no call rings there until it is written up, or until the limit. */
export function leaveTalk(floor: Floor, session: Session, seatId: string): void {
  const desk = floor.desks.get(seatId)
  const { wrapUpMs } = floor.config.workstation
  if (!desk || wrapUpMs === 0) {
    free(floor, seatId)
    return
  }
  const wrapUp = { call: callerInfo(floor, session), endsAt: floor.clock.now() + wrapUpMs }
  turn(floor, desk, { sessionId: undefined, wrapUp })
  limitWrapUp(floor, desk)
  tellWrapUp(floor, desk)
}

/** The page ends the wrap-up itself, with what was typed to the last moment; this is for one that does not. */
const graceMs = 2_000

/**
 * Ends the wrap-up of this seat, if it has one, a moment after its time is up. A page whose line is lost may have more to
 * say, and gets no call meanwhile: it has its moment when it is back.
 */
export function limitWrapUp(floor: Floor, { seatId, wrapUp }: Desk): void {
  if (!wrapUp) return
  floor.later(Math.max(0, wrapUp.endsAt - floor.clock.now()) + graceMs, () => {
    const desk = floor.desks.get(seatId)
    if (desk?.wrapUp === wrapUp && desk.line === 'up') endWrapUp(floor, desk)
  })
}

/** Says to the page of the seat what is to be written up and for how long. */
function tellWrapUp(floor: Floor, { seatId, wrapUp }: Desk): void {
  if (!wrapUp) return
  const remark = remarkOf(floor, wrapUp.call.sessionId, seatId)
  const limitMs = Math.max(0, wrapUp.endsAt - floor.clock.now())
  floor.out.toSeat(seatId, { type: 'seat/wrapUp', ...wrapUp.call, limitMs, remark })
}

/** The seat goes on with what it had to write up before, if it had: its page is new, or what rang there is gone. */
export function writesOn(floor: Floor, seatId: string): void {
  const desk = floor.desks.get(seatId)
  if (!desk?.wrapUp) return
  tellWrapUp(floor, desk)
  const { sessionId, caller } = desk.wrapUp.call
  tellEarlier(floor, sessionId, caller, seatId)
}

/** The next call may ring. */
export function endWrapUp(floor: Floor, desk: Desk): void {
  const { seatId, wrapUp } = desk
  if (!wrapUp) return
  turn(floor, desk, { wrapUp: undefined })
  const { sessionId } = wrapUp.call
  floor.out.toSeat(seatId, { type: 'seat/wrapUpOver', sessionId })
  fileRecord(floor, sessionId)
}

/** The agent has written up this call. One that is written up already, or another one, ends nothing. */
export function wrapUpDone(floor: Floor, seatId: string, sessionId: string): void {
  const desk = floor.desks.get(seatId)
  if (desk?.wrapUp?.call.sessionId === sessionId) endWrapUp(floor, desk)
}

/**
 * Keeps what a seat has written of its talk, whether the call goes on or is over; of a call in which it did not talk it
 * has nothing to say. A code that is not configured is left out: a page may be older than the configuration.
 */
export function noteRemark(floor: Floor, seatId: string, sessionId: string, { notes, disposition }: Remark): void {
  const isKnown = floor.config.workstation.dispositions.some(({ code }) => code === disposition)
  const remark = { notes, ...(isKnown && disposition !== undefined ? { disposition } : {}) }
  const session = floor.sessions.get(sessionId)
  const serving = servingIn(floor, sessionId, seatId)
  if (!serving) return
  if (!session) {
    floor.book.remark(sessionId, serving, remark)
    return
  }
  serving.remark = remark
  noteCall(floor, session)
}

/** The record goes its way when nobody has anything to write into it any more. */
export function fileRecord(floor: Floor, sessionId: string): void {
  const isOpen = [...floor.desks.values()].some(({ wrapUp }) => wrapUp?.call.sessionId === sessionId)
  if (!floor.sessions.has(sessionId) && !isOpen && !floor.ratings.has(sessionId)) floor.book.file(sessionId)
}

/** What the seat has written of its talk in a call, whether the call goes on or is over. */
export function remarkOf(floor: Floor, sessionId: string, seatId: string): Remark {
  return servingIn(floor, sessionId, seatId)?.remark ?? { notes: '' }
}

/** The last talk of the seat in a call. */
function servingIn(floor: Floor, sessionId: string, seatId: string): Serving | undefined {
  const servings = floor.sessions.get(sessionId)?.servings ?? floor.book.find(sessionId)?.servings ?? []
  return servings.findLast((serving) => serving.seatId === seatId && serving.acceptedAt !== undefined)
}
