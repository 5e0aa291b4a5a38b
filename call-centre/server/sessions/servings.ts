import type { Floor } from './floor'
import type { Serving, Session } from './session'

/** The latest part of a seat in a call. */
export function servingOf({ servings }: Session, seatId: string): Serving | undefined {
  return servings.findLast((serving) => serving.seatId === seatId)
}

/** The seat has the call again: what it wrote of it goes on, and stands in the record once. */
export function carryRemark({ servings }: Session, serving: Serving): void {
  const before = servings.findLast((each) => each !== serving && each.seatId === serving.seatId && each.remark)
  if (!before?.remark) return
  serving.remark = before.remark
  delete before.remark
}

/** Writes the end of a seat's latest part. */
export function closeServing(floor: Floor, session: Session, seatId: string, endStatus: string): void {
  const serving = servingOf(session, seatId)
  if (!serving) return
  serving.endedAt = floor.clock.now()
  serving.endStatus = endStatus
}
