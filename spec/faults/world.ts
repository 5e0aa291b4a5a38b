/** What a cell needs of a call centre, be it real or in virtual time. */
import type { Observable } from 'rxjs'
import type { FaultBoard } from '../../call-centre/faults/fault-board'
import type { CallRecord } from '../../call-centre/server/records/call-record'
import type { SeatCommand, SeatInfo, SeatNotice } from '../../call-centre/server/desk-messages'
import type { LiveCall } from '../../call-centre/server/operator-messages'
import type { OpenSocket } from '../../lib/link/socket'

/** What the centre knows. */
export interface Picture {
  readonly sessions: readonly LiveCall[]
  readonly seats: readonly SeatInfo[]
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
