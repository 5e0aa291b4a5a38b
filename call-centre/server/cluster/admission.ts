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
  /** Somebody may be admitted now who could not before, or the patience is another. */
  readonly wake: () => void
}

interface Parts {
  /** Whether anybody is to be admitted at all. */
  readonly isOpen: () => boolean
  /** How long anybody waits from now on at most. */
  readonly patienceMs: () => number
  readonly clock: Pick<Clock, 'now' | 'after'>
  readonly atEndOfTurn?: (run: () => void) => void
}

/**
 * When a node takes over, everybody comes at once: a few are admitted in each turn of the event loop, so that those who are
 * in are heard meanwhile; the others wait. Who has waited too long, or finds the line full, is refused.
 */
export function createAdmission({ isOpen, patienceMs, clock, atEndOfTurn = setImmediate }: Parts): Admission {
  const line = createLine(clock)
  let stage: 'idle' | 'due' = 'idle'
  const stand = (arrival: Arrival, until: number): void => {
    if (line.length() >= limits.arrivalsWaiting) {
      arrival.refuse()
      return
    }
    line.join(arrival, until)
    admitWhenOpen()
  }
  const admitSome = (): void => {
    for (const [arrival, until] of line.leave(limits.admittedAtOnce)) {
      arrival.admit(() => {
        stand(arrival, until)
      })
    }
  }
  const admitWhenOpen = (): void => {
    if (stage === 'due' || line.length() === 0 || !isOpen()) return
    stage = 'due'
    atEndOfTurn(() => {
      stage = 'idle'
      if (isOpen()) admitSome()
      admitWhenOpen()
    })
  }
  return {
    wake() {
      line.hasten(clock.now() + patienceMs())
      admitWhenOpen()
    },
    arrive(arrival) {
      stand(arrival, clock.now() + patienceMs())
    },
  }
}

/** Those who wait, each until a moment of its own; then it is refused. */
function createLine(clock: Parts['clock']) {
  const places = new Map<Arrival, { readonly until: number; readonly stopTimer: () => void }>()
  const join = (arrival: Arrival, until: number): void => {
    const stopTimer = clock.after(Math.max(0, until - clock.now()), () => {
      places.delete(arrival)
      arrival.refuse()
    })
    places.set(arrival, { until, stopTimer })
  }
  return {
    join,
    length: () => places.size,
    /** The first of them. */
    leave: (count: number) =>
      [...places].slice(0, count).map(([arrival, { until, stopTimer }]) => {
        stopTimer()
        places.delete(arrival)
        return [arrival, until] as const
      }),
    /** Nobody waits longer than that. */
    hasten(latest: number) {
      for (const [arrival, { until, stopTimer }] of [...places]) {
        if (until <= latest) continue
        stopTimer()
        join(arrival, latest)
      }
    },
  }
}
