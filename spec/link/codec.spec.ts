import { Ajv2020 } from 'ajv/dist/2020'
import schema from '../../lib/link/protocol.schema.json'
import { decode, encodeAck, encodeHeartbeat, MAX_FRAME_BYTES } from '../../lib/link/codec'
import { mutations, SAMPLES } from './samples'

const ajv = new Ajv2020({ strict: true, strictRequired: false }).addSchema(schema)

const checkOf = (type: string) => ajv.compile({ $ref: `${schema.$id}#/$defs/${type.replace('/', '~1')}` })

const frameOf = (value: unknown): string => JSON.stringify(value)

const withText = (size: number) => frameOf({ type: 'link/later', padding: 'x'.repeat(size) })

const nested = (levels: number): string =>
  `{"type":"link/ack","seen":7,"more":${'['.repeat(levels - 1)}${']'.repeat(levels - 1)}}`

describe('decode and the JSON Schema', () => {
  it('there is a sample of each message that a server sends', () => {
    const { ServerMessage, LinkFrame } = schema.$defs
    const named = [...ServerMessage.oneOf, ...LinkFrame.oneOf].map(({ $ref }) => $ref.slice(8).replace('~1', '/'))
    expect(SAMPLES.map(({ type }) => type).sort()).toEqual([...named, 'link/heartbeat'].sort())
  })

  it.each(SAMPLES.filter(({ type }) => type !== 'link/heartbeat'))(
    '$type: what both take arrives unchanged',
    (sample) => {
      expect(checkOf(sample.type)(sample)).toBe(true)
      expect(decode(frameOf(sample))).toEqual(sample)
    },
  )

  it.each(SAMPLES)('$type: fields of a later version are tolerated, and left behind', (sample) => {
    expect(decode(frameOf({ ...sample, later: { deep: [1] } }))).toEqual(decode(frameOf(sample)))
  })

  it.each(SAMPLES.filter(({ type }) => type !== 'link/heartbeat'))(
    '$type: with any one field missing or strange, both take it or neither',
    (sample) => {
      const check = checkOf(sample.type)
      const mutants = mutations(sample)
      const differing = mutants.filter((mutant) => check(mutant) !== (decode(frameOf(mutant)).type === sample.type))
      expect(differing).toEqual([])
      expect(mutants.some((mutant) => !check(mutant))).toBe(true)
    },
  )
})

describe('the end of a call', () => {
  const ended = { type: 'call/ended', n: 1, sessionId: 's' }

  it('in words of a later version is an end: by the admin, with an error', () => {
    const frame = { ...ended, closeBy: 'robot', endStatus: 'constructor' }
    expect(checkOf('call/ended')(frame)).toBe(true)
    expect(decode(frameOf(frame))).toEqual({ ...ended, closeBy: 'admin', endStatus: 'error' })
  })
})

