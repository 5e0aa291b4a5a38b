/** The one way into `ended`, and who is told. */
import type { ErrorCode } from '../errors/codes'
import type { CloseBy, EndStatus } from '../link/messages'
import {
  asksPhone,
  type Effect,
  type Effects,
  type Ended,
  noMedia,
  phaseTold,
  type Running,
  send,
  type Session,
  type Step,
  tell,
} from './session'

export const END_STATUS_CODES: Readonly<Record<EndStatus, number>> = {
  ok: 1,
  seatGiveUp: 17,
  blackList: 100,
  ivrGiveUp: 102,
  waitingGiveUp: 103,
  ringingGiveUp: 104,
  noSeatOnline: 105,
  notWorkTime: 106,
  ivrEnd: 107,
  clientError: 211,
  callConflict: 501,
  clientTimeout: 502,
  error: 0,
}

export interface Finish {
  readonly closeBy: CloseBy
  readonly endStatus: EndStatus
  readonly cause?: string | undefined
  readonly error?: ErrorCode
}

const finished = (session: Running, how: Finish, at: number): Ended => {
  const acceptedAt = session.phase === 'dialling' ? null : session.acceptedAt
  return {
    ...noMedia,
    line: session.line,
    interruption: session.interruption,
    phase: 'ended',
    callId: session.callId,
    channelId: session.channelId,
    media: session.media,
    startedAt: session.startedAt,
    sessionId: session.phase === 'dialling' ? null : session.sessionId,
    acceptedAt,
    endedAt: at,
    end: {
      closeBy: how.closeBy,
      endStatus: how.endStatus,
      code: END_STATUS_CODES[how.endStatus],
      duration: acceptedAt === null ? 0 : Math.max(0, Math.floor((at - acceptedAt) / 1000)),
      cause: how.cause ?? null,
      error: how.error ?? null,
    },
  }
}

/** A session that never started does not end either: `startCall` rejects instead. */
const endTold = ({ sessionId, end }: Ended): Effects => {
  if (sessionId === null) return []
  const { closeBy, endStatus, code, duration, cause, error } = end
  const ended = tell({ name: 'sessionEnded', detail: { sessionId, closeBy, endStatus, code, duration, cause } })
  return error === null ? [ended] : [tell({ name: 'error', detail: { code: error, cause } }), ended]
}

const hangUpOf = ({ callId, sessionId, end }: Ended): Effect =>
  send({
    type: 'call/hangUp',
    callId,
    ...(sessionId === null ? {} : { sessionId }),
    closeBy: end.closeBy === 'timer' ? 'timer' : 'client',
    endStatus: end.endStatus,
    ...(end.cause === null ? {} : { reason: end.cause }),
  })

/** An end that the call centre knows of, or that it need not know: it is not told. `from`: the session before the step. */
export const endThere = (session: Running, how: Finish, at: number, from: Session = session): Step => {
  const ended = finished(session, how, at)
  return [ended, phaseTold(from, ended).concat(endTold(ended))]
}

/**
 * An end that was decided here: the call centre is told, unless it has heard nothing of the call. One whose line was
 * given up is told when the line comes back: it may still keep the session, and would keep the seat in it.
 */
export const endHere = (session: Running, how: Finish, at: number): Step => {
  const ended = finished(session, how, at)
  const told = phaseTold(session, ended).concat(endTold(ended))
  return [ended, asksPhone(session) ? told : [hangUpOf(ended), ...told]]
}

/** The end status of a customer who hangs up now. A call that was accepted once stays `ok`, also in a transfer. */
export const endStatusAtHangUp = (session: Session): EndStatus => {
  if ('acceptedAt' in session && session.acceptedAt !== null) return 'ok'
  if (session.phase === 'waiting') return 'waitingGiveUp'
  if (session.phase === 'ringing') return 'ringingGiveUp'
  return 'ivrGiveUp'
}
