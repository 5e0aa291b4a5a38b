import type { CentreConfig } from './config/centre-config'
import type { Door } from './http/upgrades'
import { createOperatorGateway } from './operator/operator-gateway'
import type { RecordBook } from './records/record-book'
import { createRoomGateway } from './room/room-gateway'
import { createRoomKeys } from './room/room-keys'
import { createSeatGateway } from './seats/seat-gateway'
import { createCentre } from './sessions/centre'
import type { Clock } from './sessions/clock'
import type { PhaseChange } from './sessions/session'
import { toClientSocket, type ClientSocket } from './signalling/client-socket'
import { createSignallingGateway, type SignallingGateway } from './signalling/signalling-gateway'
import type { Post } from './state/post'
import type { Shelf } from './state/shelf'

interface Parts {
  readonly config: CentreConfig
  readonly clock: Clock
  readonly secret: Buffer
  readonly book: RecordBook
  readonly phase: (change: PhaseChange) => void
  readonly shelf: Shelf
  readonly post: Post
  /** What stands between a customer's socket and its link. */
  readonly dress: (socket: ClientSocket) => ClientSocket
}

/** The centre with its four doors: the centre speaks through them, and hears what comes in. */
export function assemble({ config, clock, secret, book, phase, shelf, post, dress }: Parts): {
  readonly signalling: SignallingGateway
  readonly doors: Readonly<Record<string, Door>>
} {
  const keys = createRoomKeys((roomId, userId) => {
    rooms.showOut(roomId, userId)
  }, shelf)
  const rooms = createRoomGateway(keys, clock)
  const centre = createCentre({
    ...{ config, clock, keys, book, shelf },
    out: {
      phase,
      toCustomer: (linkId, message) => {
        signalling.send(linkId, message)
      },
      toSeat: (seatId, notice) => {
        seats.send(seatId, notice)
      },
      changed: () => {
        operators.changed()
      },
    },
  })
  const seats = createSeatGateway(centre, post, clock)
  const operators = createOperatorGateway(centre, clock)
  const signalling = createSignallingGateway({ config, clock, secret, centre, shelf })
  const doors = {
    '/signalling': {
      ownOriginOnly: false,
      open: (socket, request) => {
        signalling.open(dress(toClientSocket(socket, post)), request.headers['sec-websocket-protocol'])
      },
    },
    '/seat': { ownOriginOnly: true, open: seats.open },
    '/operator': { ownOriginOnly: true, open: operators.open },
    '/room': { ownOriginOnly: false, open: rooms.open },
  } satisfies Record<string, Door>
  return { signalling, doors }
}
