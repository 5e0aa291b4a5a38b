import type { ConsultEnd, ConsultInfo, ConsultState } from '../desk-messages'
import type { SeatRoom } from '../../media/media-plane'
import { consultOf, roomOfConsult } from './asked'
import { callerInfo, seatOf, type Floor } from './floor'
import { servingOf } from './servings'
import type { Consult, Session } from './session'
import { tellTexts } from './texts'
import { remarkOf } from './wrap-up'

/** Tells a desk where it talks, and whether the customer is interrupted. What another desk knew of the rooms is void. */
export function tellTalk(floor: Floor, session: Session, seatId: string): void {
  const { sessionId, interruption, since, stage } = session
  const consult = consultOf(session)
  if (stage.phase !== 'talking') return
  if (consult?.seatId === seatId) {
    tellAsked(floor, session, consult)
    return
  }
  const { held, muted } = stage
  floor.out.toSeat(seatId, {
    ...{ type: 'seat/talking', ...callerInfo(floor, session) },
    room: floor.media.seatRoom(session, seatId),
    elapsedMs: floor.clock.now() - since,
    ...{ held, muted },
    remark: remarkOf(floor, sessionId, seatId),
    ...(consult ? { consult: infoFor(floor, session, consult, 'asks', ownRoom(floor, session, consult)) } : {}),
  })
  tellTexts(floor, session)
  if (interruption) floor.out.toSeat(seatId, { type: 'seat/customerHeld', sessionId, held: true, ...interruption })
}

/** Tells a desk that is asked where it talks. */
function tellAsked(floor: Floor, session: Session, consult: Consult): void {
  const { seatId, muted } = consult
  const acceptedAt = servingOf(session, seatId)?.acceptedAt ?? floor.clock.now()
  floor.out.toSeat(seatId, {
    ...{ type: 'seat/talking', ...callerInfo(floor, session) },
    room: floor.media.seatRoom(roomOfConsult(session, consult), seatId),
    elapsedMs: floor.clock.now() - acceptedAt,
    ...{ held: false, muted },
    remark: remarkOf(floor, session.sessionId, seatId),
    consult: infoFor(floor, session, consult, 'asked'),
  })
}

/** Tells both seats how their consult stands. `entering`: the asked one has just answered, and the asking one has to follow. */
export function tellConsult(floor: Floor, session: Session, entering = false): void {
  const { sessionId, stage } = session
  const consult = consultOf(session)
  if (!consult || stage.phase !== 'talking') return
  const room = entering ? ownRoom(floor, session, consult) : undefined
  const asks = infoFor(floor, session, consult, 'asks', room)
  floor.out.toSeat(stage.seatId, { type: 'seat/consult', sessionId, held: stage.held, consult: asks })
  if (consult.state === 'ringing' || entering) return
  const asked = infoFor(floor, session, consult, 'asked')
  floor.out.toSeat(consult.seatId, { type: 'seat/consult', sessionId, held: false, consult: asked })
}

/** Tells the seat that asked that nobody is asked any more. */
export function tellAlone(floor: Floor, { sessionId, stage }: Session, why: ConsultEnd): void {
  if (stage.phase !== 'talking') return
  floor.out.toSeat(stage.seatId, { type: 'seat/consult', sessionId, held: stage.held, why })
}

/** Tells the customer, and the seat that talks, whether the customer is on hold. */
export function tellHeld(floor: Floor, { sessionId, linkId, stage }: Session): void {
  if (stage.phase !== 'talking') return
  const { held, seatId } = stage
  floor.out.toCustomer(linkId, { type: 'call/held', sessionId, held })
  floor.out.toSeat(seatId, { type: 'seat/held', sessionId, held })
}

/** The seats that are with the customer. */
export function seatsWith(session: Session): readonly string[] {
  if (session.stage.phase !== 'talking') return []
  const consult = consultOf(session)
  return [session.stage.seatId, ...(consult?.state === 'three' ? [consult.seatId] : [])]
}

export function stateOf({ stage }: Session, { state }: Consult): ConsultState {
  return state === 'aside' && stage.phase === 'talking' && !stage.held ? 'away' : state
}

function ownRoom(floor: Floor, session: Session, consult: Consult): SeatRoom | undefined {
  if (consult.state === 'ringing' || session.stage.phase !== 'talking') return undefined
  return floor.media.seatRoom(roomOfConsult(session, consult), session.stage.seatId)
}

function infoFor(
  floor: Floor,
  session: Session,
  consult: Consult,
  part: ConsultInfo['part'],
  room?: SeatRoom,
): ConsultInfo {
  const asking = session.stage.phase === 'talking' ? session.stage.seatId : ''
  const other = part === 'asks' ? consult.seatId : asking
  return { part, ...seatOf(floor, other), state: stateOf(session, consult), ...(room ? { room } : {}) }
}
