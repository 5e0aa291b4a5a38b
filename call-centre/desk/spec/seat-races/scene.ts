/** The centre's core with its seats' door, and the brains of workstation pages, all in virtual time. */
import { asyncScheduler, merge, NEVER, of, type Subscription } from 'rxjs'
import { createLink } from '../../../../lib/entries/call'
import { seatDialect } from '../../shared/desk-dialect'
import { createStore } from '../../shared/store'
import { commandsFor } from '../../workstation/outbox'
import { reduce } from '../../workstation/reduce'
import { writing } from '../../workstation/remark'
import { parseSoundWishes } from '../../workstation/sound'
import type { Click, WorkstationEvent } from '../../workstation/events'
import { openingState, type Wishes, type Workstation } from '../../workstation/state'
import { wishesOf } from '../../workstation/wishes'
import { createRoomKeys } from '../../../media/webrtc/room-keys'
import { createWebrtcPlane } from '../../../media/webrtc/webrtc-plane'
import type { CallRecord } from '../../../server/records/call-record'
import { createRecordBook } from '../../../server/records/record-book'
import type { CentreConfig } from '../../../server/config/centre-config'
import { createSeatGateway, type SeatGateway } from '../../../server/seats/seat-gateway'
import { createCentre } from '../../../server/sessions/centre'
import { noShelf } from '../../../server/state/shelf'
import { noDetails } from '../../../spec/no-details'
import { noMessages } from '../../../spec/no-messages'
import { testConfig } from '../../../spec/test-config'
import { schedulerClock as clock } from '../../../spec/virtual-time'
import type { Freezer } from '../frozen-page/freezer'
import { createRoad, type Road } from './wire'

const ANN = { linkId: 'link-ann', userId: 'ann' }

/** A page: its state, its link, and the memory of its tab. */
export interface Page {
  readonly state: () => Workstation
  readonly road: Road
  does(click: Click): void
  /** Says so to the call that rings. */
  says(what: 'answer' | 'decline'): void
  /** The page is loaded again in the same tab. */
  reload(): void
  /** The tab is gone without a word. */
  kill(): void
}

export interface Scene {
  /** A tab of a seat; what it remembers is its own. With a freezer the page may be frozen. */
  readonly tab: (seatId: string, freezer?: Pick<Freezer, 'run' | 'net'>) => Page
  readonly calls: () => void
  /** When her first call is over. */
  readonly callsAgain: () => void
  readonly customerHangsUp: () => void
  readonly supervisorEnds: () => void
  /** What the customer was told since the answer, without `call/`. */
  readonly customer: string[]
  readonly records: CallRecord[]
}

const awake: Pick<Freezer, 'run' | 'net'> = {
  run: (act) => {
    act()
  },
  net: (openSocket) => openSocket,
}

const createTab = (gateway: SeatGateway, seatId: string, desk: string, { run, net } = awake): Page => {
  const road = createRoad((end, protocols) => {
    gateway.open(end, protocols, seatId)
  })
  const who = { seatId, name: `Seat ${seatId}` }
  const sound = parseSoundWishes(null)
  let wishes: Wishes = { status: null, call: null, remark: null }
  let state = openingState('en', { who, account: who, supervises: false, desk, wishes, sound })
  let dispatch: (event: WorkstationEvent) => void = () => undefined
  let running: Subscription
  const load = (): void => {
    const link = createLink({
      url: () => 'ws://centre/seat',
      openSocket: net(road.openSocket),
      token$: merge(of(''), NEVER),
      random: () => 0.5,
      reconnectDelay: () => 200,
      dialect: seatDialect,
    })
    state = openingState('en', { who, account: who, supervises: false, desk, wishes, sound })
    const store = createStore<Workstation, WorkstationEvent>(state, reduce, () => asyncScheduler.now())
    dispatch = store.dispatch
    let line: Subscription | undefined
    const leave = (): void => line?.unsubscribe()
    const connect = (): void => {
      leave()
      line = link.open({ inCall: () => true }).subscribe(store.dispatch)
    }
    running = store.transition$.subscribe((transition) => {
      state = transition.to
      wishes = wishesOf(state)
      for (const command of commandsFor(transition)) link.send(command)
      const { from, to } = transition
      if (from.who !== null && to.who === null) leave()
      if (from.who === null && to.who !== null) connect()
    })
    running.add(leave)
    running.add(writing(store.state$).subscribe(store.dispatch))
    connect()
  }
  run(load)
  const does = (click: Click): void => {
    run(() => {
      dispatch(click)
    })
  }
  return {
    state: () => state,
    ...{ road, does },
    says: (what) => {
      does({ type: `click/${what}`, sessionId: state.call?.sessionId ?? '' })
    },
    reload() {
      running.unsubscribe()
      load()
    },
    kill() {
      running.unsubscribe()
      road.cut()
    },
  }
}

/** `more`: of the configuration. */
export const createScene = (more: Partial<CentreConfig> = {}): Scene => {
  const config = testConfig({ heartbeatMs: 1_000, windowMs: 10_000, ringTimeoutMs: 20_000, ...more })
  const customer: string[] = []
  const records: CallRecord[] = []
  const centre = createCentre({
    ...{ config, clock, customers: noDetails, messages: noMessages, shelf: noShelf },
    media: createWebrtcPlane(
      config.sdkAppId,
      createRoomKeys(() => undefined, noShelf),
    ),
    book: createRecordBook(config.sdkAppId, clock, (record) => records.push(record), noShelf),
    out: {
      toCustomer: (_, message) =>
        customer.push(message.type === 'call/held' ? `held=${message.held}` : message.type.slice(5)),
      toSeat: (seatId, notice) => {
        gateway.send(seatId, notice)
      },
      changed: () => undefined,
      phase: () => undefined,
    },
  })
  const gateway: SeatGateway = createSeatGateway({
    ...{ config, clock, centre, shelf: noShelf },
    nameOf: (seatId) => `Seat ${seatId}`,
  })
  let tabs = 0
  const start = (callId: string): void => {
    centre.customer(ANN, { type: 'call/start', callId, channelId: 'direct', media: 'audio' })
  }
  return {
    ...{ customer, records },
    tab: (seatId, freezer) => createTab(gateway, seatId, `desk-${(tabs += 1)}`, freezer),
    calls: () => {
      start('c1')
    },
    callsAgain: () => {
      start('c2')
    },
    supervisorEnds: () => {
      for (const { sessionId } of centre.state().sessions) centre.stop(sessionId, 'by a supervisor')
    },
    customerHangsUp: () => {
      centre.customer(ANN, { type: 'call/hangUp', callId: 'c1', closeBy: 'client', endStatus: 'ok' })
    },
  }
}
