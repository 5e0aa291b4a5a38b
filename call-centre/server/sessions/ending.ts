import type { ClientMessage, EndStatus } from 'tccc-wx-sdk/call'
import { enter, free, type Floor } from './floor'
import type { End, LivePhase, Session } from './session'
import { fileRecord, leaveTalk } from './wrap-up'

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
  const { stage } = session
  if (stage.phase === 'ended') return
  enter(floor, session, { phase: 'ended', end: how })
  floor.answers.ended(session, { type: 'call/ended', sessionId: session.sessionId, ...how })
  floor.sessions.delete(session.sessionId)
  floor.shelf.remove('session', session.sessionId)
  if (stage.phase === 'ringing' || stage.phase === 'talking') {
    closeServing(floor, session, how.endStatus)
  }
  const record = floor.book.write(session, how, floor.customers.inRecord(session.userId))
  const { sessionId } = session
  if (stage.phase === 'ringing') {
    free(floor, stage.seatId)
    // The call was fine; of this seat it was not.
    const reason = how.endStatus === 'ok' ? givenUpIn.ringing : how.endStatus
    floor.out.toSeat(stage.seatId, { type: 'seat/missed', sessionId, reason })
  }
  if (stage.phase === 'talking') {
    const { closeBy, endStatus } = how
    floor.out.toSeat(stage.seatId, { type: 'seat/ended', sessionId, closeBy, endStatus, record })
    leaveTalk(floor, session, stage.seatId)
  }
  const told = stage.phase === 'talking' ? stage.seatId : undefined
  for (const seatId of new Set(session.servings.map((serving) => serving.seatId))) {
    if (seatId !== told) floor.out.toSeat(seatId, { type: 'seat/record', record })
  }
  fileRecord(floor, sessionId)
  floor.media.end(session)
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

/** Writes the end of the present seat's part. */
export function closeServing(floor: Floor, session: Session, endStatus: string): void {
  const serving = session.servings.at(-1)
  if (!serving) return
  serving.endedAt = floor.clock.now()
  serving.endStatus = endStatus
}