describe('a frame that is no message', () => {
  it.each([
    ['no JSON', 'hello', null],
    ['nothing', '', null],
    ['cut off', '{"type":"link/ack","seen":', null],
    ['a list', '[{"type":"link/ack","seen":7}]', null],
    ['a word', '"link/ack"', null],
    ['null', 'null', null],
    ['without a type', '{"n":1}', null],
    ['with a type that is no text', '{"type":7,"n":1}', null],
    ['a known type with wrong fields', '{"type":"call/held","n":3,"sessionId":"s","held":"yes"}', 3],
    ['a known type with a wrong number', '{"type":"call/held","n":0,"sessionId":"s","held":true}', null],
    ['a heartbeat without seen', '{"type":"link/heartbeat"}', null],
    ['nested deeper than anything can be read', nested(30_000), null],
  ])('%s: invalid, with the number if that is good', (_, frame, n) => {
    expect(decode(frame)).toMatchObject({ type: 'invalid', n })
  })

  it('of a type that it does not know: unknown, with its number, so that it can be acknowledged', () => {
    expect(decode('{"type":"call/later","n":7,"more":1}')).toEqual({ type: 'unknown', n: 7 })
    expect(decode('{"type":"link/later"}')).toEqual({ type: 'unknown', n: null })
    expect(decode('{"type":"toString","n":1}')).toEqual({ type: 'unknown', n: 1 })
  })

  it('is taken up to its limits and not beyond: 65,536 characters, 16 levels', () => {
    const spare = MAX_FRAME_BYTES - withText(0).length
    expect(decode(withText(spare)).type).toBe('unknown')
    expect(decode(withText(spare + 1)).type).toBe('invalid')
    expect(decode(nested(16)).type).toBe('link/ack')
    expect(decode(nested(17)).type).toBe('invalid')
  })

  it('is measured in bytes, as on the wire: of three for a Chinese character, four for one beyond U+FFFF', () => {
    const wide = (letters: string, count: number) =>
      frameOf({ type: 'call/later', n: 7, padding: letters.repeat(count) })
    const room = MAX_FRAME_BYTES - wide('', 0).length
    for (const [letters, bytes] of [
      ['é', 2],
      ['中', 3],
      ['😀', 4],
    ] as const) {
      const count = Math.floor(room / bytes)
      expect(Buffer.byteLength(wide(letters, count))).toBeLessThanOrEqual(MAX_FRAME_BYTES)
      expect(decode(wide(letters, count))).toEqual({ type: 'unknown', n: 7 })
      expect(decode(wide(letters, count + 1))).toEqual({ type: 'invalid', reason: 'the frame is too long', n: 7 })
    }
  })

  it('that is too long has its number taken, up to 524,288 bytes; one that is longer is not read', () => {
    const long = (bytes: number) => {
      const frame = { type: 'call/queued', n: 7, sessionId: 's', position: 1, padding: '' }
      return frameOf({ ...frame, padding: 'x'.repeat(bytes - frameOf(frame).length) })
    }
    expect(decode(long(524_288))).toMatchObject({ type: 'invalid', n: 7 })
    expect(decode(long(524_289))).toEqual({ type: 'unreadable' })
    expect(decode(long(600_000))).toEqual({ type: 'unreadable' })
  })

  it.each([
    ['link/welcome', 'heartbeatMs', 1_073_741_823],
    ['link/welcome', 'windowMs', 2_147_483_647],
    ['link/goAway', 'spreadMs', 2_147_483_647],
    ['call/refused', 'retryAfterMs', 2_147_483_647],
    ['call/queued', 'estimatedWaitMs', 2_147_483_647],
  ] as const)('%s holds no %s above %d, which no timer counts; the schema says so too', (type, field, most) => {
    const sample = SAMPLES.find((message) => message.type === type)
    const valid = checkOf(type)
    const typeWith = (ms: number) => decode(JSON.stringify({ ...sample, [field]: ms })).type
    expect([typeWith(most), typeWith(most + 1)]).toEqual([type, 'invalid'])
    expect([valid({ ...sample, [field]: most }), valid({ ...sample, [field]: most + 1 })]).toEqual([true, false])
  })

  it('a __proto__ in it changes nothing and reaches nobody', () => {
    const seat = '{"seatId":"1","name":"Lin","__proto__":{"admin":true}}'
    const incoming = decode(`{"type":"call/ringing","n":1,"sessionId":"s","seat":${seat},"__proto__":{"admin":true}}`)
    expect(incoming).toEqual({ type: 'call/ringing', n: 1, sessionId: 's', seat: { seatId: '1', name: 'Lin' } })
    expect('admin' in incoming).toBe(false)
    expect('admin' in {}).toBe(false)
    expect(decode('{"__proto__":{"type":"link/ack","seen":7}}').type).toBe('invalid')
    expect(decode('{"type":"call/held","n":1,"__proto__":{"sessionId":"s","held":true}}').type).toBe('invalid')
  })
})

describe('heartbeat and ack', () => {
  it('a heartbeat is known by its prefix; what is inside of a message is none', () => {
    expect(decode('{"type":"link/heartbeat","seen":12}')).toEqual({ type: 'heartbeat', seen: 12 })
    expect(decode('{"type":"link/invalid","reason":"{\\"type\\":\\"link/heartbeat\\",\\"seen\\":12}"}').type).toBe(
      'link/invalid',
    )
  })

  it('are written as the schema wants them', () => {
    expect(encodeHeartbeat(7).startsWith('{"type":"link/heartbeat"')).toBe(true)
    expect(checkOf('link/heartbeat')(JSON.parse(encodeHeartbeat(7)))).toBe(true)
    expect(checkOf('link/ack')(JSON.parse(encodeAck(7)))).toBe(true)
    expect(decode(encodeHeartbeat(7))).toEqual({ type: 'heartbeat', seen: 7 })
    expect(decode(encodeAck(7))).toEqual({ type: 'link/ack', seen: 7 })
  })
})
