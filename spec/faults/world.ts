/** What a cell needs of a call centre, be it real or in virtual time. */
import type { Observable } from 'rxjs'
import type { FaultBoard } from '../../examples/call-centre/faults/fault-board'
import type { CallRecord } from '../../examples/call-centre/records/call-record'
import type { OperatorNotice, SeatCommand, SeatNotice } from '../../examples/call-centre/seat-messages'
import type { OpenSocket } from '../../lib/signalling/socket'

/** What the centre knows. */
export interface Picture {
  readonly sessions: OperatorNotice['sessions']
  readonly seats: OperatorNotice['seats']
  readonly records: readonly CallRecord[]
}

/** The line of a workstation page, which comes back by itself. */
export interface SeatLine {
  /** `open` first, and again after each loss. */
  readonly notice$: Observable<SeatNotice | { readonly type: 'open' }>
  say(command: SeatCommand): void
}

export interface World {
  readonly board: FaultBoard
  readonly openSocket: OpenSocket
  readonly url: string
  readonly token: string
  readonly seat: SeatLine
  readonly picture$: Observable<Picture>
  /** Of customers, on either side. */
  readonly openSockets: () => number
}
