import { createOrderedList, createTickets, type OrderedList, type Tickets } from './ordered-list'
import type { Place } from './place'
import type { Session, Stage } from './session'

export type WaitingSession = Session & { stage: Extract<Stage, { phase: 'waiting' }> }

export function isWaiting(session: Session): session is WaitingSession {
  return session.stage.phase === 'waiting'
}

/** Who waits, and who of them has yet to hear of a place. */
export interface Queue {
  /** The highest priority first, and of one priority who has waited longest. */
  readonly line: readonly WaitingSession[]
  /** Have heard of no place in this wait. */
  readonly untold: ReadonlySet<WaitingSession>
  /** Have heard of a place that has changed since: who moved first comes first, and of one move those in front. */
  readonly moved: ReadonlySet<WaitingSession>
  /** Among the calls for the same group; 1 is next. */
  placeOf(session: WaitingSession): number
  /** Of two calls for the same group, the one with the lower is served before. */
  readonly ticketOf: (member: WaitingSession | Place) => number
  /** Keeps a place for a call: behind all others of its priority, unless it has one. */
  reserve(member: Session | Place, priority: number): void
  /** The one gets the place that the other has, or had. */
  readonly handOver: (from: Session | Place, to: Session | Place) => void
  /** Who waits before one that is not here. */
  aheadOf(place: Place): number
  /** The places of those who may still come back. */
  readonly away: Away
  join(session: WaitingSession): void
  leave(session: WaitingSession): void
  /** The customer is told this place now. */
  told(session: WaitingSession, place: number): void
  /** What the customer was told has never arrived. */
  unheard(session: WaitingSession): void
}

/** Who is not here, and may come back. */
interface Away {
  readonly enter: (place: Place) => void
  readonly leave: (place: Place) => void
  readonly count: () => number
  /** One for each group, each in the order in which its places are served. */
  readonly lines: () => Iterable<readonly Place[]>
}

export function createQueue(): Queue {
  const tickets = createTickets()
  const everybody = createOrderedList<WaitingSession>(tickets)
  const { listOf } = listsOfGroups<WaitingSession>(tickets)
  const [untold, moved] = [new Set<WaitingSession>(), new Set<WaitingSession>()]
  const forget = (session: WaitingSession): void => {
    for (const told of [untold, moved]) told.delete(session)
  }
  /** They have another place than before. */
  const move = (sessions: readonly WaitingSession[]): void => {
    for (const session of sessions) if (!untold.has(session)) moved.add(session)
  }
  return {
    ...{ ...tickets, ticketOf: tickets.of, line: everybody.members, untold, moved, away: createAway(tickets) },
    aheadOf: (place) => listOf(place).before(tickets.of(place)),
    placeOf: (session) => listOf(session).indexOf(session) + 1,
    join(session) {
      if (session.stage.position === undefined) untold.add(session)
      everybody.enter(session)
      const { members, enter } = listOf(session)
      move(members.slice(enter(session)))
    },
    leave(session) {
      everybody.leave(session)
      const { members, leave } = listOf(session)
      const index = leave(session)
      forget(session)
      if (index >= 0) move(members.slice(index))
    },
    told(session, place) {
      forget(session)
      session.stage.position = place
    },
    unheard(session) {
      forget(session)
      delete session.stage.position
      untold.add(session)
    },
  }
}

function createAway(tickets: Tickets): Away {
  const { listOf, lists } = listsOfGroups<Place>(tickets)
  const sizes = (): readonly number[] => lists().map(({ members }) => members.length)
  return {
    enter: (place) => void listOf(place).enter(place),
    leave: (place) => void listOf(place).leave(place),
    count: () => sizes().reduce((sum, size) => sum + size, 0),
    lines: () => lists().map(({ members }) => members),
  }
}

/** The list of each group; of all those in it, each has one ticket. */
function listsOfGroups<Member extends Pick<Session, 'group'>>(tickets: Tickets) {
  const known = new Map<string | undefined, OrderedList<Member>>()
  const listOf = ({ group }: Pick<Session, 'group'>): OrderedList<Member> => {
    const list = known.get(group) ?? createOrderedList<Member>(tickets)
    known.set(group, list)
    return list
  }
  return { listOf, lists: (): readonly OrderedList<Member>[] => [...known.values()] }
}
