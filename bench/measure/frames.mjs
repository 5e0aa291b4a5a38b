/**
 * One endless call in the frames of PROTOCOL.md: of 100 frames 15 are heartbeats, 8 acknowledgements, 47 change what
 * the seat holds, 24 move the customer in the queue, 6 bring a seat that rings or answers. Every numbered frame is the
 * next one, and every one changes the session.
 */
const sessionId = 's1f0c2b7a9d3e4'
const seat = { seatId: 'agent_1042', name: '王小明' }

const WELCOME = { linkId: 'L9d3e4f0c2b7a', resumed: false, seen: 0, heartbeatMs: 10_000, windowMs: 30_000 }

export const opening = (callId) => [
  JSON.stringify({ type: 'link/welcome', ...WELCOME, time: 1_780_000_000_000 }),
  JSON.stringify({ type: 'call/started', n: 1, callId, sessionId }),
]

const held = (value) => ({ type: 'call/held', sessionId, held: value })
const queued = (position) => ({ type: 'call/queued', sessionId, position, estimatedWaitMs: position * 45_000 })
const talking = Array.from({ length: 24 }, (_, index) => held(index % 2 === 0))
const waiting = Array.from({ length: 12 }, (_, index) => queued(12 - index))
const cycle = [
  ...waiting,
  { type: 'call/ringing', sessionId, seat },
  { type: 'call/accepted', sessionId, seat },
  ...talking.slice(1),
]

/** Frames without end; `n` goes on from frame to frame. */
export const createFrames = () => {
  let n = 1
  let step = 0
  let index = 0
  const next = () => {
    const place = index++ % 13
    if (place === 4 || place === 10) return `{"type":"link/heartbeat","seen":1}`
    if (place === 7) return '{"type":"link/ack","seen":1}'
    const { type, ...fields } = cycle[step++ % cycle.length]
    return JSON.stringify({ type, n: ++n, ...fields })
  }
  return (count) => Array.from({ length: count }, next)
}
