import type { CallPart, PartOutcome } from '../desk-messages'
import type { Serving } from '../sessions/session'

/** What became of a call at each seat where it rang, in order. */
export function partsOf(servings: readonly Serving[]): readonly CallPart[] {
  return servings.map((serving) => ({
    seatId: serving.seatId,
    seatName: serving.seatName,
    outcome: outcomeOf(serving),
  }))
}

/** What became of a call at one seat. */
export function outcomeOf({ acceptedAt, endStatus, transferredTo, away }: Serving): PartOutcome {
  if (transferredTo !== undefined) return 'transferred'
  if (acceptedAt !== undefined) return endStatus === 'seatForward' ? 'lost' : 'talked'
  if (away !== undefined) return away
  return endStatus === 'seatGiveUp' ? 'lost' : 'abandoned'
}
