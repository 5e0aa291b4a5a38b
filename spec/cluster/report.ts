import type { Taken } from '../external/back-end'
import type { Tally } from './people'

interface Run {
  readonly seed: number
  readonly seconds: number
  readonly people: { readonly customers: number; readonly seats: number }
  /** Each fault, and how long it took until somebody led again. */
  readonly done: readonly string[]
  readonly tally: Tally
  readonly records: readonly Taken[]
  /** Of each customer's call. */
  readonly phases: readonly string[]
}

/** Prints what was counted; the answer is how much of it is wrong. */
export function report({ seed, seconds, people, done, tally, records, phases }: Run): number {
  const pushed = new Map<string, number>()
  for (const { body } of records) {
    const id = String(body['SessionId'])
    pushed.set(id, (pushed.get(id) ?? 0) + 1)
  }
  const started = [...tally.started]
  const statuses = new Map(records.map(({ body }) => [String(body['SessionId']), String(body['EndStatusString'])]))
  const twice = (counts: ReadonlyMap<string, number>): number => [...counts.values()].filter((each) => each > 1).length
  const wrong = {
    'what no single leader could have said': tally.faults.length,
    'calls without a record': started.filter((id) => !pushed.has(id)).length,
    'calls accepted twice': twice(tally.accepted),
    'calls that were told twice of their end': twice(tally.ended),
    'calls whose line did not come back': [...statuses.values()].filter((status) => status === 'clientTimeout').length,
    'calls that go on': phases.filter((phase) => phase !== 'ended' && phase !== 'idle').length,
  }
  const gaps = [...tally.gapsMs].sort((a, b) => a - b)
  const at = (share: number): string => `${Math.round(gaps[Math.floor(share * (gaps.length - 1))] ?? 0)} ms`
  console.log(`seed ${seed}, ${seconds} s, ${people.customers} customers, ${people.seats} seats`)
  for (const line of done) console.log(`  ${line} ms`)
  console.log(`calls ${started.length}, accepted ${tally.accepted.size}, as they ended:`, countsOf(statuses.values()))
  console.log('as customers see them:', countsOf(phases))
  console.log(`records pushed more than once, by the same key: ${twice(pushed)}`)
  console.log(`lines lost ${gaps.length}: p50 ${at(0.5)}, p95 ${at(0.95)}, longest ${at(1)}`)
  for (const [what, count] of Object.entries(wrong)) console.log(`${count === 0 ? 'PASS' : 'FAIL'} ${what}: ${count}`)
  for (const fault of tally.faults.slice(0, 10)) console.log(`     ${fault.slice(0, 300)}`)
  return Object.values(wrong).reduce((sum, count) => sum + count, 0)
}

function countsOf(words: Iterable<string>): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1
  return counts
}
