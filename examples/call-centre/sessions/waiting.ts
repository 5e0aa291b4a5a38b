import type { Floor } from './floor'
import type { Session, Stage } from './session'

export type WaitingSession = Session & { stage: Extract<Stage, { phase: 'waiting' }> }

/** Who waits, longest first. */
export function waitingLine(floor: Floor): readonly WaitingSession[] {
  return [...floor.sessions.values()]
    .filter((session): session is WaitingSession => session.stage.phase === 'waiting')
    .sort((a, b) => (a.queuedAt ?? 0) - (b.queuedAt ?? 0))
}

/** How many seats work: those that take calls and those that have one. */
export function workingSeats(floor: Floor): number {
  return [...floor.desks.values()].filter((desk) => desk.chosen === 'online' || desk.sessionId !== undefined).length
}

/** Rounds of calls ahead × the mean talking time, in whole seconds. */
export function estimateWaitMs(position: number, seats: number, meanTalkMs: number): number {
  return Math.ceil((Math.ceil(position / Math.max(seats, 1)) * meanTalkMs) / 1000) * 1000
}

/** So many are told in one turn of the event loop: whoever speaks meanwhile is heard before the next ones are told. */
const TOLD_AT_ONCE = 100

/** Tells waiting customers a place in the queue that is new, those in front first; `true`: others still have to hear. */
export function tellPositions(floor: Floor): boolean {
  const seats = workingSeats(floor)
  const meanTalkMs = floor.book.meanTalkMs() ?? floor.config.expectedTalkMs
  const moved = waitingLine(floor)
    .map((session, index) => ({ session, position: index + 1 }))
    .filter(({ session, position }) => session.stage.position !== position)
  for (const { session, position } of moved.slice(0, TOLD_AT_ONCE)) {
    const { stage, sessionId, linkId } = session
    stage.position = position
    const estimatedWaitMs = estimateWaitMs(position, seats, meanTalkMs)
    floor.out.toCustomer(linkId, { type: 'call/queued', sessionId, position, estimatedWaitMs })
  }
  return moved.length > TOLD_AT_ONCE
}
