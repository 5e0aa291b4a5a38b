/** A body that is refused before it has arrived. */
import { connect, type Socket } from 'node:net'
import { limits } from '../server/limits'
import { closeAll, open } from './wire'

afterEach(closeAll)

/** A log-in that says how long its body is, and sends it piece by piece. */
async function beginLogIn(port: number, bytes: number): Promise<{ socket: Socket; heard: () => string }> {
  const socket = connect(port, '127.0.0.1')
  let heard = ''
  socket.on('error', () => undefined)
  socket.on('data', (text: Buffer) => (heard += text.toString()))
  await new Promise((opened) => socket.once('connect', opened))
  // As a proxy asks that keeps no connection.
  socket.write(`POST /login HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nContent-Length: ${bytes}\r\n\r\n`)
  return { socket, heard: () => heard }
}

const written = (socket: Socket, bytes: number): Promise<void> =>
  new Promise((done) => {
    socket.write('x'.repeat(bytes), () => {
      done()
    })
  })

const closed = (socket: Socket): Promise<void> =>
  new Promise((done) => {
    socket.once('close', () => {
      done()
    })
  })

const bytes = 2 * limits.requestBytes

it.each([
  ['too large', 413, {}],
  ['one too many', 429, { maxLoginsPerMinuteOfSource: 1 }],
])('that is %s is answered with %d when the last of it has come, and no sooner', async (_, status, config) => {
  const centre = await open(config)
  await fetch(`${centre.url}/login`, { method: 'POST' })
  const { socket, heard } = await beginLogIn(centre.port, bytes)
  await written(socket, bytes - 1)
  // What the centre has done by now, it has done before this answer too.
  expect((await fetch(`${centre.url}/healthz`)).status).toBe(200)
  expect(heard()).toBe('')
  socket.write('x')
  await closed(socket)
  expect(heard()).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
})

it('is read so far and no further: then comes the answer, and the end of the connection', async () => {
  const centre = await open()
  const { socket, heard } = await beginLogIn(centre.port, 10 * limits.unwantedBytes)
  await written(socket, limits.unwantedBytes)
  expect((await fetch(`${centre.url}/healthz`)).status).toBe(200)
  expect(heard()).toBe('')
  socket.write('x')
  await closed(socket)
  expect(heard()).toMatch(/^HTTP\/1.1 413 [^]*connection: close/i)
})

it('is not waited for longer than for any request', async () => {
  const centre = await open({}, { openingTimeoutMs: 200 })
  const { socket, heard } = await beginLogIn(centre.port, bytes)
  await closed(socket)
  expect(heard()).toMatch(/^HTTP\/1.1 408 /)
})
