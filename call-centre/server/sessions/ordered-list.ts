/** Who came when: whoever comes back has the old ticket. */
export interface Tickets {
  /** Gives one behind all of the same priority that were given so far, unless one is there. A higher priority is before. */
  readonly reserve: (member: object, priority?: number) => void
  readonly of: (member: object | undefined) => number
  /** The one gets the ticket of the other. */
  readonly handOver: (from: object, to: object) => void
}

/** More tickets than are ever given. */
const ONE_PRIORITY = 2 ** 40

export function createTickets(): Tickets {
  // Not the time: two may come in the same millisecond.
  const tickets = new WeakMap<object, number>()
  let last = 0
  return {
    reserve(member, priority = 0) {
      if (!tickets.has(member)) tickets.set(member, (last += 1) - priority * ONE_PRIORITY)
    },
    of: (member) => (member && tickets.get(member)) ?? 0,
    handOver(from, to) {
      const ticket = tickets.get(from)
      if (ticket !== undefined) tickets.set(to, ticket)
    },
  }
}

/** A list whose order is kept: whoever comes back gets the old place. */
export interface OrderedList<Member extends object> {
  /** Those in it, in their order. */
  readonly members: readonly Member[]
  /** Takes the reserved place; the answer is its index. */
  readonly enter: (member: Member) => number
  /** The index that it had; -1: was not in it. */
  readonly leave: (member: Member) => number
  /** How many stand before a ticket. */
  readonly before: (ticket: number) => number
  /** -1: is not in it. */
  indexOf(member: Member): number
}

export function createOrderedList<Member extends object>(tickets = createTickets()): OrderedList<Member> {
  const members: Member[] = []

  /** How many stand before a ticket. A list is asked after every change, and may be long. */
  const before = (ticket: number): number => {
    let [from, to] = [0, members.length]
    while (from < to) {
      const middle = (from + to) >> 1
      if (tickets.of(members[middle]) < ticket) from = middle + 1
      else to = middle
    }
    return from
  }
  const indexOf = (member: Member): number => {
    const index = before(tickets.of(member))
    return members[index] === member ? index : -1
  }
  return {
    ...{ members, indexOf, before },
    enter(member) {
      tickets.reserve(member)
      const index = before(tickets.of(member))
      if (members[index] !== member) members.splice(index, 0, member)
      return index
    },
    leave(member) {
      const index = indexOf(member)
      if (index >= 0) members.splice(index, 1)
      return index
    },
  }
}
