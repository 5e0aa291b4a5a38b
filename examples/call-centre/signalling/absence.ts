import type { Clock } from '../sessions/clock'

/** The time that a link without a socket has left. It can be stored, and goes on where it was. */
export interface Absence {
  /** Epoch milliseconds; undefined while it does not run. */
  endsAt(): number | undefined
  /** `until`: epoch milliseconds, default a whole window from now. */
  begin(until?: number): void
  end(): void
}

export function createAbsence(clock: Clock, windowMs: number, over: () => void): Absence {
  let endsAt: number | undefined
  let callOff = (): void => undefined
  const end = (): void => {
    callOff()
    endsAt = undefined
  }
  return {
    end,
    endsAt: () => endsAt,
    begin(until = clock.now() + windowMs) {
      end()
      endsAt = until
      callOff = clock.after(Math.max(0, until - clock.now()), over)
    },
  }
}
