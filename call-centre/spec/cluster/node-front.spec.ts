/** What a node answers by itself reaches whoever asks, also through a proxy: not before the request has arrived. */
import { BehaviorSubject } from 'rxjs'
import { createNodeFront, type NodeFront } from '../../server/cluster/node-front'
import type { Relay } from '../../server/cluster/relay'
import type { Role } from '../../server/cluster/term'
import { limits } from '../../server/limits'
import { beginLogIn, closed, written } from '../raw-log-in'

const bytes = 64_000
const role$ = new BehaviorSubject<Role>({ kind: 'waiting' })
let front: NodeFront
let port: number

beforeEach(async () => {
  const relay: Relay = {
    reach: () => Promise.reject(new Error('there is no leader')),
    request: () => undefined,
    upgrade: () => undefined,
    judge: () => 'forged',
  }
  const unreached = () => undefined
  front = createNodeFront({ role$, relay, unreached, ownId: 'a', tls: undefined, log: () => undefined })
  port = await front.listen(0, '127.0.0.1')
})
afterEach(() => front.close(0))

const isAlive = async () => (await fetch(`http://127.0.0.1:${port}/healthz`)).status

it('a log-in that is refused is answered when the last of it has come, and no sooner', async () => {
  const { socket, heard } = await beginLogIn(port, bytes)
  await written(socket, bytes - 1)
  // What the node has done by now, it has done before this answer too.
  expect(await isAlive()).toBe(200)
  expect(heard()).toBe('')
  socket.write('x')
  await closed(socket)
  expect(heard()).toMatch(/^HTTP\/1.1 421 [^]*retry-after: 1/i)
})

it('and one that goes on and on is cut off by the answer', async () => {
  const { socket, heard } = await beginLogIn(port, 10 * limits.unwantedBytes)
  await written(socket, limits.unwantedBytes)
  expect(await isAlive()).toBe(200)
  expect(heard()).toBe('')
  socket.write('x')
  await closed(socket)
  expect(heard()).toMatch(/^HTTP\/1.1 421 [^]*connection: close/i)
})
