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

/** Tells each waiting customer a place in the queue that is new. */
export function tellPositions(floor: Floor): void {
  const seats = workingSeats(floor)
  const meanTalkMs = floor.book.meanTalkMs() ?? floor.config.expectedTalkMs
  waitingLine(floor).forEach(({ stage, sessionId, linkId }, index) => {
    const position = index + 1
    if (stage.position === position) return
    stage.position = position
    const estimatedWaitMs = estimateWaitMs(position, seats, meanTalkMs)
    floor.out.toCustomer(linkId, { type: 'call/queued', sessionId, position, estimatedWaitMs })
  })
}
