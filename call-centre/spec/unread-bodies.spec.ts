/** A body that is refused before it has arrived. */
import { limits } from '../server/limits'
import { beginLogIn, closed, written } from './raw-log-in'
import { closeAll, open } from './wire'

afterEach(closeAll)

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
