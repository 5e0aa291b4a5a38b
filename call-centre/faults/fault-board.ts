/** What can happen to a frame, and to the socket that carries it. */
export const faultKinds = [
  'drop',
  'delay',
  'duplicate',
  'reorder',
  'truncate',
  'corrupt',
  'halfOpen',
  'slow',
  'killBefore',
  'kill',
  'restartBefore',
  'restart',
] as const

export type FaultKind = (typeof faultKinds)[number]

export const directions = ['toClient', 'toServer'] as const

export type Direction = (typeof directions)[number]

/** Happens once, to the first frame of this type in this direction. */
export interface Fault {
  readonly kind: FaultKind
  readonly direction: Direction
  /** `call/accepted`, `link/welcome` … */
  readonly message: string
}

/** Which faults are to come. For tests only: nothing has a board unless it is asked for. */
export interface FaultBoard {
  arm(fault: Fault): void
  clear(): void
  armed(): readonly Fault[]
  /** What happens to this frame; it is taken off the board. */
  meet(direction: Direction, text: string): FaultKind | undefined
}

export function createFaultBoard(): FaultBoard {
  let faults: readonly Fault[] = []
  return {
    arm(fault) {
      faults = [...faults, fault]
    },
    clear() {
      faults = []
    },
    armed: () => faults,
    meet(direction, text) {
      const met = faults.find((fault) => fault.direction === direction && text.startsWith(`{"type":"${fault.message}"`))
      faults = faults.filter((fault) => fault !== met)
      return met?.kind
    },
  }
}

/** A fault as somebody describes it; undefined when it is none. */
export function readFault(value: unknown): Fault | undefined {
  const { kind, direction, message }: Partial<Record<keyof Fault, unknown>> =
    typeof value === 'object' && value !== null ? value : {}
  const knownKind = faultKinds.find((known) => known === kind)
  const knownDirection = directions.find((known) => known === direction)
  if (!knownKind || !knownDirection || typeof message !== 'string') return undefined
  return { kind: knownKind, direction: knownDirection, message }
}
