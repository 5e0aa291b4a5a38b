import { loadavg } from 'node:os'
import type { Taken } from '../external/back-end'
import type { Gap, Tally } from './tally'
import type { Phones } from './phones'
import type { Cluster } from './places'

/** A fault that was done, at `performance.now()`. */
export interface Done {
  readonly name: string
  readonly began: number
  /** When all was as before, but for who leads. */
  readonly over: number
}

interface Run {
  readonly seed: number
  readonly seconds: number
  readonly people: { readonly customers: number; readonly seats: number }
  readonly done: readonly Done[]
  readonly tally: Tally
  readonly cluster: Pick<Cluster, 'history' | 'nodes'>
  readonly phones: Phones
  readonly records: readonly Taken[]
  /** Of each customer's call. */
  readonly phases: readonly string[]
}

/** Prints what was counted; the answer is how much of it is wrong. */
export function report({ seed, seconds, people, done, tally, cluster, phones, records, phases }: Run): number {
  const { history, nodes } = cluster
  const statuses = statusesOf(records)
  const started = callsTold(tally, 'call/started', 1)
  const accepted = callsTold(tally, 'call/accepted', 1)
  const recordless = started.filter((id) => !statuses.has(id))
  const rooms = nodes.flatMap(({ roomsClosed }) => roomsClosed)
  const [left, messaged] = [leftOnes(records), phones.arrivedAt()]
  const wrong = {
    'what no single leader could have said': tally.faults.length,
    'answers of the shard that fit into no order': history.faults.length,
    'calls without a record': recordless.length,
    'calls accepted twice': callsTold(tally, 'call/accepted', 2).length,
    'calls that were told twice of their end': callsTold(tally, 'call/ended', 2).length,
    'calls whose line did not come back': [...statuses.values()].filter((status) => status === 'clientTimeout').length,
    'messages to customers who were called already': beyond(messaged, left),
    'customers who left the line and were not called': beyond(left, messaged),
    'calls that go on': goingOn(phases),
  }
  console.log(`seed ${seed}, ${seconds} s, ${people.customers} customers, ${people.seats} seats, load ${loadOfNow()}`)
  for (const fault of done) console.log(`  ${fault.name}: ${backAfter(fault, tally, nodes)}`)
  console.log(`calls ${started.length}, accepted ${accepted.length}, as they ended:`, countsOf(statuses.values()))
  console.log(`commits ${history.commits}; as customers see them:`, countsOf(phases))
  console.log(`records pushed more than once, by the same key: ${records.length - statuses.size}`)
  console.log(
    `rooms closed ${new Set(rooms).size} of ${accepted.length}, more than once: ${rooms.length - new Set(rooms).size}`,
  )
  console.log(`places kept ${left.length}, customers called ${messaged.length}, WeChat asked ${phones.asked()} times`)
  console.log(`lines lost: ${timesOf(tally.gaps.map(lengthOf))}`)
  const longest = tally.gaps.toSorted((a, b) => lengthOf(b) - lengthOf(a)).slice(0, 3)
  for (const { name, tried } of longest) console.log(`  among the longest, ${name}: ${tried.join(', ')}`)
  for (const [what, count] of Object.entries(wrong)) console.log(`${count === 0 ? 'PASS' : 'FAIL'} ${what}: ${count}`)
  for (const id of recordless.slice(0, 10)) console.log(`     ${id}: ${tally.told.get(id)?.join(' ') ?? ''}`)
  for (const fault of [...tally.faults, ...history.faults].slice(0, 10)) console.log(`     ${fault.slice(0, 300)}`)
  return sumOf(wrong)
}

/** Prints what was lost where that may be; the answer is how much of it is wrong all the same. */
export function reportLosses({ done, tally, cluster, records, phases }: Run): number {
  if (done.length === 0) return 0
  const statuses = statusesOf(records)
  const recordless = callsTold(tally, 'call/started', 1).filter((id) => !statuses.has(id))
  const takenBack = new Set(tally.faults.map((fault) => fault.split(':')[0]))
  for (const fault of done) console.log(`  ${fault.name}: ${backAfter(fault, tally, cluster.nodes)}`)
  console.log(
    `lost, as the guide says: calls without a record ${recordless.length}, people who heard something taken back ${takenBack.size}`,
  )
  const wrong = {
    'answers of the shard that fit into no order, but for the loss': cluster.history.faults.length,
    'calls that go on': goingOn(phases),
  }
  for (const [what, count] of Object.entries(wrong)) console.log(`${count === 0 ? 'PASS' : 'FAIL'} ${what}: ${count}`)
  return sumOf(wrong)
}

const lengthOf = ({ from, to }: Gap): number => to - from

const sumOf = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0)

const statusesOf = (records: readonly Taken[]): ReadonlyMap<string, string> =>
  new Map(records.map(({ body }) => [String(body['SessionId']), String(body['EndStatusString'])]))

/** User IDs, one for each time that a customer left the line and kept the place: nobody gives up otherwise. */
const leftOnes = (records: readonly Taken[]): readonly string[] => {
  const calls = new Map(records.map(({ body }) => [body['SessionId'], body]))
  return [...calls.values()]
    .filter((body) => body['EndStatusString'] === 'waitingGiveUp')
    .map((body) => String(body['Caller']))
}

/** How many of these are not met by one of those. */
const beyond = (these: readonly string[], those: readonly string[]): number => {
  const left = [...those]
  return these.filter((each) => {
    const at = left.indexOf(each)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  }).length
}

const goingOn = (phases: readonly string[]): number =>
  phases.filter((phase) => phase !== 'ended' && phase !== 'idle').length

const loadOfNow = (): string => (loadavg()[0] ?? 0).toFixed(1)

/** Who was told this so often at least. */
export function callsTold({ told }: Tally, type: string, times: number): readonly string[] {
  return [...told].filter(([, words]) => words.filter((word) => word === type).length >= times).map(([id]) => id)
}

/** Whom a fault hits notices it within this time after it is over. */
const noticedMs = 2_000
/** Until somebody leads who did not before. */
const longestMs = 8_000

/** Who has lost the line by a fault, and how long after it began the line was back. */
function backAfter({ began, over }: Done, { gaps }: Tally, nodes: Cluster['nodes']): string {
  const lost = gaps.filter(({ from }) => from > began && from < over + noticedMs)
  const ledAt = nodes.flatMap((node) => node.ledAt).filter((at) => at > began && at < over + longestMs)
  const led =
    ledAt.length === 0 || lost.length === 0
      ? 'the leader went on'
      : `led after ${Math.round(Math.min(...ledAt) - began)} ms`
  return `${led}; back after ${timesOf(lost.map(({ to }) => to - began))}`
}

function timesOf(unsorted: readonly number[]): string {
  const times = [...unsorted].sort((a, b) => a - b)
  const at = (share: number): string => `${Math.round(times[Math.ceil(share * times.length) - 1] ?? 0)} ms`
  return times.length === 0 ? '0 lines' : `${times.length} lines: p50 ${at(0.5)}, p95 ${at(0.95)}, longest ${at(1)}`
}

function countsOf(words: Iterable<string>): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1
  return counts
}
