/** A call centre on more than one machine: nodes in this process, on a real Redis, with wires that can be cut. */
import { firstValueFrom, filter } from 'rxjs'
import { createNode, type Node } from '../../call-centre/server/cluster/node'
import type { Role } from '../../call-centre/server/cluster/term'
import { testConfig } from '../../call-centre/spec/test-config'
import {
  customerWireWith,
  deskWire,
  recordsOf,
  seatWire,
  startFrame,
  tokenFor,
  wire,
  type Address,
  type Wire as Client,
} from '../../call-centre/spec/wire'
import { freePort, stopPrograms } from './programs'
import { startRedis, wireTo, type Redis, type Wire } from './redis'

jest.setTimeout(60_000)

interface TestNode extends Node, Address {
  readonly log: string[]
  readonly toRedis: Wire
  readonly leads: () => Promise<unknown>
  readonly follows: () => Promise<unknown>
}

const config = testConfig({ leaseMs: 1_500, windowMs: 20_000 })
const nodeKey = 'the key of all nodes'
let redis: Redis
let nodes: TestNode[] = []

beforeEach(async () => {
  redis = await startRedis()
})
afterEach(async () => {
  for (const node of nodes.splice(0)) {
    node.toRedis.pass('all')
    await node.close({ spreadMs: 0 })
    node.toRedis.close()
  }
  nodes = []
  await stopPrograms()
})

const open = async (): Promise<TestNode> => {
  const [port, toRedis] = [await freePort(), await wireTo(redis)]
  const log: string[] = []
  const address = `http://127.0.0.1:${port}`
  const note = (line: string): void => {
    log.push(line)
  }
  const node = await createNode(config, { port, address, redisUrl: toRedis.url, nodeKey, log: note })
  const becomes = (kind: Role['kind']) => firstValueFrom(node.role$.pipe(filter((role) => role.kind === kind)))
  const opened: TestNode = {
    ...node,
    ...{ log, toRedis, url: address, leads: () => becomes('leading'), follows: () => becomes('following') },
    async signInLink(who) {
      const role = (await Promise.any(nodes.map((each) => each.leads()))) as Extract<Role, { kind: 'leading' }>
      return role.centre.waysIn(address).signInLink(who)
    },
  }
  nodes.push(opened)
  return opened
}

const two = async (): Promise<[leader: TestNode, follower: TestNode]> => {
  const leader = await open()
  await leader.leads()
  const follower = await open()
  await follower.follows()
  return [leader, follower]
}

interface Talk {
  readonly token: string
  readonly ann: Client
  readonly linkId: string
  readonly seat: Client
  readonly seatLink: string
  readonly sessionId: string
}

/** Ann, who has come to one node, talks to a seat that has come to another. */
const talk = async (atCustomer: TestNode, atSeat: TestNode): Promise<Talk> => {
  const token = await tokenFor(atCustomer, 'ann')
  const ann = customerWireWith(atCustomer, token)
  const { linkId } = await ann.next('link/welcome')
  const seat = await seatWire(atSeat, '1')
  const seatLink = (await seat.next('link/welcome'))['linkId'] as string
  ann.say({ ...startFrame, n: 1 })
  const { sessionId } = await ann.next('call/started')
  await ann.next('call/ringing')
  seat.say({ type: 'seat/answer', sessionId })
  await ann.next('call/accepted')
  await seat.next('seat/talking')
  return { token, ann, seat, seatLink, linkId: String(linkId), sessionId: String(sessionId) }
}

/** Both come back to this node, and the call goes on to its end, with one record. */
const goesOn = async ({ token, linkId, sessionId, seat, seatLink }: Talk, node: TestNode): Promise<void> => {
  const again = customerWireWith(node, token, `${linkId}.4`)
  expect(await again.next('link/welcome')).toMatchObject({ linkId, resumed: true, seen: 1 })
  const heard = Math.max(...seat.heard.map(({ n }) => Number(n ?? 0)))
  const seatAgain = await deskWire(node, '1', `${seatLink}.${heard}`, 2)
  expect(await seatAgain.next('link/welcome')).toMatchObject({ resumed: true })
  seatAgain.say({ type: 'seat/hangUp', sessionId })
  expect(await again.next('call/ended')).toMatchObject({ closeBy: 'seat', endStatus: 'ok' })
  expect(await recordsOf(node)).toMatchObject([{ SessionId: sessionId, EndStatusString: 'ok' }])
}

describe('two nodes', () => {
  it('are one call centre: a customer at one talks to a seat at the other', async () => {
    const [leader, follower] = await two()
    const { ann, seat, sessionId } = await talk(follower, leader)
    seat.say({ type: 'seat/hangUp', sessionId })
    expect(await ann.next('call/ended')).toMatchObject({ closeBy: 'seat' })
    expect(await recordsOf(follower)).toEqual(await recordsOf(leader))
    for (const node of nodes) expect((await fetch(`${node.url}/readyz`)).status).toBe(200)
  })

  it('whose leader loses Redis: it is silent, the other one leads, and the call goes on', async () => {
    const [leader, follower] = await two()
    const call = await talk(leader, follower)
    leader.toRedis.pass('nothing')
    expect(await call.ann.closed).toBe('1006')
    await follower.leads()
    await goesOn(call, follower)
    expect(leader.log.join()).toContain('this node leads no more')
    expect((await fetch(`${leader.url}/readyz`)).status).toBe(503)
  })

  it('whose leader hears nothing of Redis, which hears it: it is silent, and nothing is done twice', async () => {
    const [leader, follower] = await two()
    const call = await talk(leader, follower)
    leader.toRedis.pass('asks')
    expect(await call.ann.closed).toBe('1006')
    await follower.leads()
    await goesOn(call, follower)
  })

  it('hand over without a lost call when the leader is stopped', async () => {
    const [leader, follower] = await two()
    const call = await talk(leader, leader)
    await leader.close({ spreadMs: 0 })
    leader.toRedis.close()
    nodes = [follower]
    expect(await call.ann.next('link/goAway')).toMatchObject({ reason: 'restart' })
    await follower.leads()
    await goesOn(call, follower)
  })

  it('make whoever comes meanwhile wait, and let them in when one leads', async () => {
    const [leader, follower] = await two()
    const token = await tokenFor(leader, 'ann')
    leader.toRedis.pass('nothing')
    await firstValueFrom(leader.role$.pipe(filter(({ kind }) => kind === 'waiting')))
    const ann = customerWireWith(leader, token)
    leader.toRedis.pass('all')
    await ann.next('link/welcome')
    await Promise.any([leader.leads(), follower.leads()])
  })
})

describe('what a node passes on', () => {
  it('is refused by one that does not lead, and by one whom it was not meant for', async () => {
    const [leader, follower] = await two()
    for (const node of [leader, follower]) {
      const forged = wire(node, '/signalling', ['tccc.1'], { 'tccc-relay': 'forged' })
      expect(await forged.closed).toBe('1006')
      const { status } = await fetch(`${node.url}/login`, { headers: { 'tccc-relay': 'forged' } })
      expect(status).toBe(421)
    }
  })

  it('comes through whole, with its body and its answer', async () => {
    const [leader, follower] = await two()
    const asked = { method: 'POST', body: JSON.stringify({ sdkAppId: 'x'.repeat(30_000) }) }
    const answers = [leader, follower, follower, follower].map(async ({ url }) => {
      const response = await fetch(`${url}/login`, asked)
      return [response.status, await response.json()] as const
    })
    const [direct, ...passedOn] = await Promise.all(answers)
    for (const answer of passedOn) expect(answer).toEqual(direct)
  })
})
