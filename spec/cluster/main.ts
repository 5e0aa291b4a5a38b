/**
 * `npm run test:cluster -- [seconds] [seed] [customers] [words]`: customers and seats at three nodes, while machines, wires
 * and Redis fail.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { cookieBy } from '../../call-centre/self-check/node-client'
import { openBackEnd } from '../external/back-end'
import { stopPrograms } from '../external/programs'
import { createPick, type Fault } from './faults'
import { losses } from './losses'
import { runNodeProcess } from './node-process'
import { customer, seat } from './people'
import { createPhones } from './phones'
import { startCluster, type Cluster } from './places'
import { callsTold, report, reportLosses, type Done } from './report'
import { createTally } from './tally'
import { until } from './until'

/**
 * Between the end of one fault and the next. A phone whose line falls again within ten seconds waits longer each time: a
 * short run does all the faults, a long one measures them.
 */
const calmMs = (seconds: number): number => (seconds < 300 ? 2_000 : 11_000)
/** The longest that is waited until everybody is back. */
const backMs = 20_000
/** For the calls that go on at the end, and for their records. */
const endMs = 60_000
const ledMs = 30_000

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
  await until(() => leaderOf(cluster) !== undefined, ledMs)
  if (!leaderOf(cluster)) throw new Error(`Nobody has led for ${ledMs} ms.`)
}

async function happen({ name, act }: Fault, cluster: Cluster): Promise<Done> {
  const began = performance.now()
  await act(cluster, leaderOf(cluster) ?? cluster.nodes[0])
  const over = performance.now()
  await untilLed(cluster)
  return { name, began, over }
}

const logIn = async (url: string, jsCode: string): Promise<string> => {
  const body = JSON.stringify({ sdkAppId: '1400000000', jsCode })
  const response = await fetch(`${url}/login`, { method: 'POST', body })
  return ((await response.json()) as { readonly token: string }).token
}

async function main(seconds: number, seed: number, customers: number, words: string): Promise<number> {
  const people = { customers, seats: Math.ceil(customers / 5) }
  // Of their own, so that the faults of a seed come in one order however long the calls take.
  const [random, pickFault] = [randomBy(seed), createPick(randomBy(seed + 1_000), words)]
  const [backEnd, phones] = [await openBackEnd(), await createPhones()]
  const config = {
    ...{ sdkAppId: '1400000000', channels: { direct: { name: 'Direct' } }, cdrPushUrl: backEnd.url },
    ...{ windowMs: 30_000, maxLoginsPerMinuteOfSource: 100_000, maxLoginsPerMinute: 100_000, maxMissedRings: 0 },
    media: { plane: 'trtc' },
    ...phones.config,
  }
  const cluster = await startCluster(process.argv[1] ?? '', config)
  await untilLed(cluster)
  const tally = createTally()
  let isOver = false
  const world = { url: cluster.url, random, tally, phones, isOver: () => isOver }
  for (let n = 0; n < people.seats; n += 1) {
    const link = await leaderOf(cluster)?.signInLink({ accountId: `${n}`, name: `Seat ${n}`, role: 'seat' })
    seat(world, cluster.everywhere(await cookieBy(link ?? '')), `s${n}`)
  }
  const phaseOf: (() => string)[] = []
  for (let n = 0; n < people.customers; n += 1) {
    phaseOf.push(customer(world, await logIn(cluster.url, phones.code(`c${n}`)), `c${n}`))
  }
  const phases = (): readonly string[] => phaseOf.map((phase) => phase())
  /** Whose place was lost is not called. */
  const notLost = (): readonly string[] => phases().filter((phase) => phase !== 'away')
  const recorded = (): ReadonlySet<unknown> => new Set(backEnd.records.map(({ body }) => body['SessionId']))
  const untilBack = async (): Promise<void> => {
    await until(() => tally.down.size === 0, backMs)
    await pause(calmMs(seconds))
  }
  const untilOver = async (): Promise<void> => {
    isOver = true
    await until(() => phases().every((phase) => phase === 'ended' || phase === 'idle'), endMs)
    await until(() => callsTold(tally, 'call/started', 1).every((id) => recorded().has(id)), endMs)
    // What comes twice comes late.
    await pause(calmMs(seconds))
  }
  const last = performance.now() + seconds * 1_000
  const done: Done[] = []
  while (performance.now() < last) {
    await untilBack()
    done.push(await happen(pickFault(), cluster))
  }
  await untilOver()
  const run = { seed, seconds, people, tally, cluster, phones, records: backEnd.records }
  const failures = report({ ...run, done, phases: phases() })
  const lost: Done[] = []
  if (words === '') {
    tally.forget()
    isOver = false
    for (const loss of losses) {
      await pause(3_000)
      lost.push(await happen(loss, cluster))
      await untilBack()
    }
    // A call that nobody knows any more has no record. A seat whose customer's hang-up is lost is free when the window is over.
    isOver = true
    await until(() => notLost().every((phase) => phase === 'ended' || phase === 'idle'), endMs)
  }
  const stuck = reportLosses({ ...run, done: lost, phases: notLost() })
  await stopPrograms()
  await backEnd.close()
  await phones.close()
  return failures + stuck
}

const [role = '60', ...rest] = process.argv.slice(2)
if (role === 'node') void runNodeProcess(rest)
else {
  main(Number(role), Number(rest[0] ?? 1), Number(rest[1] ?? 200), rest[2] ?? '').then(
    (failures) => process.exit(failures > 0 ? 1 : 0),
    (fault: unknown) => {
      console.error(fault)
      process.exit(2)
    },
  )
}
