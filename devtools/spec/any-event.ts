/** Any event at all, for properties: from few ids and secrets, so that they meet again. */
import fc from 'fast-check'
import type { CallEvent } from '../../lib/entries/call'

/** None of these may be found in a recording. */
export const SECRETS = {
  userSig: ['eJyrVgrxCdYrSy1SslIy0jNQ0gHzM1NS80oy0zIh', 'eJwtzMEKgkAUheF3mfWQd8YZ'],
  userId: ['oFpenIdOfTheCustomer', 'o-another-customer'],
  url: ['rtmp://push.example/live/1?txSecret=ab12', 'room://cloud.tencent.com/rtc?userid=seat-7'],
  phone: [
    '13800138000',
    '+86 138-0013-8001',
    '4008 208 820',
    '138.0013.8002',
    '(138) 0013-8003',
    '１３８００１３８００４',
  ],
  context: ['{"order":"A-1029","of":["Ann Li"]}', '{"order":1029,"vip":true}'],
  digits: ['6222020200112233445', '98765432'],
  pressed: ['"key":"7"', '"key":"#"', 'A card was lost', 'The last digit of a PIN'],
} as const

/** Paths through a menu: each is longer than the one before, as it would be. */
const PATHS = [
  [],
  [{ key: '7', label: 'A card was lost' }],
  [
    { key: '7', label: 'A card was lost' },
    { key: '#', label: 'The last digit of a PIN' },
  ],
]

