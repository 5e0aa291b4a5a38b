import { limits } from '../limits'
import type { Clock } from '../sessions/clock'

/** Somebody who wants to come in, and what becomes of it. */
export interface Arrival {
  readonly admit: () => void
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
  readonly clock: Pick<Clock, 'after'>
  readonly atEndOfTurn?: (run: () => void) => void
}

/**
 * When a node takes over, everybody comes at once: a few are admitted in each turn of the event loop, so that those who are
 * in are heard meanwhile; the others wait. Who has waited too long, or finds the line full, is refused.
 */
export function createAdmission({ isOpen, clock, atEndOfTurn = setImmediate }: Parts): Admission {
  const line = new Map<Arrival, () => void>()
  let stage: 'idle' | 'due' = 'idle'
  const leave = (arrival: Arrival): void => {
    line.get(arrival)?.()
    line.delete(arrival)
  }
  const admitSome = (): void => {
    for (const arrival of [...line.keys()].slice(0, limits.admittedAtOnce)) {
      leave(arrival)
      arrival.admit()
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
      if (line.size >= limits.arrivalsWaiting) {
        arrival.refuse()
        return
      }
      const stopTimer = clock.after(limits.patienceMs, () => {
        leave(arrival)
        arrival.refuse()
      })
      line.set(arrival, stopTimer)
      wake()
    },
  }
}
