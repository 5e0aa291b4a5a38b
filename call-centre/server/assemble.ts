import type { Staff } from './accounts/staff'
import type { CentreConfig } from './config/centre-config'
import type { CustomerBook } from './customers/customer-details'
import { createCustomerData, type CustomerData } from './customers/customer-data'
import type { Addresses } from './messages/addresses'
import type { Messages } from './messages/messages'
import type { Door } from './http/upgrades'
import { createOperatorGateway } from './operator/operator-gateway'
import type { Tokens } from './login/tokens'
import type { RecordBook } from './records/record-book'
import type { Recordings } from './records/recordings'
import type { Media } from '../media/media-parts'
import type { Observe } from './observe/events'
import type { Picture } from './observe/metrics'
import { createSeatGateway } from './seats/seat-gateway'
import { createCentre, type Centre } from './sessions/centre'
import type { Clock } from './sessions/clock'
import { toClientSocket, type ClientSocket } from './signalling/client-socket'
import type { LinkDoor } from './signalling/link-door'
import { createSignallingGateway } from './signalling/signalling-gateway'
import type { Post } from './state/post'
import type { Shelf } from './state/shelf'

interface Parts {
  readonly config: CentreConfig
  readonly clock: Clock
  readonly tokens: Tokens
  readonly book: RecordBook
  /** What customers have given of their profiles. */
  readonly details: CustomerBook
  /** Where WeChat takes messages to them, and how many they have allowed. */
  readonly addresses: Pick<Addresses, 'of' | 'erase'>
  readonly messages: Messages
  readonly recordings: Recordings
  readonly observe: Observe
  readonly shelf: Shelf
  readonly media: Media
  readonly post: Post
  /** What is taken away until now is nowhere in the store any more, soon. */
  readonly purge: () => void
  readonly staff: Staff
  /** What stands between a customer's socket and its link. */
  readonly dress: (socket: ClientSocket) => ClientSocket
}

export interface Assembled {
  /** Asks customers, seats and operators to come back within `spreadMs`. */
  readonly goAway: (spreadMs: number) => void
  /** No new call is taken from now on. */
  readonly drain: () => void
  readonly picture: () => Picture
  readonly doors: Readonly<Record<string, Door>>
  readonly customers: CustomerData
  /** Whose a call is that goes on, or whose record is kept. */
  readonly callerOf: (sessionId: string) => string | undefined
}

/** The centre with its doors: the centre speaks through them, and hears what comes in. */
export function assemble(parts: Parts): Assembled {
  const { messages, observe, media, post } = parts
  const centre = createCentre({
    ...{ ...parts, customers: parts.details, media: media.plane, accounts: parts.staff.accounts },
    out: {
      phase: (change) => {
        observe({ type: 'call', ...change })
      },
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
  parts.staff.accounts.onChanged(centre.skillsChanged)
  messages.onTold(centre.messageTold)
  const operators = createOperatorGateway({ ...parts, centre, audit: parts.staff.audit })
  const signalling = createSignallingGateway({ ...parts, centre })
  // Last: it lets seats go to which nobody can come back, and customers and operators hear of it.
  const seats = createSeatGateway({ ...parts, centre, nameOf: parts.staff.accounts.nameOf })
  return {
    ...{ drain: centre.drain, callerOf: callersIn(centre, parts.book) },
    customers: createCustomerData({ ...parts, customers: parts.details, centre, signalling }),
    picture: () => ({ ...centre.state(), links: { customer: signalling.count(), seat: seats.count() } }),
    goAway(spreadMs) {
      for (const door of [signalling, seats, operators]) door.goAway(spreadMs)
    },
    doors: {
      '/signalling': byLink(post, signalling.open, parts.dress),
      '/seat': byLink(post, seats.open),
      '/operator': byLink(post, operators.open),
      ...media.doors,
    },
  }
}

const callersIn =
  (centre: Pick<Centre, 'callerOf'>, book: Pick<RecordBook, 'find'>): Assembled['callerOf'] =>
  (sessionId) =>
    centre.callerOf(sessionId) ?? book.find(sessionId)?.record.Caller

const undressed = (socket: ClientSocket): ClientSocket => socket

/** A door that takes links. */
function byLink(post: Post, open: LinkDoor<never>['open'], dress = undressed): Door {
  return (socket, request, visitor) => {
    const offered = request.headers['sec-websocket-protocol']
    open(dress(toClientSocket(socket, post)), offered, visitor?.account.accountId)
  }
}
