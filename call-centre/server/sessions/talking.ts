import type { RefusalCode } from '../desk-messages'
import { servedBy } from '../records/call-record'
import { furthestReach } from '../routing/reach'
import { consultOf } from './asked'
import { endAndTell } from './ending'
import { enqueue, enter, isFree, noteCall, seatOf, stopsRinging, suits, workingSeats, type Floor } from './floor'
import { passOn } from './ringing'
import { carryRemark, closeServing, servingOf } from './servings'
import type { Session } from './session'
import { seatsWith, tellConsult, tellHeld, tellTalk } from './telling'
import { endWrapUp, leaveTalk } from './wrap-up'

/** Why a seat's command was not carried out; undefined: it was. */
export type Refusal = RefusalCode | undefined

/** The seat takes the call that rings. */
export function answer(floor: Floor, session: Session, seatId: string): Refusal {
  if (session.stage.phase !== 'ringing' || session.stage.seatId !== seatId) return 'NOT_RINGING'
  if (!floor.media.canBeHeard(session)) {
    endAndTell(floor, session, { closeBy: 'admin', endStatus: 'error', reason: 'All voice lines are in use.' })
    return 'NO_VOICE_LINE'
  }
  const desk = floor.desks.get(seatId)
  if (desk) endWrapUp(floor, desk)
  const { sessionId, linkId, promised } = session
  enter(floor, session, { phase: 'talking', seatId, held: false, muted: false })
  stopsRinging(floor, seatId)
  if (promised) floor.estimates.answered(promised, session.since)
  session.promised = undefined
  session.waitsSince = undefined
  const serving = servingOf(session, seatId)
  if (serving) {
    serving.acceptedAt = session.since
    carryRemark(session, serving)
  }
  const room = floor.media.customerRoom(session)
  floor.out.toCustomer(linkId, { type: 'call/accepted', sessionId, seat: seatOf(floor, seatId), room })
  tellTalk(floor, session, seatId)
  return undefined
}

/** The desk has lost a room for good. */
export function seatRejoin(floor: Floor, session: Session, seatId: string): Refusal {
  const { stage } = session
  const isIn = stage.phase === 'talking' && [stage.seatId, stage.consult?.seatId].includes(seatId)
  if (!isIn || (stage.consult?.seatId === seatId && stage.consult.state === 'ringing')) return 'NOT_TALKING'
  tellTalk(floor, session, seatId)
  return undefined
}

/** Of a talk about which a colleague is asked, the hold swaps between the two. */
export function hold(floor: Floor, session: Session, seatId: string, held: boolean): Refusal {
  if (session.stage.phase !== 'talking' || session.stage.seatId !== seatId) return 'NOT_TALKING'
  if (session.stage.held === held) return undefined
  const { consult } = session.stage
  const aside = consult?.state === 'three' ? { ...consult, state: 'aside' as const } : consult
  session.stage = { ...session.stage, held, consult: aside }
  noteCall(floor, session)
  tellHeld(floor, session)
  tellConsult(floor, session)
  return undefined
}

/** Keeps that the agent is muted, so that the next page of the seat begins muted. The customer gets no message. */
export function mute(floor: Floor, session: Session, seatId: string, muted: boolean): Refusal {
  if (session.stage.phase !== 'talking' || session.stage.seatId !== seatId) return 'NOT_TALKING'
  session.stage = { ...session.stage, muted }
  noteCall(floor, session)
  return undefined
}

/** The customer was interrupted, or is back. A seat that answers later is told as well. */
export function interrupt(floor: Floor, session: Session, held: boolean, reason?: string): void {
  const why = reason === undefined ? {} : { reason }
  session.interruption = held ? why : undefined
  noteCall(floor, session)
  const { sessionId } = session
  for (const seatId of seatsWith(session)) {
    floor.out.toSeat(seatId, { type: 'seat/customerHeld', sessionId, held, ...why })
  }
}

/** Where a call is given to; nothing named: back to the queue. */
interface Target {
  readonly toSeatId?: string
  readonly toGroup?: string
}

/** To a seat that is free, to a group in which somebody works, or back to the queue. */
export function transfer(floor: Floor, session: Session, seatId: string, { toSeatId, toGroup }: Target): Refusal {
  if (session.stage.phase !== 'talking' || session.stage.seatId !== seatId) return 'NOT_TALKING'
  if (consultOf(session)) return 'STILL_ASKING'
  const target = toSeatId === undefined ? undefined : floor.desks.get(toSeatId)
  if (toSeatId !== undefined && (!target || !isFree(target))) return 'SEAT_NOT_FREE'
  if (toGroup !== undefined && !othersWork(floor, toGroup, seatId)) return 'GROUP_AWAY'
  const serving = servingOf(session, seatId)
  if (serving) serving.transferredTo = toSeatId ?? toGroup ?? ''
  if (serving && toGroup !== undefined) serving.toGroup = true
  session.transferredFrom = floor.desks.get(seatId)?.name
  session.group = toGroup ?? session.group
  floor.out.toSeat(seatId, { type: 'seat/transferred', sessionId: session.sessionId })
  leave(floor, session, seatId, toSeatId)
  return undefined
}

/** Whether another seat than this one may take calls of a group in the end. */
function othersWork(floor: Floor, group: string, seatId: string): boolean {
  const { groups } = floor.config
  const reach = furthestReach(groups, group)
  const own = suits(floor, reach, seatId) === undefined ? 0 : 1
  return reach.every((groupId) => Object.hasOwn(groups, groupId)) && workingSeats(floor, reach) > own
}

/** The seat does not want the call that rings. */
export function decline(floor: Floor, session: Session, seatId: string, reason?: string): Refusal {
  const { stage } = session
  if (stage.phase !== 'ringing' || stage.seatId !== seatId) return 'NOT_RINGING'
  passOn(floor, session, 'declined', reason)
  return undefined
}

/** A seat that talks ends the call; so does one whose talk went back to the queue while its line was lost. */
export function seatHangUp(floor: Floor, session: Session, seatId: string): Refusal {
  const { stage } = session
  const last = servedBy(session)
  const wasLeft = stage.phase !== 'talking' && last?.seatId === seatId && last.transferredTo === undefined
  const isOwn = stage.phase === 'talking' && stage.seatId === seatId
  if (!isOwn && !wasLeft) return 'NOT_YOURS'
  endAndTell(floor, session, { closeBy: 'seat', endStatus: 'ok' })
  return undefined
}

/** The call goes on without this seat, at the old place of the queue. */
export function leave(floor: Floor, session: Session, seatId: string, toSeatId?: string): void {
  closeServing(floor, session, seatId, 'seatForward')
  session.passed.clear()
  session.passed.add(seatId)
  floor.media.seatLeaves(session, seatId)
  leaveTalk(floor, session, seatId)
  enqueue(floor, session, toSeatId)
}
