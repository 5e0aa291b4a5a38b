/** What customers say beside the voice: PROTOCOL.md §4.4. */
import { consultOf } from './asked'
import { noteCall, type Floor } from './floor'
import type { Session } from './session'
import { rate, showRating } from './rating'
import { hearText } from './texts'
import { hearWaiting } from './waiting'

interface Aside {
  readonly about: string
  readonly body: string
}

interface LateAside extends Aside {
  readonly sessionId: string
}

/** What is not known here is ignored, as an unknown message is. */
export function hearAside(floor: Floor, session: Session, { about, body }: Aside): void {
  if (about === 'context') changeContext(floor, session, body)
  if (about === 'text') hearText(floor, session, fieldsOf(body))
  if (about === 'rating') showRating(floor, session)
  if (about === 'waiting') hearWaiting(floor, session, fieldsOf(body))
}

/** Of a call that is over only its rating is still to be said. */
export function hearLate(floor: Floor, userId: string, { about, body, sessionId }: LateAside): void {
  if (about === 'rating') rate(floor, userId, sessionId, fieldsOf(body))
}

/** Nothing of a body that cannot be read. */
function fieldsOf(body: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(body)
    return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {}
  } catch {
    return {}
  }
}

/** The app says something else of the call. Whoever has it in hand, or is asked about it, sees it at once, and whoever gets it later. */
function changeContext(floor: Floor, session: Session, context: string): void {
  session.context = context
  noteCall(floor, session)
  const { sessionId, stage } = session
  const atHand = 'seatId' in stage ? [stage.seatId, consultOf(session)?.seatId] : []
  for (const seatId of atHand)
    if (seatId !== undefined) floor.out.toSeat(seatId, { type: 'seat/context', sessionId, context })
}
