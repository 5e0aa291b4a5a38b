/** What customers say beside the voice: PROTOCOL.md §4.4. */
import { noteCall, type Floor } from './floor'
import type { Session } from './session'

/** What is not known here is ignored, as an unknown message is. */
export function hearAside(floor: Floor, session: Session, { about, body }: Aside): void {
  if (about === 'context') changeContext(floor, session, body)
}

interface Aside {
  readonly about: string
  readonly body: string
}

/** The app says something else of the call. Whoever has it in hand sees it at once, and whoever gets it later. */
function changeContext(floor: Floor, session: Session, context: string): void {
  session.context = context
  noteCall(floor, session)
  const { sessionId, stage } = session
  if ('seatId' in stage) floor.out.toSeat(stage.seatId, { type: 'seat/context', sessionId, context })
}
