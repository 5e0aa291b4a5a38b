/**
 * Clients that all lose the line at t = 0, and a server that takes so many a second (a token bucket, one second deep)
 * and refuses the others at once. A frame takes 20 to 200 ms each way. No TLS queue, no client that gives up its page.
 */
const HORIZON_MS = 240_000
const NOBODY = -1

/** A repeatable source of numbers from 0 to 1 (mulberry32). */
export const createRandom = (seed) => () => {
  seed = (seed + 0x6d2b79f5) | 0
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
}

/** Who arrives in which millisecond: a chain of clients for each. */
const createCalendar = (clients) => {
  const first = new Int32Array(HORIZON_MS).fill(NOBODY)
  const next = new Int32Array(clients).fill(NOBODY)
  return {
    add: (client, atMs) => {
      const slot = Math.min(HORIZON_MS - 1, Math.floor(atMs))
      next[client] = first[slot]
      first[slot] = client
    },
    visit: (slot, arrives) => {
      for (let client = first[slot]; client !== NOBODY;) {
        const following = next[client]
        arrives(client)
        client = following
      }
    },
  }
}

/** Takes up to `perSecond`; with `slots` it tells those it refuses when their turn will be. */
const createServer = ({ perSecond, slots }) => {
  let tokens = perSecond
  let slotMs = 0
  return {
    tick: () => {
      tokens = Math.min(perSecond, tokens + perSecond / 1000)
    },
    takes: () => tokens >= 1 && (tokens -= 1) >= 0,
    word: (nowMs) => {
      if (!slots) return {}
      slotMs = Math.max(slotMs, nowMs) + 1000 / perSecond
      return { retryAfterMs: Math.ceil(slotMs - nowMs) }
    },
  }
}

/** `delay` is the function under test; `spreadMs` is the server's word before it went away. */
export const simulate = ({ clients, perSecond, delay, slots = false, spreadMs, inCall = false, seed = 7 }) => {
  const random = createRandom(seed)
  const wayMs = () => 20 + 180 * random()
  const calendar = createCalendar(clients)
  const server = createServer({ perSecond, slots })
  const attempts = new Uint8Array(clients)
  const backMs = new Float64Array(clients).fill(Infinity)
  const perMs = new Uint32Array(HORIZON_MS)
  let gaveUp = 0

  const tryAgain = (client, nowMs, word) => {
    const attempt = ++attempts[client]
    const pauseMs = delay({ attempt, elapsedMs: nowMs, inCall, random: random(), ...word })
    if (pauseMs === null) gaveUp += 1
    else calendar.add(client, nowMs + pauseMs + wayMs())
  }
  const leaving = spreadMs === undefined ? {} : { spreadMs }
  for (let client = 0; client < clients; client += 1) tryAgain(client, 0, leaving)

  for (let nowMs = 0; nowMs < HORIZON_MS; nowMs += 1) {
    server.tick()
    calendar.visit(nowMs, (client) => {
      perMs[nowMs] += 1
      if (server.takes()) backMs[client] = nowMs + wayMs()
      else tryAgain(client, nowMs + wayMs(), { refused: true, ...server.word(nowMs) })
    })
  }
  return describe({ backMs: backMs.sort(), attempts, perMs, gaveUp })
}

const describe = ({ backMs, attempts, perMs, gaveUp }) => {
  const perSecond = []
  for (let second = 0; second * 1000 < perMs.length; second += 1) {
    perSecond.push(perMs.subarray(second * 1000, (second + 1) * 1000).reduce((sum, count) => sum + count, 0))
  }
  const at = (share) => backMs[Math.min(backMs.length - 1, Math.floor(share * backMs.length))] / 1000
  return {
    peakPerSecond: Math.max(...perSecond),
    allBackS: backMs[backMs.length - 1] / 1000,
    p50S: at(0.5),
    p99S: at(0.99),
    attempts: attempts.reduce((sum, count) => sum + count, 0) / attempts.length,
    gaveUp,
    perSecond,
  }
}
