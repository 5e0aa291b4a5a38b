/** A client of RTMP that does what no phone does: it goes on when it was refused, and says what it should not. */
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

const chunkBytes = 128

const amf = {
  number(value: number): Buffer {
    const bytes = Buffer.alloc(9)
    bytes.writeDoubleBE(value, 1)
    return bytes
  },
  text(value: string): Buffer {
    const bytes = Buffer.from(value)
    const header = Buffer.from([2, bytes.length >> 8, bytes.length & 0xff])
    return Buffer.concat([header, bytes])
  },
  null: Buffer.from([5]),
  object(fields: Readonly<Record<string, string>>): Buffer {
    const parts = Object.entries(fields).flatMap(([name, value]) => [amf.text(name).subarray(1), amf.text(value)])
    return Buffer.concat([Buffer.from([3]), ...parts, Buffer.from([0, 0, 9])])
  },
}

/** One message in chunks, on chunk stream 3. */
function message(type: number, stream: number, body: Buffer, timestamp = 0): Buffer {
  const header = Buffer.alloc(12)
  header.writeUInt8(3, 0)
  header.writeUIntBE(timestamp, 1, 3)
  header.writeUIntBE(body.length, 4, 3)
  header.writeUInt8(type, 7)
  header.writeUInt32LE(stream, 8)
  const chunks: Buffer[] = [header]
  for (let at = 0; at < body.length; at += chunkBytes) {
    if (at > 0) chunks.push(Buffer.from([0xc3]))
    chunks.push(body.subarray(at, at + chunkBytes))
  }
  return Buffer.concat(chunks)
}

const pause = (ms: number): Promise<void> => new Promise((over) => setTimeout(over, ms))

export class RawRtmp {
  private heardBytes = Buffer.alloc(0)
  private over = false

  private constructor(private readonly socket: Socket) {
    socket.on('data', (data: Buffer) => (this.heardBytes = Buffer.concat([this.heardBytes, data])))
    socket.on('error', () => undefined)
    socket.on('close', () => (this.over = true))
  }

  static async open(port: number): Promise<RawRtmp> {
    const socket = connect(port, '127.0.0.1')
    await once(socket, 'connect')
    return new RawRtmp(socket)
  }

  /** Through the handshake, to the application, to a stream. */
  static async connected(url: string): Promise<RawRtmp> {
    const { port } = new URL(url.replace('rtmp:', 'http:'))
    const client = await RawRtmp.open(Number(port))
    client.say(Buffer.concat([Buffer.from([3]), Buffer.alloc(1_536)]))
    await client.hears(1 + 2 * 1_536)
    client.say(client.heardBytes.subarray(1, 1 + 1_536))
    client.command(0, 'connect', amf.number(1), amf.object({ app: 'live', tcUrl: url }))
    await pause(200)
    client.command(0, 'createStream', amf.number(2), amf.null)
    await pause(200)
    return client
  }

  get isOver(): boolean {
    return this.over
  }

  get said(): string {
    return this.heardBytes.toString('latin1')
  }

  say(bytes: Buffer): void {
    if (!this.over) this.socket.write(bytes)
  }

  publish(name: string): void {
    this.command(1, 'publish', amf.number(0), amf.null, amf.text(name), amf.text('live'))
  }

  play(name: string): void {
    this.command(1, 'play', amf.number(0), amf.null, amf.text(name))
  }

  /** Sound that is none, for so long, whatever was answered. */
  async babble(ms: number): Promise<void> {
    for (let at = 0; at < ms; at += 20) {
      this.say(message(8, 1, Buffer.concat([Buffer.from([0xaf, at === 0 ? 0 : 1]), Buffer.alloc(100, 7)]), at))
      await pause(20)
    }
  }

  close(): void {
    this.socket.destroy()
  }

  private command(stream: number, name: string, ...values: readonly Buffer[]): void {
    this.say(message(20, stream, Buffer.concat([amf.text(name), ...values])))
  }

  private async hears(bytes: number): Promise<void> {
    while (this.heardBytes.length < bytes && !this.over) await pause(10)
  }
}
