/** One sample of each frame that a server says, with all its fields. */
import type { LinkFrame, ServerMessage } from '../../lib/entries/call'

type Frame =
  (ServerMessage & { readonly n: number }) | LinkFrame | { readonly type: 'link/heartbeat'; readonly seen: number }
type OneOfEach = { readonly [Type in Frame['type']]: Extract<Frame, { readonly type: Type }> }

const sessionId = 's1'
const seat = { seatId: '1001', name: 'Lin' }
const key = { key: '1', label: '销售' }
const trtc = {
  ...({ kind: 'trtc', sdkAppId: 1, roomId: 'r', userId: 'u', userSig: 'secret', privateMapKey: 'k' } as const),
  ...{ isNumericRoom: false, streamId: 'stream', userDefineRecordId: 'record' },
}
const url = { kind: 'url', pushUrl: 'rtmp://push', playUrl: 'rtmp://play' } as const

const each: OneOfEach = {
  'call/started': { type: 'call/started', n: 1, callId: 'c1', sessionId, room: trtc },
  'call/refused': { type: 'call/refused', n: 1, callId: 'c1', code: 'TOO_BUSY', message: 'Busy', retryAfterMs: 1 },
  'call/ivr': { type: 'call/ivr', n: 1, sessionId, prompt: 'Press 1', keys: [key], path: [key] },
  'call/queued': { type: 'call/queued', n: 1, sessionId, position: 1, estimatedWaitMs: 0 },
  'call/ringing': { type: 'call/ringing', n: 1, sessionId, seat },
  'call/accepted': { type: 'call/accepted', n: 1, sessionId, seat, room: url },
  'call/held': { type: 'call/held', n: 1, sessionId, held: true },
  'call/room': { type: 'call/room', n: 1, sessionId, room: trtc },
  'call/aside': { type: 'call/aside', n: 1, sessionId, about: 'text', body: '{"id":"t1","text":"字"}' },
  'call/ended': { type: 'call/ended', n: 1, sessionId, closeBy: 'admin', endStatus: 'ivrEnd', reason: 'why' },
  'link/welcome': {
    ...{ type: 'link/welcome', linkId: 'L1', resumed: false, seen: 0, sent: 0 },
    ...{ heartbeatMs: 10_000, windowMs: 30_000, time: 1_780_000_000_000 },
  },
  'link/ack': { type: 'link/ack', seen: 7 },
  'link/goAway': { type: 'link/goAway', reason: 'restart', spreadMs: 60_000 },
  'link/invalid': { type: 'link/invalid', reason: 'not JSON' },
  'link/heartbeat': { type: 'link/heartbeat', seen: 7 },
}

export const SAMPLES: readonly Frame[] = Object.values(each)

/** Values that fit nowhere, or only just. */
const STRANGE: readonly unknown[] = [
  ...[null, true, -1, 0, 1, 1.5, 2 ** 53 - 1, 2 ** 53, [], {}, '', 'x', 'X', 'X_Y', '1', '#', '#1', 'a b', 'ok'],
  ...['client', 'trtc', 'url', 128, 129, 1024, 1025, 4096, 4097].map((size) =>
    typeof size === 'number' ? 'X'.repeat(size) : size,
  ),
  ...[12, 13, 64, 65].map((size) => Array<unknown>(size).fill(key)),
]

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Each copy of the value with one field, at any depth, left out or replaced by something strange. */
export const mutations = (value: unknown): readonly unknown[] => {
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value
    return items.flatMap((item, at) => mutations(item).map((other) => items.with(at, other)))
  }
  if (!isRecord(value)) return []
  return Object.keys(value)
    .filter((name) => name !== 'type')
    .flatMap((name) => {
      const { [name]: field, ...rest } = value
      const others = [...STRANGE, ...mutations(field)]
      return [rest, ...others.map((other) => ({ ...value, [name]: other }))]
    })
}
