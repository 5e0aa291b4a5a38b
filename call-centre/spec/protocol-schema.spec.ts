import type { ClientMessage, LinkFrame, ServerMessage } from 'tccc-wx-sdk/call'
import schema from 'tccc-wx-sdk/signalling/protocol.schema.json'
import { faultsOf } from './schema'

type Message = ClientMessage | ServerMessage | LinkFrame | { type: 'link/heartbeat'; seen: number }
type OneOfEach = { readonly [Type in Message['type']]: Extract<Message, { type: Type }> }

const sessionId = 's1'
const seat = { seatId: '1', name: 'Seat 1' }
const key = { key: '1', label: 'Sales' }
const room = { kind: 'trtc', sdkAppId: 1, roomId: 'r', userId: 'u', userSig: 's' } as const

/** Each with all its fields; the type says when one is missing. */
const samples: OneOfEach = {
  'call/start': { type: 'call/start', callId: 'c1', channelId: 'direct', media: 'audio', context: '{}' },
  'call/aside': { type: 'call/aside', sessionId, about: 'context', body: '{"order":"A-1029"}' },
  'call/digits': { type: 'call/digits', sessionId, digits: '12*#' },
  'call/hold': { type: 'call/hold', sessionId, held: true, reason: 'phone call' },
  'call/rejoin': { type: 'call/rejoin', sessionId, reason: 'live-pusher -1307' },
  'call/hangUp': { type: 'call/hangUp', callId: 'c1', sessionId, closeBy: 'timer', endStatus: 'ok', reason: 'limit' },
  'call/started': { type: 'call/started', callId: 'c1', sessionId, room },
  'call/refused': { type: 'call/refused', callId: 'c1', code: 'TOO_BUSY', message: 'Busy', retryAfterMs: 1 },
  'call/ivr': { type: 'call/ivr', sessionId, prompt: 'Press 1', keys: [key], path: [key] },
  'call/queued': { type: 'call/queued', sessionId, position: 1, estimatedWaitMs: 0 },
  'call/ringing': { type: 'call/ringing', sessionId, seat },
  'call/accepted': { type: 'call/accepted', sessionId, seat, room: { kind: 'url', pushUrl: 'p', playUrl: 'q' } },
  'call/held': { type: 'call/held', sessionId, held: false },
  'call/room': { type: 'call/room', sessionId, room },
  'call/ended': { type: 'call/ended', sessionId, closeBy: 'admin', endStatus: 'ivrEnd', reason: 'why' },
  'link/welcome': {
    ...{ type: 'link/welcome', linkId: 'l1', resumed: false, seen: 0 },
    ...{ heartbeatMs: 10_000, windowMs: 30_000, time: 1_780_000_000_000, sent: 0, can: ['rejoin'] },
  },
  'link/ack': { type: 'link/ack', seen: 7 },
  'link/goAway': { type: 'link/goAway', reason: 'restart', spreadMs: 60_000 },
  'link/invalid': { type: 'link/invalid', reason: 'not JSON' },
  'link/heartbeat': { type: 'link/heartbeat', seen: 7 },
}
const frames = Object.values(samples).map((sample) => (sample.type.startsWith('call/') ? { ...sample, n: 1 } : sample))
const optional: Partial<Record<Message['type'], readonly string[]>> = {
  'call/start': ['context'],
  'call/hold': ['reason'],
  'call/rejoin': ['reason'],
  'call/hangUp': ['sessionId', 'reason'],
  'call/started': ['room'],
  'call/refused': ['retryAfterMs'],
  'call/queued': ['estimatedWaitMs'],
  'call/accepted': ['room'],
  'call/ended': ['reason'],
  'link/welcome': ['sent', 'can'],
  'link/goAway': ['spreadMs'],
}

describe('the schema', () => {
  it('names exactly the messages of the protocol', () => {
    const named = Object.keys(schema.$defs).filter((name) => name.includes('/'))
    expect(named.sort()).toEqual(Object.keys(samples).sort())
  })

  it.each(frames)('takes $type, with fields that it does not know', (frame) => {
    expect(faultsOf(frame.type, { ...frame, unknownField: {} })).toBeNull()
    const group = { call: ['ClientMessage', 'ServerMessage'], link: ['LinkFrame', 'Heartbeat'] }
    const names = group[frame.type.startsWith('call/') ? 'call' : 'link']
    const ways = frame.type === 'call/aside' ? 2 : 1
    expect(names.filter((name) => faultsOf(name, frame) === null)).toHaveLength(ways)
  })

  it.each(frames)('does not take $type when a field is wrong, or one that is needed is missing', (frame) => {
    for (const field of Object.keys(frame)) {
      expect({ field, fault: faultsOf(frame.type, { ...frame, [field]: { wrong: true } }) }).not.toMatchObject({
        fault: null,
      })
      const rest = Object.fromEntries(Object.entries(frame).filter(([name]) => name !== field))
      const fits = optional[frame.type]?.includes(field) ?? false
      expect({ field, fits: faultsOf(frame.type, rest) === null }).toEqual({ field, fits })
    }
  })
})
