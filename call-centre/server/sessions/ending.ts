import type { ClientMessage, EndStatus } from 'tccc-wx-sdk/call'
import type { CallSummary } from '../call-summary'
import { enter, free, type Floor } from './floor'
import type { Consult, End, LivePhase, Session } from './session'
import { closeConsult, freeAsked } from './asked'
import { expectBack } from './call-again'
import { returnPlace } from './places'
import { askForRating } from './rating'
import { closeServing } from './servings'
import { fileRecord, leaveTalk, writesOn } from './wrap-up'

type HangUp = Extract<ClientMessage, { type: 'call/hangUp' }>

const givenUpIn: Readonly<Record<LivePhase, EndStatus>> = {
  ivr: 'ivrGiveUp',
  waiting: 'waitingGiveUp',
  ringing: 'ringingGiveUp',
  talking: 'ok',
}

const stoppedIn: Readonly<Record<LivePhase, EndStatus>> = {
  ivr: 'ivrEnd',
  waiting: 'error',
  ringing: 'error',
  talking: 'ok',
}

/** Ends a call once: the record is written, the seat is free, both sides know. */
export function end(floor: Floor, session: Session, how: End): void {
  const consult = closeConsult(floor, session)
  const { stage, sessionId } = session
  if (stage.phase === 'ended') return
  if (how.closeBy === 'admin') returnPlace(floor, session)
  enter(floor, session, { phase: 'ended', end: how })
  floor.answers.ended(session, { type: 'call/ended', sessionId, ...how })
  floor.sessions.delete(sessionId)
  floor.shelf.remove('session', sessionId)
  if (stage.phase === 'ringing' || stage.phase === 'talking') {
    closeServing(floor, session, stage.seatId, how.endStatus)
  }
  if (consult) closeServing(floor, session, consult.seatId, how.endStatus)
  const record = floor.book.write(
    floor.config.textInRecord ? session : { ...session, texts: [] },
    how,
    floor.customers.inRecord(session.userId),
  )
  if (stage.phase === 'ringing') {
    free(floor, stage.seatId)
    // The call was fine; of this seat it was not.
    const reason = how.endStatus === 'ok' ? givenUpIn.ringing : how.endStatus
    floor.out.toSeat(stage.seatId, { type: 'seat/missed', sessionId, reason })
    writesOn(floor, stage.seatId)
  }
  if (stage.phase === 'talking') {
    const { closeBy, endStatus } = how
    floor.out.toSeat(stage.seatId, { type: 'seat/ended', sessionId, closeBy, endStatus, record })
    leaveTalk(floor, session, stage.seatId)
    expectBack(floor, session, stage.seatId, endStatus)
  }
  if (consult) tellAsked(floor, session, consult, how, record)
  const told = stage.phase === 'talking' ? [stage.seatId, ...(consult ? [consult.seatId] : [])] : []
  for (const seatId of new Set(session.servings.map((serving) => serving.seatId))) {
    if (!told.includes(seatId)) floor.out.toSeat(seatId, { type: 'seat/record', record })
  }
  askForRating(floor, session, how)
  fileRecord(floor, sessionId)
  floor.media.end(session)
}

/** The call is over about which this seat was asked. */
function tellAsked(
  floor: Floor,
  session: Session,
  consult: Consult,
  { closeBy, endStatus }: End,
  record: CallSummary,
): void {
  const { sessionId } = session
  const { seatId, state } = consult
  if (state === 'ringing') {
    floor.out.toSeat(seatId, { type: 'seat/missed', sessionId, reason: endStatus })
    floor.out.toSeat(seatId, { type: 'seat/record', record })
  } else floor.out.toSeat(seatId, { type: 'seat/ended', sessionId, closeBy, endStatus, record })
  freeAsked(floor, session, consult)
}

/** Ends a call and tells the customer, who has not asked for it. */
export function endAndTell(floor: Floor, session: Session, how: End): void {
  if (session.stage.phase === 'ended') return
  floor.out.toCustomer(session.linkId, { type: 'call/ended', sessionId: session.sessionId, ...how })
  end(floor, session, how)
}

/**
 * How a call ends when the customer hangs up now. A fault that only the customer's device knows is believed. A call that was
 * accepted once stays `ok`, also while it waits or rings again.
 */
export function customerEnd({ stage, servings }: Session, { closeBy, endStatus, reason }: HangUp): End {
  const talked = servings.some(({ acceptedAt }) => acceptedAt !== undefined)
  const known = endStatus === 'clientError' || endStatus === 'callConflict' || stage.phase === 'ended'
  return {
    closeBy,
    endStatus: known ? endStatus : givenUpIn[talked ? 'talking' : stage.phase],
    ...(reason === undefined ? {} : { reason }),
  }
}

/** How a call ends when the centre stops it now. */
export function adminEnd(session: Session, reason: string): End {
  const { phase } = session.stage
  return { closeBy: 'admin', endStatus: phase === 'ended' ? 'ok' : stoppedIn[phase], reason }
}
