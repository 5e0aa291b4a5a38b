import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import { connect, type AddressInfo, type Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { Subject } from 'rxjs'
import { createNodeFront, type NodeFront } from '../../server/cluster/node-front'
import { createRelay } from '../../server/cluster/relay'
import type { Holder } from '../../server/cluster/shard'
import type { Role } from '../../server/cluster/term'

const key = 'the key of all nodes'
let leaders: Server[] = []
let front: NodeFront | undefined
afterEach(async () => {
  await front?.close(0)
  for (const leader of leaders.splice(0)) {
    leader.closeAllConnections()
    leader.close()
  }
  leaders = []
})

const following = (leader: Holder): Role => ({ kind: 'following', leader })
const waiting: Role = { kind: 'waiting' }

/** Somebody who says its name to whoever is passed on to it. */
const leaderNamed = async (id: string): Promise<Holder> => {
  const server = createServer((request, response) => {
    void text(request).then((body) => response.end(`${id} has read ${body}`))
  })
  server.on('upgrade', (_request: IncomingMessage, socket) => {
    socket.on('error', () => undefined)
    socket.write(`HTTP/1.1 101 Switching Protocols\r\n\r\n${id} `)
    socket.pipe(socket)
  })
  leaders.push(server)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return { id, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

/** Whoever wants to become a WebSocket there gets this answer, and no more. */
const refusing = async (id: string, answer: string): Promise<Holder> => {
  const leader = await leaderNamed(id)
  leaders
    .at(-1)
    ?.removeAllListeners('upgrade')
    .on('upgrade', (_request: IncomingMessage, socket) => socket.end(answer))
  return leader
}

/** Its port is nobody's. */
const goneLeader = async (id: string): Promise<Holder> => {
  const leader = await leaderNamed(id)
  const server = leaders.pop()
  server?.close()
  return leader
}

const open = async () => {
  const role$ = new Subject<Role>()
  let tell: (id: string) => void = () => undefined
  const unreached = new Promise<string>((told) => (tell = told))
  front = createNodeFront({
    ...{ role$, relay: createRelay(key, false), ownId: 'own', tls: undefined, log: () => undefined },
    unreached: ({ id }) => {
      tell(id)
      role$.next(waiting)
    },
  })
  const port = await front.listen(0, '127.0.0.1')
  return {
    ...{ role$, unreached, url: `http://127.0.0.1:${port}` },
    /** All that is said on a socket which is to become a WebSocket, until `end` is said. */
    upgrade: () => {
      const socket = connect(port, '127.0.0.1')
      socket.write('GET /signalling HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n')
      let said = ''
      const heard = new Promise<string>((hear) => {
        socket.on('data', (data: Buffer) => {
          said += data.toString()
          if (said.includes('\r\n\r\n')) hear(said.split('\r\n\r\n')[1] ?? '')
        })
        socket.on('close', () => {
          hear('closed')
        })
      })
      return { socket, heard }
    },
  }
}

describe('a node that follows', () => {
  it('keeps who comes while its leader cannot be reached, and passes it on to the next one', async () => {
    const { role$, upgrade, url, unreached } = await open()
    role$.next(following(await goneLeader('old')))
    const ann = upgrade()
    expect(await unreached).toBe('old')
    const answer = fetch(`${url}/login`, { method: 'POST', body: 'a code' })
    role$.next(following(await leaderNamed('new')))
    expect(await ann.heard).toBe('new ')
    expect(await (await answer).text()).toBe('new has read a code')
    ann.socket.destroy()
  })

  it.each([
    ['is another process at the same address', 'HTTP/1.1 421 Unavailable\r\n\r\n'],
    ['leads no more', 'HTTP/1.1 503 Unavailable\r\n\r\n'],
    ['ends before it has answered', ''],
  ])('keeps who was passed on to one that %s, and passes it on to the next one', async (_, answer) => {
    const { role$, upgrade, unreached } = await open()
    role$.next(following(await refusing('old', answer)))
    const ann = upgrade()
    expect(await unreached).toBe('old')
    role$.next(following(await leaderNamed('new')))
    expect(await ann.heard).toBe('new ')
    ann.socket.write('are you there?')
    const [said] = (await once(ann.socket, 'data')) as [Buffer]
    expect(said.toString()).toBe('are you there?')
    ann.socket.destroy()
  })

  it('passes on to the next leader who still waits for the answer of one that stands still', async () => {
    const { role$, upgrade } = await open()
    const silent = await leaderNamed('silent')
    const asked = new Promise((hear) =>
      leaders
        .at(-1)
        ?.removeAllListeners('upgrade')
        .on('upgrade', (_request: IncomingMessage, socket: Socket) => {
          hear(socket)
        }),
    )
    role$.next(following(silent))
    const ann = upgrade()
    await asked
    role$.next(following(await leaderNamed('new')))
    expect(await ann.heard).toBe('new ')
    ann.socket.destroy()
  })

  it('keeps a request whole, whose leader could not be reached', async () => {
    const { role$, url, unreached } = await open()
    role$.next(following(await goneLeader('old')))
    const answer = fetch(`${url}/login`, { method: 'POST', body: 'x'.repeat(60_000) })
    expect(await unreached).toBe('old')
    role$.next(following(await leaderNamed('new')))
    expect(await (await answer).text()).toBe(`new has read ${'x'.repeat(60_000)}`)
  })

  it('leaves what it has passed on where it is as long as the leader is the same', async () => {
    const { role$, upgrade } = await open()
    const leader = await leaderNamed('one')
    role$.next(following(leader))
    const ann = upgrade()
    expect(await ann.heard).toBe('one ')
    role$.next(waiting)
    role$.next(following(leader))
    ann.socket.write('still there?')
    const [said] = (await once(ann.socket, 'data')) as [Buffer]
    expect(said.toString()).toBe('still there?')
    role$.next(following(await leaderNamed('another')))
    await once(ann.socket, 'close')
  })
})
