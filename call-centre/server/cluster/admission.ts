import { limits } from '../limits'
import type { Clock } from '../sessions/clock'

/** Somebody who wants to come in, and what becomes of it. */
export interface Arrival {
  /** `again`: it could not get in, and stands in line for what is left of its patience. */
  readonly admit: (again: () => void) => void
  readonly refuse: () => void
}

/** The line in front of a node. */
export interface Admission {
  readonly arrive: (arrival: Arrival) => void
  /** Somebody may be admitted now who could not before. */
  readonly wake: () => void
}

interface Parts {
  /** Whether anybody is to be admitted at all. */
  readonly isOpen: () => boolean
  readonly clock: Pick<Clock, 'now' | 'after'>
  readonly atEndOfTurn?: (run: () => void) => void
}

/**
 * When a node takes over, everybody comes at once: a few are admitted in each turn of the event loop, so that those who are
 * in are heard meanwhile; the others wait. Who has waited too long, or finds the line full, is refused.
 */
export function createAdmission({ isOpen, clock, atEndOfTurn = setImmediate }: Parts): Admission {
  const line = new Map<Arrival, { readonly until: number; readonly stopTimer: () => void }>()
  let stage: 'idle' | 'due' = 'idle'
  const stand = (arrival: Arrival, until: number): void => {
    if (line.size >= limits.arrivalsWaiting) {
      arrival.refuse()
      return
    }
    const stopTimer = clock.after(Math.max(0, until - clock.now()), () => {
      line.delete(arrival)
      arrival.refuse()
    })
    line.set(arrival, { until, stopTimer })
    wake()
  }
  const admitSome = (): void => {
    for (const [arrival, { until, stopTimer }] of [...line].slice(0, limits.admittedAtOnce)) {
      stopTimer()
      line.delete(arrival)
      arrival.admit(() => {
        stand(arrival, until)
      })
    }
  }
  const wake = (): void => {
    if (stage === 'due' || line.size === 0 || !isOpen()) return
    stage = 'due'
    atEndOfTurn(() => {
      stage = 'idle'
      if (isOpen()) admitSome()
      wake()
    })
  }
  return {
    wake,
    arrive(arrival) {
      stand(arrival, clock.now() + limits.patienceMs)
    },
  }
}
