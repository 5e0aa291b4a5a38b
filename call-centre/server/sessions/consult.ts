import { closeConsult } from './asked'
import { stopAsking } from './asking'
import { enter, noteCall, seatOf, type Floor } from './floor'
import { closeServing, servingOf } from './servings'
import type { Consult, Serving, Session, Stage } from './session'
import type { Refusal } from './talking'
import { tellConsult, tellHeld, tellTalk } from './telling'
import { leaveTalk } from './wrap-up'

type Consulting = Extract<Stage, { phase: 'talking' }> & { readonly consult: Consult }

/** The talk of this seat, while a colleague is there who was asked. */
function consulting({ stage }: Session, seatId: string): Consulting | undefined {
  if (stage.phase !== 'talking' || stage.seatId !== seatId) return undefined
  const { consult } = stage
  return consult && consult.state !== 'ringing' ? { ...stage, consult } : undefined
}

/** All three hear each other. */
export function together(floor: Floor, session: Session, seatId: string): Refusal {
  const stage = consulting(session, seatId)
  if (!stage) return 'NOBODY_ANSWERED'
  session.stage = { ...stage, held: false, consult: { ...stage.consult, state: 'three' } }
  const serving = servingOf(session, stage.consult.seatId)
  if (serving) serving.togetherAt ??= floor.clock.now()
  noteCall(floor, session)
  if (stage.held) tellHeld(floor, session)
  tellConsult(floor, session)
  return undefined
}

/** The agent is alone with the customer again. Who says so when it is so already has what was asked for. */
export function goBack(floor: Floor, session: Session, seatId: string): Refusal {
  const { stage } = session
  if (stage.phase !== 'talking' || stage.seatId !== seatId) return 'NOT_TALKING'
  session.stage = { ...stage, held: false }
  noteCall(floor, session)
  if (stage.held) tellHeld(floor, session)
  stopAsking(floor, session, 'back')
  return undefined
}

/** The colleague has the call from now on. */
export function handOver(floor: Floor, session: Session, seatId: string): Refusal {
  const stage = consulting(session, seatId)
  if (!stage) return 'NOBODY_ANSWERED'
  if (!isThere(floor, stage)) return 'COLLEAGUE_AWAY'
  const serving = servingOf(session, seatId)
  if (serving) serving.transferredTo = stage.consult.seatId
  floor.out.toSeat(seatId, { type: 'seat/transferred', sessionId: session.sessionId })
  takeOver(floor, session, stage)
  return undefined
}

/** The page of the asking seat is gone: a colleague who is there has the call. False: nobody is. */
export function inherit(floor: Floor, session: Session, seatId: string): boolean {
  const stage = consulting(session, seatId)
  if (!stage || !isThere(floor, stage)) return false
  takeOver(floor, session, stage)
  return true
}

/** Or the customer would wait for a page that may never come back. */
function isThere({ desks }: Floor, { consult }: Consulting): boolean {
  return desks.get(consult.seatId)?.line === 'up'
}

/** The asking seat is out, by its wish or because its page is gone. */
function takeOver(floor: Floor, session: Session, stage: Consulting): void {
  const { seatId, held, consult } = stage
  const { sessionId, linkId } = session
  // Its desk may be gone.
  const name = servingOf(session, seatId)?.seatName
  closeServing(floor, session, seatId, 'seatForward')
  session.passed.clear()
  session.passed.add(seatId)
  session.transferredFrom = name
  closeConsult(floor, session)
  const serving = servingOf(session, consult.seatId)
  if (serving)
    Object.assign(serving, { transferredFrom: name, tookOverAt: floor.clock.now() } satisfies Partial<Serving>)
  floor.media.seatLeaves(session, seatId)
  leaveTalk(floor, session, seatId)
  if (held) floor.out.toCustomer(linkId, { type: 'call/held', sessionId, held: false })
  enter(floor, session, { phase: 'talking', seatId: consult.seatId, held: false, muted: consult.muted })
  // The room is the one of before: a fresh way into it would take the customer out of it.
  floor.out.toCustomer(linkId, { type: 'call/accepted', sessionId, seat: seatOf(floor, consult.seatId) })
  tellTalk(floor, session, consult.seatId)
}
