import type { Floor } from './floor'

/** How many seats work: those that take calls and those that have one. */
export function workingSeats(floor: Floor): number {
  return [...floor.desks.values()].filter((desk) => desk.chosen === 'online' || desk.sessionId !== undefined).length
}

/** Rounds of calls ahead × the mean talking time, in whole seconds. */
export function estimateWaitMs(position: number, seats: number, meanTalkMs: number): number {
  return Math.ceil((Math.ceil(position / Math.max(seats, 1)) * meanTalkMs) / 1000) * 1000
}
