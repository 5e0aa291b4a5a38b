import type { Taken } from '../external/back-end'
import type { Tally } from './people'

/** A fault that was done, at `performance.now()`, and how long it took until it was over and somebody led again. */
export interface Done {
  readonly name: string
  readonly began: number
  readonly ledAfterMs: number
}

interface Run {
  readonly seed: number
  readonly seconds: number
  readonly people: { readonly customers: number; readonly seats: number }
  readonly done: readonly Done[]
  readonly tally: Tally
  readonly records: readonly Taken[]
  /** Of each customer's call. */
  readonly phases: readonly string[]
}

/** Prints what was counted; the answer is how much of it is wrong. */
export function report({ seed, seconds, people, done, tally, records, phases }: Run): number {
  const statuses = new Map(records.map(({ body }) => [String(body['SessionId']), String(body['EndStatusString'])]))
  const started = callsTold(tally, 'call/started', 1)
  const recordless = started.filter((id) => !statuses.has(id))
  const wrong = {
    'what no single leader could have said': tally.faults.length,
    'calls without a record': recordless.length,
    'calls accepted twice': callsTold(tally, 'call/accepted', 2).length,
    'calls that were told twice of their end': callsTold(tally, 'call/ended', 2).length,
    'calls whose line did not come back': [...statuses.values()].filter((status) => status === 'clientTimeout').length,
    'calls that go on': phases.filter((phase) => phase !== 'ended' && phase !== 'idle').length,
  }
  console.log(`seed ${seed}, ${seconds} s, ${people.customers} customers, ${people.seats} seats`)
  for (const fault of done) console.log(`  ${fault.name}: ${backAfter(fault, tally)}`)
  console.log(
    `calls ${started.length}, accepted ${callsTold(tally, 'call/accepted', 1).length}, as they ended:`,
    countsOf(statuses.values()),
  )
  console.log('as customers see them:', countsOf(phases))
  console.log(`records pushed more than once, by the same key: ${records.length - statuses.size}`)
  console.log(`lines lost: ${timesOf(tally.gaps.map(({ from, to }) => to - from))}`)
  for (const [what, count] of Object.entries(wrong)) console.log(`${count === 0 ? 'PASS' : 'FAIL'} ${what}: ${count}`)
  for (const id of recordless.slice(0, 10)) console.log(`     ${id}: ${tally.told.get(id)?.join(' ') ?? ''}`)
  for (const fault of tally.faults.slice(0, 10)) console.log(`     ${fault.slice(0, 300)}`)
  return Object.values(wrong).reduce((sum, count) => sum + count, 0)
}

/** Who was told this so often at least. */
export function callsTold({ told }: Tally, type: string, times: number): readonly string[] {
  return [...told].filter(([, words]) => words.filter((word) => word === type).length >= times).map(([id]) => id)
}

/** Who has lost the line by a fault, and how long after it began the line was back. */
function backAfter({ began, ledAfterMs }: Done, { gaps }: Tally): string {
  const lost = gaps.filter(({ from }) => from > began && from < began + ledAfterMs + 1_000)
  return `led after ${Math.round(ledAfterMs)} ms; back after ${timesOf(lost.map(({ to }) => to - began))}`
}

function timesOf(unsorted: readonly number[]): string {
  const times = [...unsorted].sort((a, b) => a - b)
  const at = (share: number): string => `${Math.round(times[Math.ceil(share * times.length) - 1] ?? 0)} ms`
  return `${times.length} lines: p50 ${at(0.5)}, p95 ${at(0.95)}, longest ${at(1)}`
}

function countsOf(words: Iterable<string>): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1
  return counts
}
