/** An order that is kept: whoever comes back stands where they stood. */
export interface Line<Member extends object> {
  /** Those in it, in their order. */
  readonly members: readonly Member[]
  /** Keeps the place behind all that were given so far, unless one is kept. */
  readonly reserve: (member: object) => void
  /** Takes the reserved place; the answer is its index. */
  enter(member: Member): number
  /** The index that it had; -1: was not in it. */
  leave(member: Member): number
  /** -1: is not in it. */
  indexOf(member: Member): number
}

export function createLine<Member extends object>(): Line<Member> {
  const members: Member[] = []
  // Not the time: two may come in the same millisecond.
  const tickets = new WeakMap<object, number>()
  const ticketOf = (member: Member | undefined): number => (member && tickets.get(member)) ?? 0
  let lastTicket = 0

  /** How many stand before a ticket. A line is asked after every change, and may be long. */
  const before = (ticket: number): number => {
    let [from, to] = [0, members.length]
    while (from < to) {
      const middle = (from + to) >> 1
      if (ticketOf(members[middle]) < ticket) from = middle + 1
      else to = middle
    }
    return from
  }
  const indexOf = (member: Member): number => {
    const index = before(ticketOf(member))
    return members[index] === member ? index : -1
  }
  const reserve = (member: object): void => {
    if (!tickets.has(member)) tickets.set(member, (lastTicket += 1))
  }
  return {
    ...{ members, reserve, indexOf },
    enter(member) {
      reserve(member)
      const index = before(ticketOf(member))
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
