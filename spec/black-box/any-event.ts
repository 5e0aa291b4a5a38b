/** Any event at all, for properties: from few ids and secrets, so that they meet again. */
import fc from 'fast-check'
import type { CallEvent } from '../../lib/call'

/** None of these may be found in a recording. */
export const SECRETS = {
  userSig: ['eJyrVgrxCdYrSy1SslIy0jNQ0gHzM1NS80oy0zIh', 'eJwtzMEKgkAUheF3mfWQd8YZ'],
  userId: ['oFpenIdOfTheCustomer', 'o-another-customer'],
  url: ['rtmp://push.example/live/1?txSecret=ab12', 'room://cloud.tencent.com/rtc?userid=seat-7'],
  phone: ['13800138000', '+86 138-0013-8001', '4008 208 820'],
  digits: ['6222020200112233445', '98765432'],
} as const

const callId = fc.constantFrom('call-1', 'call-2')
const sessionId = fc.constantFrom('session-1', 'session-2')
const url = fc.constantFrom(...SECRETS.url)
const words = fc.oneof(
  fc.constantFrom('no such channel', '座席忙', 'token=secret-of-the-link'),
  fc.tuple(fc.constantFrom('call ', '电话：', ''), fc.constantFrom(...SECRETS.phone)).map((parts) => parts.join('')),
  fc.tuple(fc.constant('at '), url).map((parts) => parts.join('')),
)
const seat = fc.record({ seatId: fc.constantFrom('1001', '1002'), name: fc.constantFrom('Lin', 'Wang') })
const trtc = fc.record({
  kind: fc.constant('trtc' as const),
  sdkAppId: fc.constantFrom(1, 2),
  roomId: fc.constantFrom('room-1', 'room-2'),
  userId: fc.constantFrom(...SECRETS.userId),
  userSig: fc.constantFrom(...SECRETS.userSig),
})
const direct = fc.record({ kind: fc.constant('url' as const), pushUrl: url, playUrl: url })
const room = fc.oneof(trtc, direct)
const users = fc
  .array(fc.record({ userid: fc.constantFrom(...SECRETS.userId), playurl: fc.oneof(url, fc.constant('')) }), {
    maxLength: 2,
  })
  .map((userlist) => JSON.stringify({ userlist }))

const intent: fc.Arbitrary<CallEvent> = fc.oneof(
  callId.map((id) => ({ type: 'intent/startCall', callId: id, channelId: 'service', media: 'audio' }) as const),
  fc.constant({ type: 'intent/hangUp' } as const),
  words.map((reason) => ({ type: 'intent/hangUp', reason }) as const),
  fc
    .record({ reason: words, inPhase: fc.constantFrom('ringing', 'talking') })
    .map((fields) => ({ type: 'intent/hangUp', policy: 'ringLimit', ...fields }) as const),
  fc.constantFrom(
    ...([{ type: 'intent/mute' }, { type: 'intent/unmute', policy: 'mine' }] as const),
    { type: 'intent/setSoundMode', soundMode: 'ear' } as const,
    { type: 'intent/notify', topic: 'weakNetwork' } as const,
  ),
  fc.constantFrom(...SECRETS.digits).map((digits) => ({ type: 'intent/sendDigits', digits }) as const),
)

const call: fc.Arbitrary<CallEvent> = fc.oneof(
  fc.record({ callId, sessionId, room }).map((fields) => ({ type: 'call/started', ...fields }) as const),
  fc.record({ callId, message: words }).map((fields) => ({ type: 'call/refused', code: 'X', ...fields }) as const),
  fc
    .record({ sessionId, prompt: words })
    .map((fields) => ({ type: 'call/ivr', keys: [{ key: '1', label: '销售' }], path: [], ...fields }) as const),
  fc.record({ sessionId, position: fc.nat(9) }).map((fields) => ({ type: 'call/queued', ...fields }) as const),
  fc.record({ sessionId, seat }).map((fields) => ({ type: 'call/ringing', ...fields }) as const),
  fc.record({ sessionId, seat, room }).map((fields) => ({ type: 'call/accepted', ...fields }) as const),
  fc.record({ sessionId, held: fc.boolean() }).map((fields) => ({ type: 'call/held', ...fields }) as const),
  fc
    .record({ sessionId, reason: words })
    .map((fields) => ({ type: 'call/ended', closeBy: 'admin', endStatus: 'ok', ...fields }) as const),
)

const phone: fc.Arbitrary<CallEvent> = fc.oneof(
  fc
    .record({ code: fc.constantFrom(1018, 1020, 1021, 1031, 1032, 1101, -1307), message: fc.oneof(users, words) })
    .map((fields) => ({ type: 'pusher/status', ...fields }) as const),
  fc.constantFrom(2004, 2103, -2301).map((code) => ({ type: 'player/status', code }) as const),
  fc.constantFrom(
    ...([{ type: 'app/hidden' }, { type: 'app/shown' }, { type: 'audio/interrupted' }] as const),
    { type: 'media/applied', microphone: 'off', soundMode: 'ear' } as const,
    { type: 'network/changed', connected: false, networkType: 'none' } as const,
  ),
  words.map((message) => ({ type: 'media/failed', target: 'microphone', message }) as const),
)

const line: fc.Arbitrary<CallEvent> = fc.oneof(
  fc.constantFrom(
    ...([{ type: 'line/closed' }, { type: 'line/up', resumed: true }, { type: 'line/up', resumed: false }] as const),
    ...([
      { type: 'line/opening', attempt: 2 },
      { type: 'line/gaveUp', code: 'NETWORK_LOST' },
    ] as const),
  ),
  words.map((reason) => ({ type: 'line/lost', reason, retryInMs: 100 }) as const),
  words.map((reason) => ({ type: 'line/invalid', reason }) as const),
  words.map((message) => ({ type: 'policy/failed', policy: 'mine', message }) as const),
)

export interface Step {
  readonly event: CallEvent
  readonly afterMs: number
}

const step = (event: fc.Arbitrary<CallEvent>) => fc.record({ event, afterMs: fc.nat(5_000) })
const begun: Step[] = [
  { event: { type: 'intent/startCall', callId: 'call-1', channelId: 'service', media: 'audio' }, afterMs: 0 },
]

/** A call that begins, and then anything. */
export const anySteps: fc.Arbitrary<readonly Step[]> = fc
  .array(step(fc.oneof(intent, call, call, phone, line)), { maxLength: 60 })
  .map((steps) => [...begun, ...steps])
