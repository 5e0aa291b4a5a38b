/**
 * Row h: the bundled call centre under load. 200 calls talk (a key press and a hold each second, both ways measured),
 * one call a second ends and the queue moves, while so many customers wait. After the numbers: the store. → JSON.
 */
import { startCentre } from '../load/centre.mjs'
import { startCrowd } from '../load/crowd.mjs'
import { createCustomer, createSeat } from '../load/customer.mjs'
import { stayOff } from '../load/processors.mjs'
import { pause, until } from '../load/until.mjs'
import { growth, quantile } from '../measure/statistics.mjs'

const given = process.argv.slice(2)
const store = given.find((word) => ['memory', 'folder', 'redis', 'relayed'].includes(word))
const [calls = 200, seconds = 10, ...sizes] = given.filter((word) => word !== store).map(Number)
const waitingSizes = sizes.length > 0 ? sizes : [100, 500, 1_000, 2_000]

const latencies = []
const sentAt = new Map()
let expected = 0
const send = (key, task) => {
  expected += 1
  sentAt.set(key, performance.now())
  task()
}
const arrived = (key) => {
  const at = sentAt.get(key)
  if (at === undefined) return
  sentAt.delete(key)
  latencies.push(performance.now() - at)
}

const talking = new Map()
/** Those who come first, and so are served within the measurement; all others are of the crowd. */
const callers = []
const callersAtMost = calls + (seconds + 1) * (waitingSizes.length + 1)
let ended = 0
const toldCustomer = (message, customer) => {
  if (message.type === 'call/queued') customer.place = message.position
  if (message.type === 'call/ringing') customer.place = undefined
  if (message.type === 'call/accepted') talking.set(message.sessionId, { ...talking.get(message.sessionId), customer })
  if (message.type === 'call/held') arrived(`held ${message.sessionId}`)
  if (message.type === 'call/ended') {
    talking.delete(message.sessionId)
    ended += 1
  }
}
const toldSeat = (notice, seat) => {
  if (notice.type === 'seat/talking') talking.set(notice.sessionId, { ...talking.get(notice.sessionId), seat })
  if (notice.type === 'seat/digits') arrived(`digits ${notice.sessionId}`)
}
const connected = () => [...talking.values()].filter(({ seat, customer }) => seat && customer)

let inCrowd = 0
const join = async (centre, crowd, total) => {
  while (callers.length < Math.min(callersAtMost, total - inCrowd)) {
    callers.push(await createCustomer(centre.url, `n${callers.length}`, toldCustomer))
  }
  await until('the queue', () => callers.every(({ taken }) => taken > 1))
  const more = total - callers.length - inCrowd
  inCrowd += more
  if (more > 0) await crowd.join(more)
}

/** One second of the life of a call centre; the messages are spread over it. */
const second = async () => {
  const pairs = connected()
  const helds = pairs.map((pair) => (pair.held = !pair.held))
  for (let tenth = 0; tenth < 10; tenth += 1) {
    pairs.forEach(({ seat, customer }, index) => {
      if (index % 10 !== tenth || !talking.has(customer.sessionId)) return
      const { sessionId } = customer
      send(`digits ${sessionId}`, () => customer.say({ type: 'call/digits', sessionId, digits: '5' }))
      send(`held ${sessionId}`, () => seat.say({ type: 'seat/hold', sessionId, held: helds[index] }))
    })
    await pause(100)
  }
  const [{ seat, customer }] = connected()
  talking.delete(customer.sessionId)
  seat.say({ type: 'seat/hangUp', sessionId: customer.sessionId })
}

/** How many of those who wait do not know their place in the end, however long a busy machine takes to tell it. */
const misplaced = async (crowd) => {
  for (let looks = 40; ; looks -= 1) {
    await pause(250)
    const { places } = await crowd.report()
    const inFront = callers.flatMap(({ place }) => (place === undefined ? [] : [place]))
    const waiting = inFront.length + places.length
    const told = new Set([...inFront, ...places].filter((place) => place <= waiting))
    if (told.size === waiting || looks === 0) return waiting - told.size
  }
}

const measure = async (centre, crowd, waiting) => {
  await join(centre, crowd, waiting + calls + ended)
  await until('the calls', () => connected().length >= calls)
  await pause(500)
  latencies.length = 0
  const cpuBefore = centre.cpuMs()
  const redisBefore = await centre.redis?.figures()
  const before = performance.now()
  for (let done = 0; done < seconds; done += 1) await second()
  const wallMs = performance.now() - before
  const cpuMs = centre.cpuMs() - cpuBefore
  const redis = redisBefore && sinceThen(redisBefore, await centre.redis.figures(), wallMs / 1_000)
  await pause(500)
  return {
    waiting,
    p50Ms: quantile(latencies, 0.5),
    p99Ms: quantile(latencies, 0.99),
    messages: latencies.length,
    misplaced: await misplaced(crowd),
    cpuShare: cpuMs / wallMs,
    residentMB: centre.residentMB(),
    redis,
  }
}

const sinceThen = (before, now, seconds) => ({
  commandsPerSecond: (now.commands - before.commands) / seconds,
  kBPerSecond: (now.receivedBytes - before.receivedBytes) / 1_024 / seconds,
  heldKB: now.heldBytes / 1_024,
})

/** The talk costs the same in each row: what is left is what those who wait cost. */
const growthBeyondFirst = ([[firstX, firstY], ...others]) => growth(others.map(([x, y]) => [x - firstX, y - firstY]))

stayOff()
const centre = await startCentre(store)
const crowd = startCrowd(centre.url)
try {
  for (let index = 0; index < calls; index += 1) {
    const seatId = String(2_000 + index)
    await createSeat(centre.url, seatId, await centre.signIn(seatId), toldSeat)
  }
  // Nothing is compiled yet: the first seconds would cost more than those of a longer queue.
  await measure(centre, crowd, waitingSizes[0])
  const rows = []
  for (const waiting of waitingSizes) rows.push(await measure(centre, crowd, waiting))
  const report = await crowd.report()
  const gaps = callers.reduce((sum, customer) => sum + customer.gaps, report.gaps)
  const misplacedAtAll = rows.reduce((sum, row) => sum + row.misplaced, 0)
  const grows = {
    cpu: growthBeyondFirst(rows.map(({ waiting, cpuShare }) => [waiting, cpuShare])),
    p99: growth(rows.map(({ waiting, p99Ms }) => [waiting, p99Ms])),
  }
  console.log(
    JSON.stringify({ calls, rows, grows, gaps, misplaced: misplacedAtAll, unanswered: sentAt.size, expected }),
  )
} finally {
  crowd.close()
  await centre.close()
}
process.exit(0)
