/** Rounds of calls ahead × the mean talking time, in whole seconds. */
export function estimateWaitMs(position: number, seats: number, meanTalkMs: number): number {
  return Math.ceil((Math.ceil(position / Math.max(seats, 1)) * meanTalkMs) / 1000) * 1000
}

/** What a customer was told first in a wait. */
export interface Promised {
  readonly at: number
  readonly waitMs: number
}

/** By how much the wait was longer than promised; negative: shorter. */
export function errorMs({ at, waitMs }: Promised, answeredAt: number): number {
  return answeredAt - at - waitMs
}

/** How good the estimates of the latest answered calls were. */
export interface EstimateQuality {
  readonly calls: number
  /** Mean of the errors, each without its sign. */
  readonly meanErrorMs: number
  /** How many waited longer than they were told. */
  readonly late: number
}

const LATEST = 50

export interface Estimates {
  answered(promised: Promised, at: number): void
  /** Undefined before the first. */
  quality(): EstimateQuality | undefined
}

export function createEstimates(): Estimates {
  const errorsMs: number[] = []
  return {
    answered(promised, at) {
      errorsMs.push(errorMs(promised, at))
      if (errorsMs.length > LATEST) errorsMs.shift()
    },
    quality() {
      const calls = errorsMs.length
      if (calls === 0) return undefined
      const meanErrorMs = Math.round(errorsMs.reduce((sum, ms) => sum + Math.abs(ms), 0) / calls)
      return { calls, meanErrorMs, late: errorsMs.filter((ms) => ms > 0).length }
    },
  }
}