const callId = fc.constantFrom('call-1', 'call-2')
const sessionId = fc.constantFrom('session-1', 'session-2')
const url = fc.constantFrom(...SECRETS.url)
const words = fc.oneof(
  fc.constantFrom('no such channel', '坐席忙', 'token=secret-of-the-link'),
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

const nothing = fc.constant({})
const intent = <Fields extends object>(fields: fc.Arbitrary<Fields>) =>
  fc.oneof(
    fields,
    fields.map((own) => ({ ...own, policy: 'mine' })),
  )
const onOff = fc.constantFrom('on' as const, 'off' as const)
const soundMode = fc.constantFrom('speaker' as const, 'ear' as const)
const facing = fc.constantFrom('front' as const, 'back' as const)
const level = fc.nat(6)
const pusherCode = fc.constantFrom(1018, 1020, 1021, 1031, 1032, 1101, -1307)

type FieldsOf<Type extends CallEvent['type']> = Omit<Extract<CallEvent, { type: Type }>, 'type'>

/** The fields of each event. The type says when one is missing. */
const FIELDS: { readonly [Type in CallEvent['type']]: fc.Arbitrary<FieldsOf<Type>> } = {
  'intent/startCall': fc.record(
    {
      callId,
      channelId: fc.constant('service'),
      media: fc.constantFrom('audio', 'video'),
      context: fc.constantFrom(...SECRETS.context),
      awaiting: fc.constant('phone'),
    },
    { requiredKeys: ['callId', 'channelId', 'media'] },
  ),
  'intent/hangUp': fc.oneof(
    nothing,
    fc.record({ reason: words }),
    fc.record({ policy: fc.constant('mine'), reason: words, inPhase: fc.constantFrom('ringing', 'talking') }),
  ),
  'intent/mute': intent(nothing),
  'intent/unmute': intent(nothing),
  'intent/setSoundMode': intent(fc.record({ soundMode })),
  'intent/setCamera': intent(fc.record({ camera: onOff })),
  'intent/switchCamera': intent(nothing),
  'intent/sendDigits': intent(fc.record({ digits: fc.constantFrom(...SECRETS.digits) })),
  'intent/aside': intent(fc.record({ about: fc.constant('text'), body: fc.constantFrom(...SECRETS.context) })),
  'intent/notify': intent(fc.record({ topic: fc.constant('weakNetwork') })),
  'call/started': fc.record({ callId, sessionId, room }),
  'call/refused': fc.record({ callId, code: fc.constant('TOO_BUSY'), message: words }),
  'call/ivr': fc.record({
    sessionId,
    prompt: words,
    keys: fc.constant([{ key: '1', label: '销售' }]),
    path: fc.constantFrom(...PATHS),
  }),
  'call/queued': fc.record({ sessionId, position: fc.nat(9) }),
  'call/ringing': fc.record({ sessionId, seat }),
  'call/accepted': fc.record({ sessionId, seat, room }),
  'call/held': fc.record({ sessionId, held: fc.boolean() }),
  'call/room': fc.record({ sessionId, room }),
  'call/aside': fc.record({ sessionId, about: fc.constant('text'), body: fc.constantFrom(...SECRETS.context) }),
  'call/ended': fc.record({
    sessionId,
    closeBy: fc.constantFrom('admin', 'seat'),
    endStatus: fc.constantFrom('ok', 'notWorkTime'),
    reason: words,
  }),
  'line/opening': fc.record({ attempt: fc.nat(3) }),
  'line/up': fc.record(
    { resumed: fc.boolean(), can: fc.subarray(['rejoin', 'context']) },
    { requiredKeys: ['resumed'] },
  ),
  'line/lost': fc.record({ reason: words, retryInMs: fc.constant(100) }),
  'line/gaveUp': fc.record({ code: fc.constantFrom('NETWORK_LOST', 'LOGIN_REQUIRED') }),
  'line/invalid': fc.record({ reason: words }),
  'line/closed': nothing,
  'pusher/status': fc.record({ code: pusherCode, message: fc.oneof(users, words) }, { requiredKeys: ['code'] }),
  'pusher/error': fc.record({ code: pusherCode, message: fc.oneof(users, words) }, { requiredKeys: ['code'] }),
  'player/status': fc.record({ code: fc.constantFrom(2004, 2103, -2301) }),
  'media/applied': fc.record({ microphone: onOff, soundMode, camera: onOff, facing }, { requiredKeys: [] }),
  'media/failed': fc.record({
    target: fc.constantFrom('microphone', 'soundMode', 'camera', 'facing'),
    message: words,
  }),
  'media/due': nothing,
  'quality/measured': fc.record({ local: level, remote: level }),
  'quality/advised': fc.record({ advice: fc.subarray(['localWeak', 'remoteWeak', 'unheard'] as const) }),
  'app/shown': nothing,
  'app/hidden': nothing,
  'audio/interrupted': nothing,
  'audio/resumed': nothing,
  'network/changed': fc.record({ connected: fc.boolean(), networkType: fc.constantFrom('none', 'wifi') }),
  'line/slow': fc.record({ slow: fc.boolean() }),
  'network/weak': fc.record({ weak: fc.boolean() }),
  'phone/ready': fc.record({ callId }),
  'phone/unready': fc.record(
    { callId, code: fc.constant('MICROPHONE_REFUSED'), cause: words },
    { requiredKeys: ['callId', 'code'] },
  ),
  'policy/failed': fc.record({ policy: fc.constant('mine'), message: words }),
  'source/failed': fc.record({
    source: fc.constantFrom('line', 'media', 'environment', 'readiness', 'step'),
    message: words,
  }),
}

/** What the call centre says moves a call most, so that most calls get somewhere. */
const WEIGHTS: readonly (readonly [type: RegExp, weight: number])[] = [
  [/^call\//, 3],
  [/^pusher\//, 2],
]

const anyEvent: fc.Arbitrary<CallEvent> = fc.oneof(
  ...Object.entries(FIELDS).map(([type, fields]: [string, fc.Arbitrary<object>]) => ({
    weight: WEIGHTS.find(([domain]) => domain.test(type))?.[1] ?? 1,
    // Each type stands beside its own fields.
    arbitrary: fields.map((own) => ({ type, ...own }) as CallEvent),
  })),
)

export interface Step {
  readonly event: CallEvent
  readonly afterMs: number
}

const step = fc.record({ event: anyEvent, afterMs: fc.nat(5_000) })
const begun: Step[] = [
  { event: { type: 'intent/startCall', callId: 'call-1', channelId: 'service', media: 'audio' }, afterMs: 0 },
]

/** A call that begins, perhaps after something else, and then anything. */
export const anySteps: fc.Arbitrary<readonly Step[]> = fc
  .tuple(fc.array(step, { maxLength: 4 }), fc.array(step, { maxLength: 60 }))
  .map(([before, steps]) => [...before, ...begun, ...steps])
