import fc from 'fast-check'
import { readRtp, writeRtp } from '../../../media/rtmp/rtp'

const label = { payloadType: 111, sequence: 65_536 + 5, timestamp: 2 ** 32 + 960, ssrc: 0xdead_beef }
const frame = Buffer.from([0xf8, 0xff, 0xfe])

it('a packet is read as it was written, its counters cut to their bits', () => {
  const packet = writeRtp(label, frame)
  expect([packet[1], packet.readUInt16BE(2)]).toEqual([111, 5])
  expect(readRtp(packet)).toEqual({ ssrc: 0xdead_beef, timestamp: 960, frame })
})

it('contributors, an extension and padding are no part of the sound', () => {
  const packet = writeRtp(label, Buffer.concat([Buffer.alloc(8), frame, Buffer.from([0, 0, 3])]))
  const one = Buffer.from(packet)
  one[0] = 0x80 | 0x20 | 0x10 | 1
  one.writeUInt16BE(0, 12 + 4 + 2)
  expect(readRtp(one)?.frame).toEqual(frame)
})

it.each([
  ['a report', Buffer.concat([Buffer.from([0x81, 201]), Buffer.alloc(30)])],
  ['a stump', Buffer.from([0x80, 111, 0, 1])],
  ['STUN', Buffer.concat([Buffer.from([0, 1]), Buffer.alloc(30)])],
  ['a header alone', writeRtp(label, Buffer.alloc(0))],
])('%s is no sound', (_, packet) => {
  expect(readRtp(packet)).toBeUndefined()
})

it('whatever comes, nothing is thrown', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
      expect(readRtp(Buffer.from(bytes))?.frame.length ?? 1).toBeGreaterThan(0)
    }),
  )
})
