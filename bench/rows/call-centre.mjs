/**
 * Row h: the bundled call centre under load. 200 calls talk (a key press and a hold each second, both ways measured),
 * one call a second ends and the queue moves, while so many customers wait. → JSON.
 */
import { startCentre } from '../load/centre.mjs'
import { createCustomer, createSeat } from '../load/customer.mjs'
import { quantile } from '../measure/statistics.mjs'

const [calls = 200, seconds = 10, ...sizes] = process.argv.slice(2).map(Number)
const waitingSizes = sizes.length > 0 ? sizes : [100, 500, 1_000, 2_000]
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms))
const until = async (what, holds) => {
  for (let waited = 0; !holds(); waited += 50) {
    if (waited > 60_000) throw new Error(`${what} took more than a minute`)
    await pause(50)
  }
}

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
const customers = []
const toldCustomer = (message, customer) => {
  if (message.type === 'call/accepted') talking.set(message.sessionId, { ...talking.get(message.sessionId), customer })
  if (message.type === 'call/held') arrived(`held ${message.sessionId}`)
  if (message.type === 'call/ended') talking.delete(message.sessionId)
}
const toldSeat = (notice, seat) => {
  if (notice.type === 'seat/talking') talking.set(notice.sessionId, { ...talking.get(notice.sessionId), seat })
  if (notice.type === 'seat/digits') arrived(`digits ${notice.sessionId}`)
}
const connected = () => [...talking.values()].filter(({ seat, customer }) => seat && customer)

const join = async (url, count) => {
  for (let done = 0; done < count; done += 50) {
    const names = Array.from({ length: Math.min(50, count - done) }, (_, index) => `n${customers.length + index}`)
    customers.push(...(await Promise.all(names.map((name) => createCustomer(url, name, toldCustomer)))))
  }
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

const measure = async (centre, waiting) => {
  await join(centre.url, waiting + calls - customers.length)
  await until('the queue', () => customers.every(({ taken }) => taken > 1))
  await until('the calls', () => connected().length >= calls)
  await pause(500)
  latencies.length = 0
  const cpuBefore = centre.cpuMs()
  const before = performance.now()
  for (let done = 0; done < seconds; done += 1) await second()
  const wallMs = performance.now() - before
  const cpuMs = centre.cpuMs() - cpuBefore
  await pause(500)
  return {
    waiting,
    p50Ms: quantile(latencies, 0.5),
    p99Ms: quantile(latencies, 0.99),
    messages: latencies.length,
    cpuShare: cpuMs / wallMs,
    residentMB: centre.residentMB(),
  }
}

const centre = await startCentre()
try {
  for (let index = 0; index < calls; index += 1) await createSeat(centre.url, String(2_000 + index), toldSeat)
  const rows = []
  for (const waiting of waitingSizes) rows.push(await measure(centre, waiting))
  const gaps = customers.reduce((sum, customer) => sum + customer.gaps, 0)
  console.log(JSON.stringify({ calls, rows, gaps, unanswered: sentAt.size, expected }))
} finally {
  await centre.close()
}
process.exit(0)
