/** The matrix: each fault at each frame of a whole call, for each side that hangs up. */
import { type Direction, type Fault, type FaultKind, faultKinds } from '../../call-centre/faults/fault-board'

export type HangsUp = 'customer' | 'seat'

export interface Cell {
  /** Null: nothing happens to the call. */
  readonly fault: Fault | null
  readonly hangsUp: HangsUp
}

/** The frames of a whole call, in the order in which their first ones pass. */
const boundaries = (hangsUp: HangsUp): readonly (readonly [Direction, string])[] => [
  ['toClient', 'link/welcome'],
  ['toServer', 'call/start'],
  ['toClient', 'link/ack'],
  ['toClient', 'call/started'],
  ['toServer', 'link/ack'],
  ['toClient', 'call/ivr'],
  ['toServer', 'call/digits'],
  ['toClient', 'call/queued'],
  ['toServer', 'call/aside'],
  ['toClient', 'call/ringing'],
  ['toClient', 'call/accepted'],
  ['toClient', 'call/aside'],
  ['toServer', 'call/hold'],
  ['toServer', 'call/rejoin'],
  ['toClient', 'call/room'],
  ['toClient', 'call/held'],
  ['toServer', 'link/heartbeat'],
  ['toClient', 'link/heartbeat'],
  hangsUp === 'customer' ? ['toServer', 'call/hangUp'] : ['toClient', 'call/ended'],
]

const of = (hangsUp: HangsUp, kind: FaultKind): readonly Cell[] =>
  boundaries(hangsUp).map(([direction, message]) => ({ hangsUp, fault: { kind, direction, message } }))

/** A call without faults comes first: were it to fail, the others would say nothing. */
export const cells: readonly Cell[] = (['customer', 'seat'] as const).flatMap((hangsUp) => [
  { hangsUp, fault: null },
  ...faultKinds.flatMap((kind) => of(hangsUp, kind)),
])

export const nameOf = ({ fault, hangsUp }: Cell): string =>
  fault === null
    ? `no fault, ${hangsUp} hangs up`
    : `${fault.kind} ${fault.direction} ${fault.message}, ${hangsUp} hangs up`
