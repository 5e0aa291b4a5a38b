/** What the customer asks for, or a policy on the customer's behalf; and whether a call can be dialled at all. */
import { type EventOf, type LineFailure, MENDABLE, type PhoneEvent } from './event'
import {
  asksPhone,
  type Dialling,
  type Effect,
  isConnected,
  isRunning,
  lacks,
  noMedia,
  notSupported,
  only,
  phaseTold,
  send,
  type Session,
  type Step,
  tell,
} from './session'
import { endHere, endStatusAtHangUp, endThere } from './end'
import { LONGEST_PROMPT } from '../link/shapes'

/** A log-in may still be renewed while the phone is asked: it is that question that answers for it. */
const OF_THE_LOG_IN: readonly LineFailure[] = ['LOGIN_REQUIRED', 'TOKEN_EXPIRED']

/** A line that was given up for what may be mended is tried again by the dialling itself. */
const refusal = ({ line, awaiting }: Dialling): LineFailure | null => {
  if (line.state !== 'closed' || line.code === null || MENDABLE.includes(line.code)) return null
  return awaiting === 'phone' && OF_THE_LOG_IN.includes(line.code) ? null : line.code
}

export const startSent = ({ callId, channelId, media, context }: Dialling): Effect =>
  send({ type: 'call/start', callId, channelId, media, ...(context === undefined ? {} : { context }) })

/** The dialling, or its end when there is no line and none will come by itself: then nothing of it was ever said. */
export const dialled = (from: Session, dialling: Dialling, at: number): Step => {
  const error = refusal(dialling)
  if (error !== null) return endThere(dialling, { closeBy: 'admin', endStatus: 'clientError', error }, at, from)
  const told = phaseTold(from, dialling)
  return [dialling, dialling.awaiting === 'phone' ? told : [startSent(dialling), ...told]]
}

export const callStarted = (session: Session, intent: EventOf<'intent/startCall'>, at: number): Step => {
  if (isRunning(session)) return only(session)
  const { line, interruption } = session
  const { callId, channelId, media, context } = intent
  const dialling: Dialling = {
    ...noMedia,
    line,
    interruption,
    camera: { ...noMedia.camera, desired: media === 'video' ? 'on' : 'off' },
    phase: 'dialling',
    callId,
    channelId,
    media,
    awaiting: intent.awaiting ?? 'answer',
    startedAt: at,
    ...(context === undefined ? {} : { context }),
  }
  return dialled(session, dialling, at)
}

/** An answer for a call that is dialled or over, or for another one, comes too late. */
const isAwaited = (session: Session, { callId }: PhoneEvent): session is Dialling =>
  asksPhone(session) && session.callId === callId

export const phoneReady = (session: Session, event: PhoneEvent, at: number): Step =>
  isAwaited(session, event) ? dialled(session, { ...session, awaiting: 'answer' }, at) : only(session)

export const phoneUnready = (session: Session, event: EventOf<'phone/unready'>, at: number): Step => {
  if (!isAwaited(session, event)) return only(session)
  const { code, cause } = event
  return endHere(session, { closeBy: 'client', endStatus: 'clientError', cause, error: code }, at)
}

/** A page in JavaScript may give anything as its reason; a hang-up with more would be invalid, and keep the call. */
const wordsOf = (reason: unknown): string | undefined =>
  typeof reason === 'string' ? reason.slice(0, LONGEST_PROMPT) : undefined

/** A hang-up that a policy asked for in a phase that is over comes too late: a source beats a timer. */
export const hungUp = (session: Session, intent: EventOf<'intent/hangUp'>, at: number): Step => {
  if (!isRunning(session)) return only(session)
  if (intent.inPhase !== undefined && intent.inPhase !== session.phase) return only(session)
  const { policy } = intent
  const reason = wordsOf(intent.reason)
  const endStatus = endStatusAtHangUp(session)
  if (policy === undefined) {
    const cancelled = session.phase === 'dialling' ? ({ error: 'CANCELLED' } as const) : {}
    return endHere(session, { closeBy: 'client', endStatus, cause: reason, ...cancelled }, at)
  }
  const cause = wordsOf(reason === undefined ? policy : `${policy}: ${reason}`)
  const unanswered = session.phase === 'dialling' ? ({ error: 'NO_ANSWER' } as const) : {}
  return endHere(session, { closeBy: 'timer', endStatus, cause, ...unanswered }, at)
}

export const digitsPressed = (session: Session, { digits }: EventOf<'intent/sendDigits'>): Step =>
  isConnected(session)
    ? [session, [send({ type: 'call/digits', sessionId: session.sessionId, digits })]]
    : only(session)

/** After the end, too: a rating is. Before the answer there is no call that it could be about. */
export const asideSaid = (session: Session, { about, body }: EventOf<'intent/aside'>): Step => {
  if (!('sessionId' in session) || session.sessionId === null) return only(session)
  const { sessionId } = session
  const aside = send({ type: 'call/aside', sessionId, about, body })
  return [session, [lacks(session, about) ? notSupported(about) : aside]]
}

export const notified = (session: Session, { topic, policy }: EventOf<'intent/notify'>): Step => [
  session,
  [tell({ name: 'notice', detail: { topic, policy: policy ?? null } })],
]
