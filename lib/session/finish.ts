/** The one way into `ended`. */
import type { CloseBy, EndStatus } from '../events/messages'
import type { ErrorCode } from '../errors/codes'
import { END_STATUS_CODES } from './end'
import { type Ended, noMedia, type Running, type Session } from './session'

export interface Finish {
  readonly closeBy: CloseBy
  readonly endStatus: EndStatus
  readonly cause?: string | undefined
  readonly error?: ErrorCode
}

export const finish = (session: Running, how: Finish, at: number): Ended => {
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

/** The end status of a customer who hangs up now. A call that was accepted once stays `ok`, also in a transfer. */
export const endStatusAtHangUp = (session: Session): EndStatus => {
  if ('acceptedAt' in session && session.acceptedAt !== null) return 'ok'
  if (session.phase === 'waiting') return 'waitingGiveUp'
  if (session.phase === 'ringing') return 'ringingGiveUp'
  return 'ivrGiveUp'
}
