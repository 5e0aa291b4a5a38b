import type { CallPart, PartOutcome } from '../call-summary'
import type { Serving } from '../sessions/session'

/** What became of a call at each seat where it rang, in order. */
export function partsOf(servings: readonly Serving[]): readonly CallPart[] {
  return servings.map((serving) => ({
    seatId: serving.seatId,
    seatName: serving.seatName,
    outcome: outcomeOf(serving),
  }))
}

/** The seat was asked about the call of another, and never had it. */
export function isAdvice({ askedBy, tookOverAt }: Serving): boolean {
  return askedBy !== undefined && tookOverAt === undefined
}

const wasLost: readonly (string | undefined)[] = ['seatForward', 'seatGiveUp']

/** What became of a call at one seat. */
export function outcomeOf(serving: Serving): PartOutcome {
  const { acceptedAt, endStatus, transferredTo, away } = serving
  if (transferredTo !== undefined) return 'transferred'
  if (isAdvice(serving) && away === undefined && !wasLost.includes(endStatus)) {
    return acceptedAt === undefined ? 'calledOff' : 'advised'
  }
  if (acceptedAt !== undefined) return endStatus === 'seatForward' ? 'lost' : 'talked'
  if (away !== undefined) return away
  return endStatus === 'seatGiveUp' ? 'lost' : 'abandoned'
}
