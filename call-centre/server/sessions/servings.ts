import type { Floor } from './floor'
import type { Serving, Session } from './session'

/** The latest part of a seat in a call. */
export function servingOf({ servings }: Session, seatId: string): Serving | undefined {
  return servings.findLast((serving) => serving.seatId === seatId)
}

/** Writes the end of a seat's latest part. */
export function closeServing(floor: Floor, session: Session, seatId: string, endStatus: string): void {
  const serving = servingOf(session, seatId)
  if (!serving) return
  serving.endedAt = floor.clock.now()
  serving.endStatus = endStatus
}
