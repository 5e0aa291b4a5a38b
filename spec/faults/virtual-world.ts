/** The call centre's own parts in virtual time, over sockets in virtual time; a restart is a crash. */
import { asyncScheduler, concat, defer, filter, map, of, Subject, timer } from 'rxjs'
import { createFaultBoard } from '../../examples/call-centre/faults/fault-board'
import { withFaults } from '../../examples/call-centre/faults/faulty-socket'
import { signToken } from '../../examples/call-centre/login/token'
import { createRecordBook } from '../../examples/call-centre/records/record-book'
import { createRoomKeys } from '../../examples/call-centre/room/room-keys'
import type { SeatNotice } from '../../examples/call-centre/seat-messages'
import { createCentre } from '../../examples/call-centre/sessions/centre'
import type { Clock } from '../../examples/call-centre/sessions/clock'
import { stoppable } from '../../examples/call-centre/sessions/stoppable-clock'
import type { ClientSocket } from '../../examples/call-centre/signalling/client-socket'
import {
  createSignallingGateway,
  type SignallingGateway,
} from '../../examples/call-centre/signalling/signalling-gateway'
import { createPost, type Post } from '../../examples/call-centre/state/post'
import { createShelf, type Shelf } from '../../examples/call-centre/state/shelf'
import { testConfig } from '../../examples/call-centre/spec/test-config'
import type { World } from './world'
import { createVirtualWire } from './virtual-wire'

const DOWN_MS = 100
const SEAT_BACK_MS = 300
const config = testConfig({ heartbeatMs: 100, windowMs: 20_000 })
const secret = Buffer.from('virtual')

const clock: Clock = {
  now: () => asyncScheduler.now(),
  after: (delayMs, run) => {
    const waiting = timer(delayMs).subscribe(run)
    return () => {
      waiting.unsubscribe()
    }
  },
}

const startCentre = (shelf: Shelf, toSeat: (notice: SeatNotice) => void) => {
  const hands = stoppable(clock)
  const book = createRecordBook(config.sdkAppId, hands, () => undefined, shelf)
  const keys = createRoomKeys(() => undefined, shelf)
  const centre = createCentre({
    ...{ config, clock: hands, keys, book, shelf },
    out: {
      toCustomer: (linkId, message) => {
        signalling.send(linkId, message)
      },
      toSeat: (_, notice) => {
        toSeat(notice)
      },
      changed: () => undefined,
      phase: () => undefined,
    },
  })
  const signalling: SignallingGateway = createSignallingGateway({ config, clock: hands, secret, centre, shelf })
  return { centre, signalling, book, stop: () => hands.stop() }
}

/** Speaks when what it says is kept. */
const posted = (socket: ClientSocket, post: Post): ClientSocket => ({
  ...socket,
  send: (text) => {
    post.send(() => {
      socket.send(text)
    })
  },
  close: (code, reason) => {
    post.send(() => {
      socket.close(code, reason)
    })
  },
  destroy: () => {
    post.send(socket.destroy)
  },
})

export interface VirtualWorld extends World {
  stop(): void
}

export const createVirtualWorld = (): VirtualWorld => {
  const board = createFaultBoard()
  let kept = new Map<string, Map<string, string>>()
  const notice$ = new Subject<SeatNotice | { readonly type: 'open' }>()
  const start = () => {
    const shelf = createShelf(kept, () => undefined)
    const post = createPost(shelf, (flush) => timer(0).subscribe(flush))
    return { post, ...startCentre(shelf, (notice) => timer(1).subscribe(() => notice$.next(notice))) }
  }
  let present: ReturnType<typeof start> | null = start()
  const restart = () => {
    present?.stop()
    present = null
    // Whatever the old one still writes in this turn comes too late.
    kept = structuredClone(kept)
    wire.breakAll()
    timer(DOWN_MS).subscribe(() => (present = start()))
    timer(SEAT_BACK_MS).subscribe(() => notice$.next({ type: 'open' }))
  }
  const wire = createVirtualWire(() => {
    const up = present
    if (up === null) return null
    return (end, protocols) => {
      up.signalling.open(withFaults(posted(end, up.post), { board, clock, restart }), protocols)
    }
  })
  const token = signToken(secret, { sdkAppId: config.sdkAppId, userId: 'ann', expiresAt: 86_400_000 })
  return {
    ...{ board, token, url: 'ws://centre/signalling', openSocket: wire.openSocket, openSockets: wire.open },
    seat: {
      notice$: concat(of({ type: 'open' } as const), notice$),
      say: (command) => timer(1).subscribe(() => present?.centre.seat('1', command)),
    },
    picture$: defer(() => of(present)).pipe(
      filter((up) => up !== null),
      map(({ centre, book }) => ({ ...centre.state(), records: book.records() })),
    ),
    stop: () => {
      present?.stop()
      wire.breakAll()
    },
  }
}
