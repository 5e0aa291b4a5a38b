/** `npm run test:cluster -- [seconds] [seed] [customers]`: customers and seats at three nodes, while machines, wires and Redis fail. */
import { setTimeout as pause } from 'node:timers/promises'
import { cookieBy } from '../../call-centre/self-check/node-client'
import { openBackEnd } from '../external/back-end'
import { stopPrograms } from '../external/programs'
import { pickFault } from './faults'
import { runNodeProcess } from './node-process'
import { createTally, customer, seat } from './people'
import { startCluster, type Cluster } from './places'
import { callsTold, report, type Done } from './report'

/** Between the end of one fault and the next; and the longest that is waited until everybody is back. */
const calmMs = 2_000
const backMs = 20_000
/** For the calls that go on at the end, and for their records. */
const endMs = 60_000

async function until(holds: () => boolean, atMostMs: number): Promise<void> {
  const last = performance.now() + atMostMs
  while (!holds() && performance.now() < last) await pause(50)
}

/** mulberry32. */
function randomBy(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

const leaderOf = ({ nodes }: Cluster) => nodes.find((node) => node.role() === 'leading')

async function untilLed(cluster: Cluster): Promise<void> {
  while (!leaderOf(cluster)) await pause(20)
}

const logIn = async (url: string, name: string): Promise<string> => {
  const body = JSON.stringify({ sdkAppId: '1400000000', jsCode: `${name}-1` })
  const response = await fetch(`${url}/login`, { method: 'POST', body })
  return ((await response.json()) as { readonly token: string }).token
}

async function main(seconds: number, seed: number, customers: number): Promise<number> {
  const people = { customers, seats: Math.ceil(customers / 5) }
  // Of their own, so that the faults of a seed come in one order however long the calls take.
  const [random, chance] = [randomBy(seed), randomBy(seed + 1_000)]
  const backEnd = await openBackEnd()
  const config = {
    ...{ sdkAppId: '1400000000', channels: { direct: { name: 'Direct' } }, cdrPushUrl: backEnd.url },
    ...{ windowMs: 60_000, maxLoginsPerMinuteOfSource: 100_000, maxLoginsPerMinute: 100_000, maxMissedRings: 0 },
  }
  const cluster = await startCluster(process.argv[1] ?? '', config)
  await untilLed(cluster)
  const tally = createTally()
  let isOver = false
  const world = { url: cluster.url, random, tally, isOver: () => isOver }
  for (let n = 0; n < people.seats; n += 1) {
    const link = await leaderOf(cluster)?.signInLink({ accountId: `${n}`, name: `Seat ${n}`, role: 'seat' })
    seat(world, cluster.everywhere(await cookieBy(link ?? '')), `s${n}`)
  }
  const phaseOf: (() => string)[] = []
  for (let n = 0; n < people.customers; n += 1) {
    phaseOf.push(customer(world, await logIn(cluster.url, `c${n}`), `c${n}`))
  }
  const last = performance.now() + seconds * 1_000
  const done: Done[] = []
  while (performance.now() < last) {
    await until(() => tally.down.size === 0, backMs)
    await pause(calmMs)
    const fault = pickFault(chance)
    const began = performance.now()
    await fault.act(cluster, leaderOf(cluster) ?? cluster.nodes[0])
    await untilLed(cluster)
    done.push({ name: fault.name, began, ledAfterMs: performance.now() - began })
  }
  isOver = true
  const phases = (): readonly string[] => phaseOf.map((phase) => phase())
  await until(() => phases().every((phase) => phase === 'ended' || phase === 'idle'), endMs)
  const calls = callsTold(tally, 'call/started', 1)
  const recorded = (): ReadonlySet<unknown> => new Set(backEnd.records.map(({ body }) => body['SessionId']))
  await until(() => recorded().size >= calls.length, endMs)
  const failures = report({ seed, seconds, people, done, tally, records: backEnd.records, phases: phases() })
  await stopPrograms()
  await backEnd.close()
  return failures
}

const [role = '60', ...rest] = process.argv.slice(2)
if (role === 'node') void runNodeProcess(rest)
else {
  main(Number(role), Number(rest[0] ?? 1), Number(rest[1] ?? 200)).then(
    (failures) => process.exit(failures > 0 ? 1 : 0),
    (fault: unknown) => {
      console.error(fault)
      process.exit(2)
    },
  )
}
