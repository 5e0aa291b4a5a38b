/** What customers and agents do on a day, by a seed: the same seed, the same day. */
import { numbers } from '../numbers'

/** What an agent does to a call that rings. `askBack`, `askOver`: asks a colleague, and goes back to the customer or hands over. */
export type AgentDeed = 'decline' | 'miss' | 'talk' | 'hangUp' | 'toSeat' | 'toQueue' | 'askBack' | 'askOver'

export type CustomerDeed = 'talks' | 'staysOnTheLine' | 'givesUp' | 'leavesTheMenu' | 'isBlocked' | 'comesAtNight'

/** What happens in a talk besides. */
export type Mishap = 'unplugged' | 'reloaded'

export interface Customer {
  /** The name in the log-in. */
  readonly name: string
  readonly channelId: string
  /** After the one before; */
  readonly comesAfterMs: number
  /** or after the last call of all who came before. */
  readonly comesWhenAllIsQuiet?: true
  readonly does: CustomerDeed
  /** How long this customer waits who gives up, or talks who talks. */
  readonly lastsMs: number
  /** What the first seat does at which the call rings, the second, and so on; all others talk. */
  readonly agents: readonly AgentDeed[]
  readonly mishap?: Mishap
  readonly notes: string
  readonly disposition: string
  /** The agent is done before the time to write up is over. */
  readonly doneEarly: boolean
}

const DISPOSITIONS = ['', 'solved', 'followUp', 'complaint']

const MISHAP_TALK_MS = 4_000

const does = (roll: number): CustomerDeed => {
  if (roll < 0.5) return 'talks'
  if (roll < 0.7) return 'staysOnTheLine'
  if (roll < 0.88) return 'givesUp'
  return roll < 0.94 ? 'leavesTheMenu' : 'comesAtNight'
}

const GIVEN_AWAY: readonly (readonly [below: number, deed: AgentDeed])[] = [
  [0.1, 'toSeat'],
  [0.2, 'toQueue'],
  [0.27, 'askBack'],
  [0.34, 'askOver'],
]

const agentsBy = (next: () => number): readonly AgentDeed[] => {
  const before: readonly AgentDeed[] = next() < 0.2 ? ['decline'] : next() < 0.15 ? ['miss'] : []
  const roll = next()
  const [, given] = GIVEN_AWAY.find(([below]) => roll < below) ?? []
  const then: readonly AgentDeed[] = given === undefined ? [] : [given]
  return [...before, ...then, roll < 0.66 ? 'talk' : 'hangUp']
}

const customer = (index: number, next: () => number): Customer => {
  const name = `c${String(index + 1).padStart(2, '0')}`
  const deed = does(next())
  const inMenu = deed === 'leavesTheMenu' || next() < 0.5
  return {
    ...{ name, does: deed, channelId: deed === 'comesAtNight' ? 'closed' : inMenu ? 'service' : 'direct' },
    comesAfterMs: Math.round(200 + 900 * next()),
    lastsMs: Math.round(deed === 'givesUp' ? 300 + 3_000 * next() : 300 + 1_500 * next()),
    agents: agentsBy(next),
    notes: next() < 0.7 ? `About ${name}: asked twice, and called back.` : '',
    disposition: DISPOSITIONS[Math.floor(next() * DISPOSITIONS.length)] ?? '',
    doneEarly: next() < 0.6,
  }
}

/** Talks long enough for it, and is not given away. */
const withMishap =
  (mishap: Mishap) =>
  (each: Customer): Customer => ({
    ...each,
    ...{ does: 'talks', channelId: 'direct', lastsMs: MISHAP_TALK_MS, agents: ['talk'], mishap },
  })

const withAgents =
  (...agents: readonly AgentDeed[]) =>
  (each: Customer): Customer => ({ ...each, does: 'staysOnTheLine', channelId: 'direct', agents })

/** So long after all calls the writing-up is over, and somebody is free who can be asked; the next one comes as late. */
const QUIET_MS = 5_000

const asksInAQuietHour =
  (deed: 'askBack' | 'askOver') =>
  (each: Customer): Customer => ({ ...withAgents(deed)(each), comesAfterMs: QUIET_MS, comesWhenAllIsQuiet: true })

/** What no day is without, however short, and when it comes. */
const ALWAYS: readonly (readonly [share: number, of: (each: Customer) => Customer])[] = [
  [0.1, withAgents('decline')],
  [0.2, withMishap('unplugged')],
  [0.35, withAgents('miss')],
  [0.5, withMishap('reloaded')],
  [0.6, withAgents('toSeat')],
  [0.7, (each) => ({ ...each, name: 'mallory', does: 'isBlocked' })],
  [0.8, withAgents('toQueue')],
]

/** Whom a colleague is asked about for certain, as the seed wants it; the others of whom something is certain stay. */
const quietHours = (next: () => number, count: number): ReadonlyMap<number, (each: Customer) => Customer> => {
  const taken = ALWAYS.map(([share]) => Math.floor(count * share))
  const free = Array.from({ length: count }, (_, index) => index).filter((index) => !taken.includes(index))
  const draw = (): number => free.splice(Math.floor(next() * free.length), 1)[0] ?? 0
  return new Map([
    [draw(), asksInAQuietHour('askBack')],
    [draw(), asksInAQuietHour('askOver')],
  ])
}

/** `count` customers, ten at least. */
export const dayOf = (seed: number, count: number): readonly Customer[] => {
  const next = numbers(seed)
  const asked = quietHours(next, count)
  const customers = Array.from({ length: count }, (_, index): Customer => {
    const [, always] = ALWAYS.find(([share]) => Math.floor(count * share) === index) ?? []
    const of = asked.get(index) ?? always
    const each = customer(index, next)
    return of === undefined ? each : of(each)
  })
  return customers.map((each, index) =>
    customers[index - 1]?.comesWhenAllIsQuiet ? { ...each, comesAfterMs: QUIET_MS } : each,
  )
}
