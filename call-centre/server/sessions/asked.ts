import { disarm, free, noteCall, type Floor } from './floor'
import type { RoomOfCall } from '../../media/media-plane'
import { servingOf } from './servings'
import type { Consult, Session } from './session'
import { leaveTalk } from './wrap-up'

export function consultOf({ stage }: Session): Consult | undefined {
  return stage.phase === 'talking' ? stage.consult : undefined
}

/** Where the two seats talk; nobody is seen there. */
export function roomOfConsult(session: Session, { roomId }: Consult): RoomOfCall {
  return { ...session, roomId, media: 'audio' }
}

/** Nobody is asked any more. The answer is who was; that seat's part goes on until somebody ends it. */
export function closeConsult(floor: Floor, session: Session): Consult | undefined {
  const consult = consultOf(session)
  if (!consult || session.stage.phase !== 'talking') return undefined
  disarm(session)
  session.stage = { ...session.stage, consult: undefined }
  noteCall(floor, session)
  if (consult.state !== 'ringing') floor.media.end(roomOfConsult(session, consult))
  return consult
}

/** Only who talked with the customer has something to write up. */
export function freeAsked(floor: Floor, session: Session, { seatId }: Consult): void {
  if (servingOf(session, seatId)?.togetherAt === undefined) free(floor, seatId)
  else leaveTalk(floor, session, seatId)
}
