import type { ServerMessage } from 'tccc-wx-sdk/call'
import type { Account } from '../server/accounts/account'
import type { CentreConfig } from '../server/config/centre-config'
import type { CallRecord } from '../server/records/call-record'
import { createRecordBook, type RecordBook } from '../server/records/record-book'
import { createRoomKeys } from '../media/webrtc/room-keys'
import type { MediaPlane } from '../media/media-plane'
import { createWebrtcPlane } from '../media/webrtc/webrtc-plane'
import type { SeatRequest, SeatNotice } from '../server/desk-messages'
import { createCentre, type Centre } from '../server/sessions/centre'
import type { PhaseChange } from '../server/sessions/session'
import { noShelf } from '../server/state/shelf'
import { createVirtualClock, type VirtualClock } from './virtual-clock'
import { expectServerMessage } from './schema'
import type { Messages } from '../server/messages/messages'
import { noDetails } from './no-details'
import { noMessages } from './no-messages'
import { testConfig } from './test-config'

/** A customer with a link of her own, who remembers what she was told. */
export interface TestCustomer {
  readonly linkId: string
  readonly heard: ServerMessage[]
  /** The types of what she was told, without `call/`. */
  words(): string
  start(channelId: string, callId?: string, context?: string): string
  digits(digits: string): void
  hold(held: boolean, reason?: string): void
  rejoin(sessionId?: string): void
  hangUp(said?: Partial<{ closeBy: 'client' | 'timer'; endStatus: 'ok' | 'clientError'; reason: string }>): void
}

const asides: ReadonlySet<string> = new Set(['seat/seats', 'seat/changed', 'seat/record', 'seat/earlier'])

export interface TestSeat {
  readonly heard: SeatNotice[]
  /** The types of what it was told, without `seat/`, the list of seats, and calls that are over. */
  words(): string
  does(command: SeatRequest): void
}

export interface FloorPlan {
  readonly centre: Centre
  readonly clock: VirtualClock
  readonly phases: PhaseChange[]
  readonly records: readonly CallRecord[]
  readonly book: RecordBook
  readonly customer: (name: string) => TestCustomer
  readonly seat: (seatId: string) => TestSeat
}

/** The call centre without sockets, all ears; each message to a customer is checked against the schema. */
export function floorPlan(
  more: Partial<CentreConfig> = {},
  shelf = noShelf,
  plane: Partial<MediaPlane> = {},
  accounts: readonly Account[] = [],
  messages: Messages = noMessages,
  clock = createVirtualClock(),
): FloorPlan {
  const phases: PhaseChange[] = []
  const records: CallRecord[] = []
  const customers = new Map<string, ServerMessage[]>()
  const seats = new Map<string, SeatNotice[]>()
  const config = testConfig(more)
  const book = createRecordBook(config.sdkAppId, clock, (record) => records.push(record), shelf)
  const keys = createRoomKeys(() => undefined, shelf)
  const centre = createCentre({
    ...{ config, clock, shelf, book },
    accounts: { find: (id) => accounts.find(({ accountId }) => accountId === id) },
    media: { ...createWebrtcPlane(config.sdkAppId, keys), ...plane },
    customers: noDetails,
    messages,
    out: {
      toCustomer(linkId, message) {
        expectServerMessage({ ...message, n: 1 })
        customers.get(linkId)?.push(message)
      },
      toSeat: (seatId, notice) => seats.get(seatId)?.push(notice),
      changed: () => undefined,
      phase: (change) => phases.push(change),
    },
  })
  return {
    ...{ centre, clock, phases, records, book },
    customer(name) {
      const heard: ServerMessage[] = []
      customers.set(`link-${name}`, heard)
      return testCustomer(centre, name, heard)
    },
    seat(seatId) {
      const heard: SeatNotice[] = []
      seats.set(seatId, heard)
      centre.signIn(seatId, `Seat ${seatId}`)
      return {
        heard,
        words: () => words(heard.filter(({ type }) => !asides.has(type))),
        does: (command) => {
          centre.seat(seatId, command)
        },
      }
    },
  }
}

function testCustomer(centre: Centre, userId: string, heard: ServerMessage[]): TestCustomer {
  const linkId = `link-${userId}`
  let callId = 'none'
  const sessionId = (): string => sessionOf(heard)
  const say = (message: Parameters<Centre['customer']>[1]): void => {
    centre.customer({ linkId, userId }, message)
  }
  return {
    ...{ linkId, heard },
    words: () => words(heard),
    start(channelId, id = `call-of-${userId}`, context) {
      callId = id
      const known = context === undefined ? {} : { context }
      say({ type: 'call/start', callId, channelId, media: 'audio', ...known })
      return sessionId()
    },
    digits: (digits) => {
      say({ type: 'call/digits', sessionId: sessionId(), digits })
    },
    hold: (held, reason) => {
      say({ type: 'call/hold', sessionId: sessionId(), held, ...(reason === undefined ? {} : { reason }) })
    },
    rejoin: (id = sessionId()) => {
      say({ type: 'call/rejoin', sessionId: id })
    },
    hangUp: (said = {}) => {
      say({ type: 'call/hangUp', callId, closeBy: 'client', endStatus: 'ok', ...said })
    },
  }
}

function sessionOf(heard: readonly ServerMessage[]): string {
  const started = heard.findLast((message) => message.type === 'call/started')
  return started?.type === 'call/started' ? started.sessionId : ''
}

/** Types in one line, each without the part before the slash. */
export function words(heard: readonly { readonly type: string }[]): string {
  return heard.map(({ type }) => type.slice(type.indexOf('/') + 1)).join(' ')
}
