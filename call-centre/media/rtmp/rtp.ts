/** Packets of RTP (RFC 3550), as far as a voice needs them. */

/** A frame of sound, as it came. */
export interface Voiced {
  readonly ssrc: number
  /** In 1/48,000 s. */
  readonly timestamp: number
  readonly frame: Buffer
}

/** How a packet is to be labelled. */
export interface Label {
  readonly payloadType: number
  readonly sequence: number
  readonly timestamp: number
  readonly ssrc: number
}

const headerBytes = 12
/** RTCP that shares the port (RFC 5761). */
const isReport = (second: number): boolean => (second & 0x7f) >= 72 && (second & 0x7f) <= 78

/** Undefined: it is no packet of sound. */
export function readRtp(packet: Buffer): Voiced | undefined {
  if (packet.length <= headerBytes) return undefined
  const [first, second] = [packet.readUInt8(0), packet.readUInt8(1)]
  if (first >> 6 !== 2 || isReport(second)) return undefined
  const start = afterExtension(packet, first, headerBytes + 4 * (first & 0x0f))
  const padding = first & 0x20 ? packet.readUInt8(packet.length - 1) : 0
  const frame = packet.subarray(start, packet.length - padding)
  return frame.length === 0 ? undefined : { ssrc: packet.readUInt32BE(8), timestamp: packet.readUInt32BE(4), frame }
}

function afterExtension(packet: Buffer, first: number, at: number): number {
  if (!(first & 0x10)) return at
  return at + 4 > packet.length ? packet.length : at + 4 + 4 * packet.readUInt16BE(at + 2)
}

export function writeRtp({ payloadType, sequence, timestamp, ssrc }: Label, frame: Buffer): Buffer {
  const header = Buffer.alloc(headerBytes)
  header.writeUInt8(0x80, 0)
  header.writeUInt8(payloadType, 1)
  header.writeUInt16BE(sequence & 0xffff, 2)
  header.writeUInt32BE(timestamp >>> 0, 4)
  header.writeUInt32BE(ssrc, 8)
  return Buffer.concat([header, frame])
}
