import type { CentreConfig } from '../config/centre-config'
import type { SeatCommand, SeatNotice, SeatRequest } from '../desk-messages'
import type { Centre } from '../sessions/centre'
import type { Clock } from '../sessions/clock'
import { admitAccount } from '../signalling/admit-account'
import { frameReader } from '../signalling/client-frame'
import { createLinkDoor, type LinkDoor } from '../signalling/link-door'
import type { Shelf } from '../state/shelf'
import { createHolders, type Holders } from './holders'
import schema from './seat-command.schema.json'

export interface SeatGateway extends Pick<LinkDoor<SeatNotice>, 'open' | 'goAway' | 'count'> {
  send(seatId: string, notice: SeatNotice): void
}

interface GatewayParts {
  readonly config: CentreConfig
  readonly clock: Clock
  readonly centre: Centre
  readonly shelf: Shelf
  /** What the account of a seat is called. */
  readonly nameOf: (seatId: string) => string
}

type SignIn = Extract<SeatCommand, { type: 'seat/signIn' }>

/** A page knows at once who sits there. */
const patienceMs = 10_000

const read = frameReader<SeatCommand>(
  schema,
  Object.keys(schema.$defs).filter((name) => name.startsWith('seat/')),
)

/** The door of the workstation pages: the link of a customer (PROTOCOL.md §3), and who holds which seat. */
export function createSeatGateway({ config, clock, centre, shelf, nameOf }: GatewayParts): SeatGateway {
  const holders = createHolders(shelf)
  const door: LinkDoor<SeatNotice> = createLinkDoor<SeatCommand, SeatNotice>({
    ...{ config, clock, shelf, kind: 'seatLink', read },
    admit: (opening, links, accountId) => admitAccount(config, opening, links, accountId),
    listener: {
      message({ linkId, userId }, command) {
        if (command.type === 'seat/signIn') signIn(reception, linkId, userId, command)
        else pass(reception, linkId, command)
      },
      opened({ linkId }) {
        clock.after(patienceMs, () => {
          if (holders.seatOf(linkId) === undefined) door.dismiss(linkId, 4408, 'nobody has joined')
        })
      },
      up({ linkId }) {
        centre.seatLine(holders.seatOf(linkId) ?? '', 'up')
      },
      lost({ linkId }) {
        const seatId = holders.seatOf(linkId)
        if (seatId === undefined) door.dismiss(linkId, 1000, 'nobody signed in')
        else centre.seatLine(seatId, 'lost')
      },
      gone({ linkId }) {
        leave(reception, linkId)
      },
    },
  })
  const reception: Reception = { holders, door, centre, nameOf }
  // A seat whose link was not kept has nobody who could come back to it.
  for (const { seatId } of centre.state().seats) {
    if (!door.has(holders.of(seatId)?.linkId ?? '')) centre.seatGone(seatId)
  }
  return {
    ...door,
    send(seatId, notice) {
      door.send(holders.of(seatId)?.linkId ?? '', notice)
    },
  }
}

interface Reception {
  readonly holders: Holders
  readonly door: LinkDoor<SeatNotice>
  readonly centre: Centre
  readonly nameOf: (seatId: string) => string
}

function leave({ holders, centre }: Reception, linkId: string): void {
  const seatId = holders.seatOf(linkId)
  if (seatId === undefined) return
  holders.remove(seatId)
  centre.seatGone(seatId)
}

/** One page has a seat; another desk takes it over only when the agent was asked. */
function signIn(reception: Reception, linkId: string, seatId: string, command: SignIn): void {
  const { holders, door, centre, nameOf } = reception
  const { desk, takeOver = false, over } = command
  const holder = holders.of(seatId)
  const isOther = holder !== undefined && holder.linkId !== linkId
  if (isOther && holder.desk !== desk && !takeOver) {
    door.send(linkId, { type: 'seat/taken' })
    return
  }
  holders.set(seatId, { linkId, desk })
  if (isOther) door.dismiss(holder.linkId, 4409, 'another page took over')
  centre.signIn(seatId, nameOf(seatId), over)
}

function pass({ holders, door, centre }: Reception, linkId: string, command: SeatRequest): void {
  const seatId = holders.seatOf(linkId)
  if (seatId === undefined) {
    door.send(linkId, { type: 'seat/refused', command: command.type, code: 'SIGN_IN_FIRST' })
    return
  }
  if (command.type === 'seat/signOut') holders.remove(seatId)
  centre.seat(seatId, command)
}
