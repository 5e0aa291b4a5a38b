import { connect, type Socket } from 'node:net'
import type { WebSocket } from 'ws'
import { closeAll, customerWire, open, startFrame, wire, type Address } from './wire'

afterEach(closeAll)

/** A bare socket whose other end stays open whatever happens; `closed`: the centre has let go of it. */
const bare = ({ port }: Address, text: string): { readonly socket: Socket; readonly closed: Promise<void> } => {
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true }, () => socket.write(text))
  socket.on('error', () => undefined)
  socket.resume()
  return { socket, closed: new Promise((gone) => socket.once('close', () => gone())) }
}

const upgrade = (path: string, headers = ''): string =>
  `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n` +
  `Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n${headers}\r\n`

describe('an opening that is refused', () => {
  it.each([
    ['404', upgrade('/nowhere')],
    ['403', upgrade('/seat', 'Origin: https://evil.example\r\n')],
    ['403, by the name', upgrade('/signalling').replace('Host: 127.0.0.1', 'Host: evil.example')],
  ])('%s: its socket is let go at once, although the client keeps it open', async (_, text) => {
    const { socket, closed } = bare(await open(), text)
    await new Promise((ended) => socket.once('end', ended))
    // Whoever still has the socket takes what comes; a socket that is gone answers with a reset.
    const noise = setInterval(() => socket.write('x'), 5)
    await closed
    clearInterval(noise)
  })
})

describe('a client that does not answer its close', () => {
  const mute = async (centre: Address): Promise<WebSocket> => {
    const eve = await customerWire(centre, 'eve')
    await eve.next('link/welcome')
    return eve.socket
  }
  const bytesTaken = (socket: WebSocket) => (socket as unknown as { _socket: Socket })._socket

  it('and floods on after its 4429 is not read any more, and cut off about a second later', async () => {
    const centre = await open()
    const eve = await mute(centre)
    const raw = bytesTaken(eve)
    raw.removeAllListeners('data')
    const began = Date.now()
    const gone = new Promise((closed) => raw.once('close', closed))
    const frame = `{"type":"link/ack","seen":0,"long":"${'x'.repeat(500)}"}`
    const pump = setInterval(() => {
      for (let count = 0; count < 100 && raw.writableLength < 200_000; count += 1) eve.send(frame)
    }, 1)
    await gone
    clearInterval(pump)
    expect(raw.bytesWritten - raw.writableLength).toBeLessThan(10_000_000)
    expect(Date.now() - began).toBeLessThan(5_000)
  })

  it('is cut off whatever the door and the code', async () => {
    const centre = await open()
    const room = wire(centre, '/room')
    await new Promise((opened) => room.socket.once('open', opened))
    const raw = bytesTaken(room.socket)
    room.say({ type: 'room/join', roomId: 'r', userId: 'u', userSig: 's' })
    raw.removeAllListeners('data')
    const began = Date.now()
    await new Promise((closed) => raw.once('close', closed))
    expect(Date.now() - began).toBeLessThan(5_000)
  })
})

it('a client that reads hears its 4429, and is let go soon', async () => {
  const eve = await customerWire(await open(), 'eve')
  await eve.next('link/welcome')
  for (let count = 0; count < 1_500; count += 1) eve.say('{"type":"link/heartbeat","seen":0}')
  expect(await eve.closed).toBe('4429 retryAfterMs=1200')
})

it('nobody who is well is kept waiting by those who are being cut off', async () => {
  const centre = await open()
  const ann = await customerWire(centre, 'ann')
  ann.say({ ...startFrame, n: 1 })
  await ann.next('call/started')
})
