/**
 * A kept place on two nodes and a real Redis: the node that calls the customer is cut off in the moment in which WeChat has taken
 * the message and has not answered. The other node goes on, the message arrives once, and the customer is next.
 */
import { filter, firstValueFrom } from 'rxjs'
import { createNode, type Node } from '../../call-centre/server/cluster/node'
import type { Role } from '../../call-centre/server/cluster/term'
import { testConfig } from '../../call-centre/spec/test-config'
import { customerWireWith, logIn, seatWire, startFrame, type Address, type Wire } from '../../call-centre/spec/wire'
import { createWeChatStub, type WeChatStub } from '../../call-centre/stubs/wechat/wechat-stub'
import { eventually } from '../end-to-end/eventually'
import { freePort, stopPrograms } from './programs'
import { startRedis, wireTo, type Redis, type Wire as ToRedis } from './redis'

jest.setTimeout(60_000)

const appId = 'wx4f4bc4dec97d474b'
const secret = 'the-secret'
const sendPath = '/cgi-bin/message/subscribe/send'
const turn = { templateId: 'TURN', data: { thing1: '{channel}' } }

type Led = Extract<Role, { readonly kind: 'leading' }>

interface TestNode extends Node, Address {
  readonly toRedis: ToRedis
  readonly becomes: (kind: Role['kind']) => Promise<Role>
}

let redis: Redis
let wechat: WeChatStub
let nodes: TestNode[] = []

beforeEach(async () => {
  redis = await startRedis()
  wechat = await createWeChatStub({ appId, secret, templates: [turn.templateId] })
})
afterEach(async () => {
  for (const node of nodes) {
    node.toRedis.pass('all')
    await node.close({ spreadMs: 0 })
    node.toRedis.close()
  }
  nodes = []
  await wechat.close()
  await stopPrograms()
})

const open = async (): Promise<TestNode> => {
  const [port, toRedis] = [await freePort(), await wireTo(redis)]
  const address = `http://127.0.0.1:${port}`
  const config = testConfig({
    ...{ leaseMs: 1_500, windowMs: 20_000, heartbeatMs: 60_000, expectedTalkMs: 90_000 },
    ...{ wechat: { appId, apiUrl: wechat.apiUrl }, messages: { opens: 'formal', turn } },
    waiting: { offerAboveMs: 120_000, callAtPlace: 1, backWithinMs: 300_000, keptForMs: 3_600_000 },
  })
  const secrets = (name: string): string | undefined => (name === 'TCCC_WECHAT_SECRET' ? secret : undefined)
  const options = { port, address, redisUrl: toRedis.url, nodeKey: 'the key of all nodes', secrets }
  const node = await createNode(config, options)
  const becomes = (kind: Role['kind']) => firstValueFrom(node.role$.pipe(filter((role) => role.kind === kind)))
  const opened: TestNode = {
    ...node,
    ...{ toRedis, url: address, becomes },
    async signInLink(who) {
      const role = (await Promise.any(nodes.map((each) => each.becomes('leading')))) as Led
      return role.centre.waysIn(address).signInLink(who)
    },
  }
  nodes.push(opened)
  return opened
}

interface Caller {
  readonly wire: Wire
  readonly sessionId: string
}

const caller = async (node: Address, name: string, callId = name): Promise<Caller> => {
  const { body } = await logIn(node, { sdkAppId: '1400000000', jsCode: wechat.code(name) })
  const wire = customerWireWith(node, body.token)
  wire.say({ ...startFrame, callId, n: 1 })
  const { sessionId } = await wire.next('call/started')
  return { wire, sessionId: String(sessionId) }
}

it('is called once, though the node that calls is cut off as WeChat takes the message', async () => {
  const leader = await open()
  await leader.becomes('leading')
  const follower = await open()
  await follower.becomes('following')
  const seat = await seatWire(follower, '1')
  const bob = await caller(follower, 'bob')
  await seat.next('seat/incoming')
  seat.say({ type: 'seat/answer', sessionId: bob.sessionId })
  await bob.wire.next('call/accepted')
  const [carl, ann] = [await caller(follower, 'carl'), await caller(follower, 'ann')]
  const says = (body: object, n: number): void => {
    ann.wire.say({ type: 'call/aside', sessionId: ann.sessionId, about: 'waiting', body: JSON.stringify(body), n })
  }
  says({}, 2)
  await ann.wire.next('call/aside')
  wechat.accept('ann', turn.templateId)
  says({ leave: true, allowed: [turn.templateId] }, 3)
  await ann.wire.next('call/ended')

  wechat.fail(sendPath, 'lost')
  carl.wire.say({ type: 'call/hangUp', callId: 'carl', closeBy: 'client', endStatus: 'ok', n: 2 })
  await eventually(async () => {
    expect(wechat.messages).toHaveLength(1)
    await Promise.resolve()
  })
  leader.toRedis.pass('nothing')
  await follower.becomes('leading')
  await eventually(async () => {
    expect(wechat.asked.filter((path) => path === sendPath).length).toBeGreaterThan(1)
    await Promise.resolve()
  }, 20_000)
  expect(wechat.messages).toMatchObject([{ openid: 'ann' }])

  await caller(follower, 'dan')
  const back = await caller(follower, 'ann', 'again')
  expect(await back.wire.next('call/queued')).toMatchObject({ position: 1 })
})
