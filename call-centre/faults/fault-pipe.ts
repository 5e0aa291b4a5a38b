import type { Clock } from '../server/sessions/clock'
import type { FaultKind } from './fault-board'

const delayMs = 150
const slowMs = 40

/** One direction of a socket, in which frames may meet a fault. */
export type FaultPipe = (text: string) => void

export interface PipeParts {
  readonly clock: Clock
  readonly deliver: (text: string) => void
  readonly meet: (text: string) => FaultKind | undefined
  /** Nothing passes any more, in either direction, and nobody is told. */
  readonly silence: () => void
  readonly destroy: () => void
  readonly restart: () => void
}

export function createFaultPipe(parts: PipeParts): FaultPipe {
  const late = createLateness(parts)
  let held: string | undefined
  const pass = (text: string): void => {
    late.pass(text)
    if (held !== undefined) late.pass(held)
    held = undefined
  }
  const hold = (text: string): void => {
    held = text
  }
  const acts = createActs(parts, late, pass, hold)
  return (text) => {
    const kind = parts.meet(text)
    if (kind === undefined) pass(text)
    else acts[kind](text)
  }
}

type Act = (text: string) => void

function createActs(parts: PipeParts, late: Lateness, pass: Act, hold: Act): Readonly<Record<FaultKind, Act>> {
  const half = (text: string): number => text.length >> 1
  const passing = (act: () => void) => (text: string) => {
    pass(text)
    act()
  }
  const before = (act: () => void) => (text: string) => {
    act()
    pass(text)
  }
  return {
    drop: () => undefined,
    delay: before(late.pause),
    duplicate: (text) => {
      pass(text)
      pass(text)
    },
    reorder: hold,
    truncate: (text) => {
      pass(text.slice(0, half(text)))
    },
    corrupt: (text) => {
      pass(`${text.slice(0, half(text))}\u0000${text.slice(half(text) + 1)}`)
    },
    halfOpen: parts.silence,
    slow: before(late.slowDown),
    killBefore: parts.destroy,
    kill: passing(parts.destroy),
    restartBefore: parts.restart,
    restart: passing(parts.restart),
  }
}

interface Lateness {
  readonly pause: () => void
  readonly slowDown: () => void
  pass(text: string): void
}

/** Frames that come late, and in their order. */
function createLateness({ clock, deliver }: PipeParts): Lateness {
  const queue: string[] = []
  let lagMs = 0
  let notBefore = 0
  return {
    pause() {
      notBefore = clock.now() + delayMs
    },
    slowDown() {
      lagMs = slowMs
    },
    pass(text: string) {
      const waitMs = Math.max(notBefore, clock.now() + lagMs) - clock.now()
      if (waitMs <= 0 && queue.length === 0) {
        deliver(text)
        return
      }
      queue.push(text)
      clock.after(waitMs, () => {
        const next = queue.shift()
        if (next !== undefined) deliver(next)
      })
    },
  }
}
