/**
 * Whole calls in the frames of PROTOCOL.md: an answer with a room, two menus, a queue that moves, a seat that rings,
 * answers and holds, the end; in between, of 100 frames, 15 are heartbeats and 8 acknowledgements. Numbers go on from
 * call to call, as they do on a link.
 */
const seat = { seatId: 'agent_1042@call.example', name: '王小明' }
const userSig = 'eJwtzEELgjAYxvHvsmsh'.repeat(8)
const room = { kind: 'trtc', sdkAppId: 1400000001, roomId: '9d3e4f0c2b7a', userId: 'customer_8f2b', userSig }
const keys = [1, 2, 3, 4].map((key) => ({ key: String(key), label: `按 ${key} 转接人工客服` }))
const menu = (path) => ({ type: 'call/ivr', prompt: '您好，欢迎致电客户服务中心，请按键选择。', keys, path })

const WELCOME = { linkId: 'L9d3e4f0c2b7a', resumed: false, seen: 0, heartbeatMs: 10_000, windowMs: 30_000 }
export const welcome = JSON.stringify({ type: 'link/welcome', ...WELCOME, time: 1_780_000_000_000 })

const queued = (position) => ({ type: 'call/queued', position, estimatedWaitMs: position * 45_000 })
const held = (index) => ({ type: 'call/held', held: index % 2 === 0 })
const story = (callId) => [
  { type: 'call/started', callId, room },
  menu([]),
  menu([keys[1]]),
  ...[6, 5, 4, 3, 2, 1].map(queued),
  { type: 'call/ringing', seat },
  { type: 'call/accepted', seat },
  ...[0, 1, 2, 3, 4, 5, 6, 7].map(held),
  { type: 'call/ended', closeBy: 'seat', endStatus: 'ok' },
]

const heartbeat = (seen) => `{"type":"link/heartbeat","seen":${seen}}`
const ack = (seen) => `{"type":"link/ack","seen":${seen}}`

/** `calls(count)`: the next calls, each `{ callId, frames }`. */
export const createCalls = () => {
  let n = 0
  let index = 0
  const next = () => {
    const callId = `c${++index}1780000000000`
    const sessionId = `7b0f3c52-9a41-4c1e-8f57-${String(index).padStart(12, '0')}`
    const frames = story(callId).flatMap(({ type, ...fields }, place) => {
      const frame = JSON.stringify({ type, n: ++n, sessionId, ...fields })
      if (place % 5 === 2) return [frame, heartbeat(index)]
      return place % 9 === 4 ? [frame, ack(index)] : [frame]
    })
    return { callId, frames }
  }
  return (count) => Array.from({ length: count }, next)
}

/** Frames of so many calls, for whoever needs no calls. */
export const createFrames = () => {
  const calls = createCalls()
  return (count) => calls(count).flatMap(({ frames }) => frames)
}
