/**
 * The model of one shard: whether what its nodes were told can be put into one order, each in the time in which it was asked,
 * in which every answer is the one that a single shard would give. Orders are followed as the answers come.
 */

/** What a node asks of a shard. `sum`: of all that it would change. */
export type Ask =
  | { readonly kind: 'take'; readonly id: string }
  | { readonly kind: 'renew'; readonly fence: string }
  | { readonly kind: 'release'; readonly fence: string }
  | {
      readonly kind: 'commit'
      readonly fence: string
      readonly predecessor: number
      readonly number: number
      readonly sum: string
    }

export interface ShardHistory {
  /** `by`: the wire over which it was asked. The answer is told to `done`; undefined when nobody will hear it. */
  ask(by: string, ask: Ask): (answer: string | undefined) => void
  /** From now on the shard may hold an older state. */
  mayHaveLost(): void
  readonly faults: readonly string[]
  /** How many commits were answered with `done`. */
  readonly commits: number
}

interface State {
  /** Undefined: nobody knows what it holds; the next leader hears it. */
  readonly counter: number | undefined
  readonly fence: string
  readonly owner: string
  readonly number: number
  readonly sum: string
  /** When the lease was asked for, which therefore lasts until `leaseMs` later at least. */
  readonly leased: number
}

interface Operation {
  readonly by: string
  readonly ask: Ask
  readonly at: number
  /** Since then nobody waits for the answer. */
  lostAt: number
}

/** One order that fits so far: what the shard holds, and what of those that are still open has happened with which answer. */
interface Order {
  readonly state: State
  readonly happened: ReadonlyMap<Operation, string>
}

/** What was on its way when its connection ended has arrived by then, or never does. */
const lateMs = 5_000
const unknown: State = { counter: undefined, fence: '', owner: '', number: 0, sum: '', leased: 0 }

export function createShardHistory(leaseMs: number, now: () => number = () => performance.now()): ShardHistory {
  const open = new Set<Operation>()
  const faults: string[] = []
  let orders: readonly Order[] = [{ state: { ...unknown, counter: 0 }, happened: new Map() }]
  let commits = 0

  const forget = (): void => {
    for (const operation of open) {
      const isOver = operation.lostAt + lateMs < now() || (operation.lostAt < Infinity && isDead(operation.ask, orders))
      if (isOver) open.delete(operation)
    }
    orders = distinct(orders.map((order) => without(order, (operation) => !open.has(operation))))
  }
  /** All orders in which the operation has happened, with others that are open before it or not. */
  const reach = (from: readonly Order[], wanted: Operation, answer: string): readonly Order[] => {
    const found: Order[] = []
    let front = from
    while (front.length > 0) {
      found.push(...front.filter(({ happened }) => happened.get(wanted) === answer))
      const going = front.filter(({ happened }) => !happened.has(wanted))
      front = distinct(
        going.flatMap((order) =>
          [...open]
            .filter((operation) => !order.happened.has(operation))
            .flatMap((operation) =>
              step(order.state, operation, operation === wanted ? answer : undefined, { leaseMs, now: now() }).map(
                ([told, state]) => ({ state, happened: new Map(order.happened).set(operation, told) }),
              ),
            ),
        ),
      )
    }
    return distinct(found)
  }
  const end = (operation: Operation, answer: string): void => {
    forget()
    const isUndone = answer.startsWith('-')
    const next = isUndone ? orders.filter(({ happened }) => !happened.has(operation)) : reach(orders, operation, answer)
    if (next.length === 0) {
      const held = orders[0]?.state
      faults.push(`${JSON.stringify(operation.ask)} of ${operation.by} was told ${answer} by ${JSON.stringify(held)}`)
    }
    open.delete(operation)
    if (operation.ask.kind === 'commit' && answer === 'done') commits += 1
    orders = next.length === 0 ? [{ state: unknown, happened: new Map() }] : next
    forget()
  }
  return {
    faults,
    get commits() {
      return commits
    },
    ask(by, ask) {
      const operation: Operation = { by, ask, at: now(), lostAt: Infinity }
      open.add(operation)
      return (answer) => {
        if (answer === undefined) operation.lostAt = now()
        else end(operation, answer)
      }
    },
    mayHaveLost() {
      orders = [{ state: unknown, happened: new Map() }]
    },
  }
}

/** Nothing comes of it any more: fences come once, numbers grow, and no answer needs that a lease was renewed. */
function isDead(ask: Ask, orders: readonly Order[]): boolean {
  if (ask.kind === 'take') return false
  const isOver = ({ counter, fence, number }: State): boolean =>
    counter !== undefined && (fence !== ask.fence || (ask.kind === 'commit' && number > ask.predecessor))
  return ask.kind === 'renew' || orders.every(({ state }) => isOver(state))
}

/** What may come of it, and the state afterwards; `answer`, where it is known, settles what the state could not tell. */
function step(
  state: State,
  { by, ask, at }: Operation,
  answer: string | undefined,
  { leaseMs, now }: { readonly leaseMs: number; readonly now: number },
): readonly (readonly [told: string, state: State])[] {
  if (ask.kind === 'take') {
    const [, counter, id, number] = /^taken (\d+) (\S+) (\d+)$/.exec(answer ?? '') ?? []
    const isFree = state.fence === '' || state.fence.endsWith(` ${ask.id}`) || state.leased + leaseMs <= now + 1
    const next = state.counter === undefined ? Number(counter ?? 0) : state.counter + 1
    const fence = `${next} ${ask.id}`
    const kept = state.counter === undefined ? Number(number ?? 0) : state.number
    const taken = [
      `taken ${fence} ${kept}`,
      { ...state, counter: next, fence, owner: by, number: kept, leased: at },
    ] as const
    return [['held', state], ...(isFree && (id === undefined || id === ask.id) ? [taken] : [])]
  }
  if (state.counter === undefined) return [[answer ?? 'refused', state]]
  if (ask.fence !== state.fence || by !== state.owner) return [['refused', state]]
  if (ask.kind === 'renew') return [['done', { ...state, leased: at }]]
  if (ask.kind === 'release') return [['done', { ...state, fence: '' }]]
  const { predecessor, number, sum } = ask
  if (number === state.number) return sum === state.sum ? [['already', state]] : []
  return predecessor === state.number ? [['done', { ...state, number, sum }]] : [['refused', state]]
}

function without({ state, happened }: Order, isOver: (operation: Operation) => boolean): Order {
  return { state, happened: new Map([...happened].filter(([operation]) => !isOver(operation))) }
}

const numbers = new WeakMap<Operation, number>()
let last = 0
const numberOf = (operation: Operation): number => {
  const number = numbers.get(operation) ?? (last += 1)
  numbers.set(operation, number)
  return number
}

function distinct(orders: readonly Order[]): readonly Order[] {
  const keyOf = ({ state, happened }: Order): string =>
    JSON.stringify([state, [...happened].map(([operation, told]) => [numberOf(operation), told]).sort()])
  return [...new Map(orders.map((order) => [keyOf(order), order])).values()]
}
