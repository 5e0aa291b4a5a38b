/** An operator's page and the centre's door in virtual time: what is asked for happens once, wherever the line is lost. */
import { asyncScheduler, merge, NEVER, of } from 'rxjs'
import { createLink } from '../../../lib/entries/call'
import { createRoomKeys } from '../../media/webrtc/room-keys'
import { createWebrtcPlane } from '../../media/webrtc/webrtc-plane'
import type { Deed } from '../../server/accounts/audit'
import type { OperatorCommand, OperatorNotice } from '../../server/operator-messages'
import { createOperatorGateway, type OperatorGateway } from '../../server/operator/operator-gateway'
import { createRecordBook } from '../../server/records/record-book'
import { createCentre, type Centre } from '../../server/sessions/centre'
import { noShelf } from '../../server/state/shelf'
import { noDetails } from '../../spec/no-details'
import { noMessages } from '../../spec/no-messages'
import { testConfig } from '../../spec/test-config'
import { at, schedulerClock as clock, virtually } from '../../spec/virtual-time'
import { commandFor, openingState, reduce, type OperatorEvent, type OperatorPage } from '../operator/state'
import { operatorDialect } from '../shared/desk-dialect'
import { createStore } from '../shared/store'
import { createRoad, type Road } from './seat-races/wire'

const config = testConfig({ heartbeatMs: 1_000, windowMs: 10_000 })

/** Ann waits, and an operator watches. */
const createScene = () => {
  const deeds: Deed[] = []
  const records: string[] = []
  const openDoor = (): OperatorGateway =>
    createOperatorGateway({ ...{ config, clock, centre }, audit: { note: ({ deed }) => void deeds.push(deed) } })
  const media = createWebrtcPlane(
    config.sdkAppId,
    createRoomKeys(() => undefined, noShelf),
  )
  const written = ({ EndStatusString }: { readonly EndStatusString: string }) => void records.push(EndStatusString)
  const centre: Centre = createCentre({
    ...{ config, clock, media, customers: noDetails, messages: noMessages, shelf: noShelf },
    book: createRecordBook(config.sdkAppId, clock, written, noShelf),
    out: {
      toCustomer: () => undefined,
      toSeat: () => undefined,
      phase: () => undefined,
      changed: () => {
        door.changed()
      },
    },
  })
  let door = openDoor()
  const road = createRoad((end, protocols) => {
    door.open(end, protocols, 'boss')
  })
  centre.customer(
    { linkId: 'ann', userId: 'ann' },
    { type: 'call/start', callId: 'c', channelId: 'direct', media: 'audio' },
  )
  return {
    ...{ deeds, records, road, page: createPage(road) },
    /** The process begins anew: the calls were kept, the operators' links were not. */
    restart() {
      door = openDoor()
      road.cut()
    },
  }
}

const createPage = (road: Road) => {
  const { dispatch, transition$ } = createStore<OperatorPage, OperatorEvent>(openingState('en'), reduce, () =>
    asyncScheduler.now(),
  )
  let state = openingState('en')
  const link = createLink<OperatorCommand, OperatorNotice>({
    ...{ url: () => 'ws://centre/operator', openSocket: road.openSocket, token$: merge(of(''), NEVER) },
    ...{ random: () => 0.5, reconnectDelay: () => 200, dialect: operatorDialect },
  })
  const running = transition$.subscribe((transition) => {
    state = transition.to
    const command = commandFor(transition)
    if (command) link.send(command)
  })
  running.add(link.open({ inCall: () => true }).subscribe(dispatch))
  return { state: () => state, does: dispatch, close: () => running.unsubscribe() }
}

type Scene = ReturnType<typeof createScene>

const LOST: Readonly<Record<string, (scene: Scene) => void>> = {
  'is cut': ({ road }) => {
    road.cut()
  },
  'swallows everything for 3 s': ({ road }) => {
    road.swallow(true)
  },
  'is cut by a restart of the centre': (scene) => {
    scene.restart()
  },
}

const CLICK_MS = 1_000
const BACK_MS = 3_000
const SETTLED_MS = 6_000
/** From before the click, over its way there and back, to after its acknowledgement. */
const GAPS_MS = [-2, -1, 0, 1, 2, 3, 4]

const hangUp = ({ page }: Scene): void => {
  for (const { sessionId } of page.state().sessions) {
    page.does({ type: 'click/doubt', sessionId })
    page.does({ type: 'click/hangUp', sessionId })
  }
}

describe.each(Object.entries(LOST))('a line that %s', (_, lose) => {
  it.each(GAPS_MS)('%i ms after the click: the call ends once, and is noted once', (gapMs) => {
    virtually(() => {
      const scene = createScene()
      at(CLICK_MS, () => {
        hangUp(scene)
      })
      at(CLICK_MS + gapMs, () => {
        lose(scene)
      })
      at(BACK_MS, () => {
        scene.road.swallow(false)
      })
      at(SETTLED_MS, () => {
        const { deeds, records, page } = scene
        expect([deeds, records]).toEqual([['callEnded'], ['error']])
        expect(page.state()).toMatchObject({ link: 'up', sessions: [], ending: [], records: [{ caller: 'ann' }] })
        page.close()
      })
    })
  })
})

it('a click without a line is delivered when it is back; until then the page says that it reconnects', () => {
  virtually(() => {
    const scene = createScene()
    at(CLICK_MS, () => {
      scene.road.swallow(true)
    })
    at(CLICK_MS + 2_500, () => {
      expect(scene.page.state().link).toBe('lost')
      hangUp(scene)
    })
    at(CLICK_MS + 5_000, () => {
      expect([scene.page.state().ending, scene.deeds]).toEqual([[expect.any(String)], []])
      scene.road.swallow(false)
    })
    at(CLICK_MS + 8_000, () => {
      expect([scene.page.state().ending, scene.deeds, scene.records]).toEqual([[], ['callEnded'], ['error']])
      scene.page.close()
    })
  })
})
