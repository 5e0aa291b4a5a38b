/** Frames as a broken or hostile server might send them: valid ones mutated, and inventions. */
import fc from 'fast-check'
import { about } from '../call/alphabet'

const VALID: readonly string[] = [
  ...Object.values(about(1)).map((message, index) => JSON.stringify({ ...message, n: index + 1 })),
  '{"type":"link/heartbeat","seen":7}',
  '{"type":"link/ack","seen":7}',
  '{"type":"link/goAway","reason":"restart","spreadMs":60000}',
  '{"type":"link/invalid","reason":"what?"}',
  '{"type":"link/welcome","linkId":"l","resumed":false,"seen":0,"heartbeatMs":10000,"windowMs":30000,"time":1}',
]

/** What breaks readers: names that every object has, numbers at the edges, quotes, depth, halves of characters. */
const SHRAPNEL: readonly string[] = [
  ...[
    '{"__proto__":{"polluted":true},',
    '{"constructor":1,',
    '"__proto__":',
    '"constructor":',
    '"toString":',
    '"hasOwnProperty":',
    '"__defineGetter__":',
    '{"polluted":true}',
  ],
  ...[
    '-1',
    '1e999',
    '9007199254740993',
    '0.1',
    '-0',
    '1e-400',
    'NaN',
    'null',
    'true',
    '[]',
    '{}',
    '""',
    '"',
    '\\',
    '\\u0000',
  ],
  ...['{', '}', '[', ']', ',', ':', '\u0000', '\ud800', '\u2028', '\ufeff', '\u202e', '{"type":"link/heartbeat"'],
  ...[
    '"n":1,',
    '"seen":',
    '"type":"call/ended",',
    '[[[[[[[[[[[[[[[[[[[[',
    '{"a":{"a":{"a":{"a":{"a":',
    '"sessionId":"session-1",',
  ],
]

/** One wound: where it is in the frame (as a share of its length), what is cut away there, and what is put in. */
type Wound = readonly [at: number, cut: number, put: number]

const wounded = (frame: string, wounds: readonly Wound[]): string =>
  wounds.reduce((text, [share, cut, put]) => {
    const at = Math.floor((share / 1000) * text.length)
    return text.slice(0, at) + (SHRAPNEL[put] ?? '') + text.slice(at + cut)
  }, frame)

const wound: fc.Arbitrary<Wound> = fc.tuple(
  fc.oneof({ weight: 1, arbitrary: fc.constant(0) }, { weight: 4, arbitrary: fc.integer({ min: 0, max: 1000 }) }),
  fc.constantFrom(0, 0, 1, 1, 5, 20, 1000),
  fc.integer({ min: 0, max: SHRAPNEL.length + 20 }),
)

const mutated: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom(...VALID), fc.array(wound, { maxLength: 4 }))
  .map(([frame, wounds]) => wounded(frame, wounds))

/** An object of known names with values of any kind: it passes the parser and reaches the checks. */
const NAMES = [
  'type',
  'n',
  'sessionId',
  'callId',
  'seat',
  'room',
  'keys',
  'path',
  'seen',
  'reason',
  '__proto__',
  'constructor',
]
const VALUES: readonly unknown[] = [
  ...['call/ended', 'call/started', 'call/ivr', 'call/ringing', 'link/welcome', 'session-1', '', 'x'.repeat(9_000)],
  ...[0, 1, -1, 1.5, 1e300, null, true, [], {}, [null], [[]], { type: 'call/ended' }, { seatId: '1', name: {} }],
  ...[
    { kind: 'trtc' },
    { kind: 'url', pushUrl: 'p', playUrl: 'q', __proto__: null },
    Array(100).fill({ key: '1', label: 'l' }),
  ],
]

const invented: fc.Arbitrary<string> = fc
  .array(fc.tuple(fc.constantFrom(...NAMES), fc.constantFrom(...VALUES)), { maxLength: 8 })
  .map((fields) => `{${fields.map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`).join()}}`)

const noise: fc.Arbitrary<string> = fc.string({ unit: 'binary', maxLength: 40 })

export const frames: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: mutated },
  { weight: 3, arbitrary: invented },
  { weight: 1, arbitrary: noise },
)

const LONGEST = 65_536
const full = (part: string): string => part.repeat(Math.ceil(LONGEST / part.length)).slice(0, LONGEST)

/** The worst that fits into one frame, and one that does not fit. */
export const HEAVY: Readonly<Record<string, string>> = {
  'open brackets': full('['),
  'open objects': full('{"a":'),
  'closed brackets': '['.repeat(LONGEST / 2) + ']'.repeat(LONGEST / 2),
  'closed objects': `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`,
  'a heartbeat full of seen': `{"type":"link/heartbeat"${full('"seen":')}`.slice(0, LONGEST),
  'a heartbeat full of digits': `{"type":"link/heartbeat","seen":${full('9')}`.slice(0, LONGEST),
  'a heartbeat full of quotes': `{"type":"link/heartbeat"${full('"')}`.slice(0, LONGEST),
  'one long number': full('9'),
  'one long text': `"${full('x')}`.slice(0, LONGEST - 1) + '"',
  'many fields': `{"type":"call/ended",${full('"a":1,')}`.slice(0, LONGEST - 8).replace(/,[^,]*$/, '}'),
  'many keys': `{"type":"call/ivr","n":1,"sessionId":"s","prompt":"","path":[],"keys":[${full('{},').slice(0, 60_000)}{}]}`,
  escapes: `{"type":"call/ended","reason":"${full('\\u0000').slice(0, 60_000)}"}`,
  'too long': `${full(' ')} {}`,
}
