import { closeServing, endAndTell } from './ending'
import { arm, enqueue, enter, free, noteDesk, seatOf, type Desk, type Floor } from './floor'
import type { WaitingSession } from './queue'
import type { Session } from './session'
import { workingSeats } from './waiting'

/** Rings as many seats as there are both free seats and waiting customers. */
export function ringFreeSeats(floor: Floor): void {
  // A queue may be long, and this runs after every change.
  const anyFree = (): boolean => [...floor.desks.values()].some(isFree)
  if (floor.queue.line.length === 0 || !anyFree()) return
  for (const session of [...floor.queue.line]) {
    if (!anyFree()) return
    const desk = deskFor(floor, session)
    if (desk) ring(floor, session, desk)
  }
}

/** Without a single working seat the customers are sent home, where the configuration wants it so. */
export function endWithoutSeats(floor: Floor): void {
  if (floor.config.noSeatOnline === 'wait' || workingSeats(floor) > 0) return
  for (const session of [...floor.queue.line]) {
    endAndTell(floor, session, { closeBy: 'admin', endStatus: 'noSeatOnline' })
  }
}

/** The seat did not take the call: the next one is looked for. */
export function miss(floor: Floor, session: Session, reason: string): void {
  if (session.stage.phase !== 'ringing') return
  const { seatId } = session.stage
  session.passed.add(seatId)
  session.missedRings += 1
  closeServing(floor, session, 'seatGiveUp')
  free(floor, seatId)
  floor.out.toSeat(seatId, { type: 'seat/missed', sessionId: session.sessionId, reason })
  enqueue(floor, session)
  const { maxMissedRings } = floor.config
  if (maxMissedRings > 0 && session.missedRings >= maxMissedRings) {
    endAndTell(floor, session, { closeBy: 'admin', endStatus: 'seatGiveUp' })
  }
}

/** A seat that is free and takes calls. */
export function isFree(desk: Desk): boolean {
  return desk.chosen === 'online' && desk.sessionId === undefined && !desk.stopWaiting
}

/** The seat that has been free longest, of those that have not had their turn; when all had it, of all. */
function deskFor(floor: Floor, { stage, passed }: WaitingSession): Desk | undefined {
  const freeDesks = [...floor.desks.values()].filter(isFree).sort((a, b) => a.freeSince - b.freeSince)
  const wanted = freeDesks.find((desk) => desk.seatId === stage.wanted)
  if (wanted) return wanted
  const fresh = freeDesks.find((desk) => !passed.has(desk.seatId))
  if (fresh) return fresh
  const working = [...floor.desks.values()].filter((desk) => desk.chosen === 'online')
  return working.every((desk) => passed.has(desk.seatId)) ? freeDesks[0] : undefined
}

function ring(floor: Floor, session: Session, desk: Desk): void {
  const { sessionId, transferredFrom } = session
  const { seatId, name } = desk
  desk.sessionId = sessionId
  noteDesk(floor, desk)
  session.servings.push({ seatId, seatName: name, ringAt: floor.clock.now(), transferredFrom })
  enter(floor, session, { phase: 'ringing', seatId })
  waitForAnswer(floor, session, floor.config.ringTimeoutMs)
  floor.out.toCustomer(session.linkId, { type: 'call/ringing', sessionId, seat: seatOf(floor, seatId) })
  announce(floor, session, seatId)
}

/** The next seat is looked for when this one does not answer within `patienceMs`. */
export function waitForAnswer(floor: Floor, session: Session, patienceMs: number): void {
  arm(floor, session, patienceMs, () => {
    miss(floor, session, 'not answered in time')
  })
}

/** Tells a seat that a call rings there, and for how long it still will. */
export function announce(floor: Floor, session: Session, seatId: string): void {
  const { transferredFrom, timerAt = 0 } = session
  floor.out.toSeat(seatId, {
    type: 'seat/incoming',
    sessionId: session.sessionId,
    caller: session.userId,
    channel: session.channelName,
    media: session.media,
    ivrPath: session.ivrPath,
    timeoutMs: Math.max(0, timerAt - floor.clock.now()),
    ...(transferredFrom === undefined ? {} : { transferredFrom }),
  })
}
