/** A customer's call over the real link and the centre's door, in virtual time; the seat is played. */
import { distinctUntilChanged, map, merge, NEVER, of } from 'rxjs'
import {
  createCall,
  createLink,
  hangUp,
  mute,
  startCall,
  type Intent,
  type Phase,
  type Session,
} from '../../../../lib/entries/call'
import { createRoomKeys } from '../../../media/webrtc/room-keys'
import { createWebrtcPlane } from '../../../media/webrtc/webrtc-plane'
import { createTokens } from '../../../server/login/tokens'
import { createRecordBook } from '../../../server/records/record-book'
import { createCentre, type Centre } from '../../../server/sessions/centre'
import { createSignallingGateway, type SignallingGateway } from '../../../server/signalling/signalling-gateway'
import { noShelf } from '../../../server/state/shelf'
import { noDetails } from '../../../spec/no-details'
import { noMessages } from '../../../spec/no-messages'
import { testConfig } from '../../../spec/test-config'
import { schedulerClock as clock } from '../../../spec/virtual-time'
import { createRoad } from '../seat-races/wire'
import type { Freezer } from './freezer'

const config = testConfig({ heartbeatMs: 1_000, windowMs: 10_000, ringTimeoutMs: 20_000 })
const tokens = createTokens({ clock, shelf: noShelf, tokenLifeMs: config.tokenLifeMs })

export interface CustomerScene {
  readonly session: () => Session
  /** What the page was told, one after the other. */
  readonly phases: Phase[]
  /** What the seat was told of calls, without `seat/`. */
  readonly seat: string[]
  readonly records: string[]
  readonly starts: () => void
  readonly mutes: () => void
  readonly hangsUp: () => void
  readonly leaves: () => void
}

/** Seat 1 answers whatever rings. */
export const createCustomerScene = ({ run, net }: Freezer): CustomerScene => {
  const seat: string[] = []
  const records: string[] = []
  const book = createRecordBook(
    config.sdkAppId,
    clock,
    ({ EndStatusString }) => void records.push(EndStatusString),
    noShelf,
  )
  const media = createWebrtcPlane(
    config.sdkAppId,
    createRoomKeys(() => undefined, noShelf),
  )
  const centre: Centre = createCentre({
    ...{ config, clock, book, media, customers: noDetails, messages: noMessages, shelf: noShelf },
    out: {
      toCustomer: (linkId, message) => {
        signalling.send(linkId, message)
      },
      toSeat: (seatId, notice) => {
        if ('sessionId' in notice) seat.push(notice.type.slice(5))
        if (notice.type !== 'seat/incoming') return
        const { sessionId } = notice
        clock.after(100, () => {
          centre.seat(seatId, { type: 'seat/answer', sessionId })
        })
      },
      changed: () => undefined,
      phase: () => undefined,
    },
  })
  const signalling: SignallingGateway = createSignallingGateway({ config, clock, tokens, centre, shelf: noShelf })
  centre.signIn('1', 'Seat 1')
  const road = createRoad((end, protocols) => {
    signalling.open(end, protocols)
  })
  const token = tokens.sign({ sdkAppId: config.sdkAppId, userId: 'ann', expiresAt: Number.MAX_SAFE_INTEGER })
  const link = createLink({
    ...{ url: () => 'ws://centre/signalling', openSocket: net(road.openSocket), token$: merge(of(token), NEVER) },
    ...{ random: () => 0.5, reconnectDelay: () => 200 },
  })
  const call = createCall({ link, media$: NEVER, environment$: NEVER })
  const phases: Phase[] = []
  let leaves = (): void => undefined
  run(() => {
    const watching = call.session$
      .pipe(
        map(({ phase }) => phase),
        distinctUntilChanged(),
      )
      .subscribe((phase) => {
        phases.push(phase)
      })
    leaves = () => {
      watching.unsubscribe()
    }
  })
  const asking = (intent: Intent) => () => {
    run(() => {
      call.dispatch(intent)
    })
  }
  return {
    ...{ seat, records, phases, session: () => call.session },
    starts: asking(startCall({ channelId: 'direct', callId: 'c1' })),
    mutes: asking(mute()),
    hangsUp: asking(hangUp()),
    leaves: () => {
      leaves()
    },
  }
}
