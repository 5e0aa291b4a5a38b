/** The call centre's own parts in virtual time, over sockets in virtual time; a restart is a crash. */
import { concat, defer, filter, map, of, Subject, timer } from 'rxjs'
import { createFaultBoard } from '../../call-centre/faults/fault-board'
import { withFaults } from '../../call-centre/faults/faulty-socket'
import { createTokens } from '../../call-centre/server/login/tokens'
import { createRecordBook } from '../../call-centre/server/records/record-book'
import { createRoomKeys } from '../../call-centre/media/webrtc/room-keys'
import { createWebrtcPlane } from '../../call-centre/media/webrtc/webrtc-plane'
import type { SeatNotice } from '../../call-centre/server/desk-messages'
import { createCentre } from '../../call-centre/server/sessions/centre'
import { stoppable } from '../../call-centre/server/sessions/clock'
import type { ClientSocket } from '../../call-centre/server/signalling/client-socket'
import { createSignallingGateway, type SignallingGateway } from '../../call-centre/server/signalling/signalling-gateway'
import { StorePost, type Post } from '../../call-centre/server/state/post'
import { createShelf, noShelf, type Shelf } from '../../call-centre/server/state/shelf'
import { createKept, type Change, type Kept } from '../../call-centre/server/state/store'
import { noDetails } from '../../call-centre/spec/no-details'
import { noMessages } from '../../call-centre/spec/no-messages'
import { testConfig } from '../../call-centre/spec/test-config'
import { schedulerClock as clock } from '../../call-centre/spec/virtual-time'
import type { World } from './world'
import { createVirtualWire } from './virtual-wire'

const DOWN_MS = 100
const SEAT_BACK_MS = 300
const config = testConfig({ heartbeatMs: 100, windowMs: 20_000, textInRecord: true })
const tokens = createTokens({ clock: { now: () => 0 }, shelf: noShelf, tokenLifeMs: config.tokenLifeMs })

const startCentre = (shelf: Shelf, toSeat: (notice: SeatNotice) => void) => {
  const hands = stoppable(clock)
  const book = createRecordBook(config.sdkAppId, hands, () => undefined, shelf)
  const media = createWebrtcPlane(
    config.sdkAppId,
    createRoomKeys(() => undefined, shelf),
  )
  const centre = createCentre({
    ...{ config, clock: hands, media, book, customers: noDetails, messages: noMessages, shelf },
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
  const signalling: SignallingGateway = createSignallingGateway({ config, clock: hands, tokens, centre, shelf })
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

const COMMIT_MS = 1

/** A commit takes its time; until then a crash loses it. */
const commitTo =
  (kept: Kept) =>
  (changes: readonly Change[], done: () => void): void => {
    timer(COMMIT_MS).subscribe(() => {
      kept.enter(changes)
      done()
    })
  }

export interface VirtualWorld extends World {
  stop(): void
}

export const createVirtualWorld = (): VirtualWorld => {
  const board = createFaultBoard()
  let kept = createKept()
  const notice$ = new Subject<SeatNotice | { readonly type: 'open' }>()
  const start = () => {
    const lost = (fault: unknown) => {
      throw fault
    }
    const post = new StorePost({
      ...{ lost, commit: commitTo(kept), take: () => shelf.take() },
      atEndOfTurn: (run) => timer(0).subscribe(run),
    })
    const shelf = createShelf(kept.entries(), () => {
      post.wake()
    })
    return { post, ...startCentre(shelf, (notice) => timer(1).subscribe(() => notice$.next(notice))) }
  }
  let present: ReturnType<typeof start> | null = start()
  const restart = () => {
    present?.stop()
    present = null
    // Whatever the old one still commits comes too late.
    const found = kept.entries()
    kept = createKept()
    kept.enter(found)
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
  const token = tokens.sign({ sdkAppId: config.sdkAppId, userId: 'ann', expiresAt: 86_400_000 })
  return {
    ...{ board, token, url: 'ws://centre/signalling', openSocket: wire.openSocket, openSockets: wire.open },
    seat: {
      notice$: concat(of({ type: 'open' } as const), notice$),
      say: (command) =>
        timer(1).subscribe(() => {
          if (command.type === 'seat/signIn') present?.centre.signIn('1', 'Seat 1')
          else present?.centre.seat('1', command)
        }),
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
