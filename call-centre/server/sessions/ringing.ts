import { consultOf } from './asked'
import { endAndTell } from './ending'
import type { AwayReason } from '../desk-messages'
import { chooseSeat } from '../routing/choose-seat'
import { furthestReach, reachOf } from '../routing/reach'
import {
  arm,
  callerInfo,
  enqueue,
  enter,
  free,
  isFree,
  priorityOf,
  seatOf,
  suits,
  turn,
  type Desk,
  type Floor,
  waitedMs,
  workingSeats,
} from './floor'
import { tellEarlier } from './earlier'
import { beforeAll } from './place'
import type { WaitingSession } from './queue'
import { closeServing, servingOf } from './servings'
import type { Serving, Session } from './session'
import { writesOn } from './wrap-up'

/** Rings as many seats as there are both free seats and waiting customers. */
export function ringFreeSeats(floor: Floor): void {
  const { groups } = floor.config
  // A queue may be long, and this runs after every change: a call that no free seat may take is passed over soon.
  const expected = expectedIn(floor)
  const isWaitedFor = (desk: Desk): boolean => expected.some((session) => writesUpFor(desk, session))
  const free = new Set([...floor.desks.values()].filter((desk) => isFree(desk) || isWaitedFor(desk)))
  if (free.size === 0) return
  for (const session of [...floor.queue.line]) {
    const reach = reachOf(groups, session.group, waitedMs(floor, session))
    const { wanted } = session.stage
    const mayRing = [...free].some(({ seatId }) => seatId === wanted || suits(floor, reach, seatId) !== undefined)
    const desk = mayRing ? deskFor(floor, session, reach) : undefined
    if (!desk) continue
    ring(floor, session, desk)
    free.delete(desk)
    if (free.size === 0) return
  }
}

/** Customers for whom not a single seat works are sent home, where the configuration wants it so. */
export function endWithoutSeats(floor: Floor): void {
  const { noSeatOnline, groups } = floor.config
  if (noSeatOnline === 'wait') return
  for (const group of new Set(floor.queue.line.map((session) => session.group))) {
    if (workingSeats(floor, furthestReach(groups, group)) > 0) continue
    for (const session of floor.queue.line.filter((each) => each.group === group)) {
      endAndTell(floor, session, { closeBy: 'admin', endStatus: 'noSeatOnline' })
    }
  }
}

/** The seat did not take the call: it is set on a break, or the call would come again, and the next one is looked for. */
export function passOn(floor: Floor, session: Session, away: AwayReason, reason?: string): void {
  const desk = session.stage.phase === 'ringing' ? floor.desks.get(session.stage.seatId) : undefined
  if (desk) turn(floor, desk, { chosen: 'rest', away, reason })
  const serving = desk && servingOf(session, desk.seatId)
  if (serving) Object.assign(serving, { away, reason } satisfies Partial<Serving>)
  miss(floor, session, away)
}

/** The call does not ring at the seat any more: the next one is looked for. */
export function miss(floor: Floor, session: Session, reason: string): void {
  if (session.stage.phase !== 'ringing') return
  const { seatId } = session.stage
  session.passed.add(seatId)
  session.missedRings += 1
  closeServing(floor, session, seatId, 'seatGiveUp')
  free(floor, seatId)
  floor.out.toSeat(seatId, { type: 'seat/missed', sessionId: session.sessionId, reason })
  writesOn(floor, seatId)
  enqueue(floor, session)
  const { maxMissedRings } = floor.config
  if (maxMissedRings > 0 && session.missedRings >= maxMissedRings) {
    endAndTell(floor, session, { closeBy: 'admin', endStatus: 'seatGiveUp' })
  }
}

/** Those for whom a seat waits: they stand before all others. */
function expectedIn(floor: Floor): readonly WaitingSession[] {
  const { line } = floor.queue
  const end = line.findIndex((session) => priorityOf(floor, session) < beforeAll)
  return line.slice(0, end < 0 ? undefined : end)
}

/** The talk of this customer that broke is being written up there: it may go on. */
function writesUpFor(desk: Desk, { userId, stage }: WaitingSession): boolean {
  return stage.wanted === desk.seatId && desk.wrapUp?.call.caller === userId && isFree({ ...desk, wrapUp: undefined })
}

/** The seat at which a call that waits rings now. */
function deskFor(floor: Floor, session: WaitingSession, reach: readonly string[]): Desk | undefined {
  const seats = [...floor.desks.values()]
    .filter(({ chosen }) => chosen === 'online')
    .map((desk) => ({
      desk,
      seatId: desk.seatId,
      ...(isFree(desk) || writesUpFor(desk, session) ? { freeSince: desk.since } : {}),
    }))
  const { lastSeat, passed, stage } = session
  return chooseSeat({ wanted: stage.wanted, lastSeat, passed }, seats, (seatId) => suits(floor, reach, seatId))?.desk
}

function ring(floor: Floor, session: Session, desk: Desk): void {
  const { sessionId, transferredFrom } = session
  const { seatId, name } = desk
  turn(floor, desk, { sessionId })
  session.servings.push({ seatId, seatName: name, ringAt: floor.clock.now(), transferredFrom })
  enter(floor, session, { phase: 'ringing', seatId })
  waitForAnswer(floor, session, floor.config.ringTimeoutMs)
  floor.out.toCustomer(session.linkId, { type: 'call/ringing', sessionId, seat: seatOf(floor, seatId) })
  announce(floor, session, seatId)
}

/** The next seat is looked for when this one does not answer within `patienceMs`. */
export function waitForAnswer(floor: Floor, session: Session, patienceMs: number): void {
  arm(floor, session, patienceMs, () => {
    passOn(floor, session, 'missed')
  })
}

/** Tells a seat that a call rings there, and for how long it still will. */
export function announce(floor: Floor, session: Session, seatId: string): void {
  const timeoutMs = Math.max(0, (session.timerAt ?? 0) - floor.clock.now())
  const { askedBy } = (consultOf(session) && servingOf(session, seatId)) ?? {}
  floor.out.toSeat(seatId, {
    ...{ type: 'seat/incoming', ...callerInfo(floor, session), timeoutMs },
    ...(askedBy === undefined ? {} : { askedBy }),
  })
  tellEarlier(floor, session.sessionId, session.userId, seatId)
}
