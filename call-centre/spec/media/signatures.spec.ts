import { createHmac } from 'node:crypto'
import { inflateSync } from 'node:zlib'
import fc from 'fast-check'
import { Api } from 'tls-sig-api-v2/TLSSigAPIv2.js'
import { createSign, nameIn } from '../../media/trtc/signatures'

/** The key of Tencent's public samples. */
const sampleKey = '5bd2850fff3ecb11d7c805251c51ee463a25727bddc2385f3fa8bfee1bb93b5e'

interface Signature {
  readonly 'TLS.ver': string
  readonly 'TLS.identifier': string
  readonly 'TLS.sdkappid': number
  readonly 'TLS.time': number
  readonly 'TLS.expire': number
  readonly 'TLS.userbuf'?: string
  readonly 'TLS.sig': string
}

const decode = (sig: string): Signature => {
  const base64 = sig.replace(/\*/g, '+').replace(/-/g, '/').replace(/_/g, '=')
  return JSON.parse(inflateSync(Buffer.from(base64, 'base64')).toString()) as Signature
}

/** The published algorithm, written down a second time. */
const signed = (key: string, sig: Omit<Signature, 'TLS.sig'>): string => {
  const fields = (['identifier', 'sdkappid', 'time', 'expire'] as const).map(
    (name) => `TLS.${name}:${sig[`TLS.${name}`]}\n`,
  )
  const buffer = sig['TLS.userbuf'] === undefined ? '' : `TLS.userbuf:${sig['TLS.userbuf']}\n`
  return createHmac('sha256', key)
    .update(fields.join('') + buffer)
    .digest('base64')
}

/** What a private map key says, by the layout of the library's `_genUserbuf`. */
const readBuffer = (base64: string) => {
  const bytes = Buffer.from(base64, 'base64')
  const accountEnd = 3 + bytes.readUInt16BE(1)
  const roomStart = accountEnd + 20 + 2
  return {
    version: bytes[0],
    account: bytes.toString('ascii', 3, accountEnd),
    sdkAppId: bytes.readUInt32BE(accountEnd),
    expires: bytes.readUInt32BE(accountEnd + 8),
    privileges: bytes.readUInt32BE(accountEnd + 12),
    room: bytes.toString('ascii', roomStart, roomStart + bytes.readUInt16BE(roomStart - 2)),
    length: bytes.length - roomStart,
  }
}

const roomId = fc.stringMatching(/^[\w-]{1,64}$/)
const person = fc.string({ unit: 'grapheme', maxLength: 80 })
const media = fc.constantFrom('audio', 'video')
const appId = fc.integer({ min: 1, max: 2 ** 32 - 1 })

beforeEach(() => {
  jest.useFakeTimers({ now: 1_700_000_000_000 })
})
afterEach(() => {
  jest.useRealTimers()
})

it('signs as the vendor publishes: the known signature of the sample key', () => {
  const sig = decode(new Api(1_400_000_000, sampleKey).genUserSig('xiaojun', 86_400))
  expect(sig['TLS.sig']).toBe('SNF4FmVCPucoXsBOpbVF3fFCf57JPm0ezZ1jeVILlVc=')
  expect(signed(sampleKey, sig)).toBe(sig['TLS.sig'])
})

it('each signature is for its user, its application and its time, whatever the names are', () => {
  fc.assert(
    fc.property(
      appId,
      roomId,
      person,
      media,
      fc.integer({ min: 60_000, max: 86_400_000 }),
      (app, room, name, kind, life) => {
        const { userId, userSig, privateMapKey } = createSign(app, sampleKey, life)(room, name, kind)
        for (const sig of [decode(userSig), decode(privateMapKey)]) {
          expect(sig).toMatchObject({ 'TLS.ver': '2.0', 'TLS.identifier': userId, 'TLS.sdkappid': app })
          expect(sig).toMatchObject({ 'TLS.time': 1_700_000_000, 'TLS.expire': Math.ceil(life / 1_000) })
          expect(sig['TLS.sig']).toBe(signed(sampleKey, sig))
        }
        expect(decode(userSig)['TLS.userbuf']).toBeUndefined()
      },
    ),
  )
})

it('the key of a room opens this room to this user alone, for sound, and for pictures only in a video call', () => {
  fc.assert(
    fc.property(appId, roomId, person, media, (app, room, name, kind) => {
      const { userId, privateMapKey } = createSign(app, sampleKey, 300_000)(room, name, kind)
      expect(readBuffer(decode(privateMapKey)['TLS.userbuf'] ?? '')).toEqual({
        ...{ version: 1, account: userId, sdkAppId: app, room, length: room.length },
        ...{ expires: 1_700_000_300, privileges: kind === 'audio' ? 15 : 63 },
      })
    }),
  )
})

it('a name in a room is what TRTC takes, tells nothing, and is another one in another room', () => {
  fc.assert(
    fc.property(roomId, roomId, person, person, (room, other, name, namesake) => {
      expect(nameIn(room, name)).toMatch(/^[A-Za-z0-9_-]{32}$/)
      expect(nameIn(room, name) === nameIn(room, namesake)).toBe(name === namesake)
      expect(nameIn(room, name) === nameIn(other, name)).toBe(room === other)
    }),
  )
})
