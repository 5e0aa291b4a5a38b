import { randomBytes } from 'node:crypto'
import type { ConsultEnd } from '../desk-messages'
import { closeConsult, consultOf, freeAsked } from './asked'
import { arm, disarm, isFree, noteCall, seatOf, stopsRinging, turn, type Floor } from './floor'
import { announce } from './ringing'
import { carryRemark, closeServing, servingOf } from './servings'
import type { Consult, Session } from './session'
import type { Refusal } from './talking'
import { tellAlone, tellConsult, tellHeld, tellTalk } from './telling'

/** A colleague is rung; the customer waits on hold. */
export function ask(floor: Floor, session: Session, seatId: string, toSeatId: string): Refusal {
  const { stage, sessionId } = session
  if (stage.phase !== 'talking' || stage.seatId !== seatId) return 'NOT_TALKING'
  if (stage.consult) return 'ASKING_ALREADY'
  const desk = floor.desks.get(toSeatId)
  if (!desk || !isFree(desk)) return 'SEAT_NOT_FREE'
  const roomId = randomBytes(12).toString('base64url')
  const askedBy = seatOf(floor, seatId).name
  turn(floor, desk, { sessionId })
  session.servings.push({ seatId: toSeatId, seatName: desk.name, ringAt: floor.clock.now(), askedBy })
  session.stage = { ...stage, held: true, consult: { seatId: toSeatId, roomId, state: 'ringing', muted: false } }
  awaitAsked(floor, session, floor.config.ringTimeoutMs)
  if (!stage.held) tellHeld(floor, session)
  tellConsult(floor, session)
  announce(floor, session, toSeatId)
  return undefined
}

/** It rings no longer than this. */
export function awaitAsked(floor: Floor, session: Session, patienceMs: number): void {
  arm(floor, session, patienceMs, () => {
    const desk = floor.desks.get(consultOf(session)?.seatId ?? '')
    if (desk) turn(floor, desk, { chosen: 'rest', away: 'missed', reason: undefined })
    notTaken(floor, session, 'missed')
  })
}

/** The colleague who was rung does not come. The customer stays on hold: the agent says when to go on. */
function notTaken(floor: Floor, session: Session, away: 'missed' | 'declined', reason?: string): void {
  const serving = servingOf(session, consultOf(session)?.seatId ?? '')
  if (serving) Object.assign(serving, { away, reason })
  stopAsking(floor, session, away)
}

/** What a seat that was rung is told; one that declined stays online. */
const missedBecause: Readonly<Record<ConsultEnd, string>> = {
  ...{ back: 'calledOff', left: 'calledOff', lost: 'lost' },
  ...{ missed: 'missed', declined: 'notAsked' },
}

/** Nobody is asked any more, and both seats know. Whether the customer is on hold stays as it is. */
export function stopAsking(floor: Floor, session: Session, why: ConsultEnd): void {
  const { sessionId } = session
  const consult = closeConsult(floor, session)
  if (!consult) return
  const { seatId, state } = consult
  closeServing(floor, session, seatId, statusOf(consult, why))
  if (state === 'ringing') floor.out.toSeat(seatId, { type: 'seat/missed', sessionId, reason: missedBecause[why] })
  else floor.out.toSeat(seatId, { type: 'seat/advised', sessionId })
  freeAsked(floor, session, consult)
  tellAlone(floor, session, why)
}

/** Of the asked seat's part, in the words of the record. */
function statusOf({ state }: Consult, why: ConsultEnd): string {
  if (why === 'back' || why === 'left') return 'ok'
  return state === 'ringing' ? 'seatGiveUp' : 'seatForward'
}

/** The colleague takes the call that rings: the two talk. */
export function answerAsked(floor: Floor, session: Session, seatId: string): Refusal {
  const { stage } = session
  if (stage.phase !== 'talking' || stage.consult?.state !== 'ringing') return 'NOT_RINGING'
  disarm(session)
  stopsRinging(floor, seatId)
  const serving = servingOf(session, seatId)
  if (serving) {
    serving.acceptedAt = floor.clock.now()
    carryRemark(session, serving)
  }
  session.stage = { ...stage, consult: { ...stage.consult, state: 'aside' } }
  noteCall(floor, session)
  tellTalk(floor, session, seatId)
  tellConsult(floor, session, true)
  return undefined
}

export function declineAsked(floor: Floor, session: Session, reason?: string): Refusal {
  if (consultOf(session)?.state !== 'ringing') return 'NOT_RINGING'
  notTaken(floor, session, 'declined', reason)
  return undefined
}

export function muteAsked(floor: Floor, session: Session, muted: boolean): Refusal {
  const { stage } = session
  if (stage.phase !== 'talking' || !stage.consult) return 'NOT_ASKED'
  session.stage = { ...stage, consult: { ...stage.consult, muted } }
  noteCall(floor, session)
  return undefined
}
