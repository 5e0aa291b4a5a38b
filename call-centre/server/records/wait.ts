import type { CallSummary } from '../call-summary'

/** For how long a call waited for its first seat, or in vain. */
export interface Wait {
  readonly ms: number
  readonly answered: boolean
}

/** Undefined: it never waited, as one that ended in the menu; or the customer kept the place, and was not given up. */
export function waitOf({ queuedAt, endedAt, durationMs, seatName, keepsPlace }: CallSummary): Wait | undefined {
  if (queuedAt === undefined || keepsPlace) return undefined
  const answered = seatName !== undefined
  return { ms: (answered ? endedAt - durationMs : endedAt) - queuedAt, answered }
}
