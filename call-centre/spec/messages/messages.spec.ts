/** Messages of WeChat: allowed, sent once, and what becomes of them; against the stub of its API. */
import type { MessagesConfig } from '../../server/config/centre-config'
import { Addresses } from '../../server/messages/addresses'
import type { Message } from '../../server/messages/message'
import { createMessages, type Messages } from '../../server/messages/messages'
import { createSendMessage } from '../../server/messages/send-message'
import { createShelf, type NotedShelf } from '../../server/state/shelf'
import { createWeChatApp } from '../../server/wechat/wechat-app'
import { createWeChatStub, type WeChatStub } from '../../stubs/wechat/wechat-stub'
import { postAtOnce } from '../post-at-once'
import { createVirtualClock, type VirtualClock } from '../virtual-clock'

const app = { appId: 'wx4f4bc4dec97d474b', secret: 'the-secret' }
const sendPath = '/cgi-bin/message/subscribe/send'
const tokenPath = '/cgi-bin/stable_token'
const config: MessagesConfig = {
  opens: 'formal',
  turn: { templateId: 'T1', page: 'pages/call/call?channel={channelId}', data: { thing1: '{channel}' } },
}

interface House {
  readonly messages: Messages
  readonly told: (readonly [id: string, result: string])[]
  readonly log: string[]
}

let stub: WeChatStub
let clock: VirtualClock
beforeEach(async () => {
  clock = createVirtualClock()
  stub = await createWeChatStub({ ...app, clock, templates: ['T1'] })
})
afterEach(() => stub.close())

const open = (shelf: NotedShelf = createShelf([])): House => {
  const log: string[] = []
  const told: (readonly [string, string])[] = []
  const wechat = createWeChatApp({
    ...{ clock, shelf, secrets: () => app.secret },
    config: { wechat: { appId: app.appId, apiUrl: stub.apiUrl } },
  })
  const addresses = new Addresses(true, clock, shelf)
  addresses.note({ userId: 'u-ann', openid: 'ann' })
  addresses.note({ userId: 'u-bob', openid: 'bob' })
  const sendMessage = createSendMessage({ config, wechat, addresses, log: (line) => log.push(line) })
  const messages = createMessages({ config, sendMessage, clock, shelf, post: postAtOnce, addresses })
  messages.onTold((id, result) => told.push([id, result]))
  return { messages, told, log }
}

const turn = (id = 'm1', userId = 'u-ann'): Message => ({
  kind: 'turn',
  ...{ id, userId, words: { channel: 'Service', channelId: 'service', seat: 'Service', time: '12:00', minutes: '5' } },
  until: clock.now() + 300_000,
})

const allow = ({ messages }: House, ...names: readonly string[]): void => {
  for (const name of names) {
    stub.accept(name, 'T1')
    messages.allow(`u-${name}`, ['T1'])
  }
}

/** Turns the hands until so many were told. */
const until = async (isDone: () => boolean): Promise<void> => {
  for (let turns = 0; !isDone() && turns < 2_000; turns += 1) {
    clock.advance(25)
    await new Promise((next) => setTimeout(next, 1))
  }
  if (!isDone()) throw new Error('it does not come to an end')
}
const settled = (house: House, count = 1): Promise<void> => until(() => house.told.length >= count)

describe('a message of WeChat', () => {
  it('that was allowed goes out, with its page and its data, and uses the consent up', async () => {
    const house = open()
    allow(house, 'ann')
    expect(house.messages.mayReach('u-ann', 'turn')).toBe(true)
    expect(house.messages.send(turn())).toBe(true)
    expect(house.messages.mayReach('u-ann', 'turn')).toBe(false)
    await settled(house)
    expect(house.told).toEqual([['m1', 'sent']])
    const page = 'pages/call/call?channel=service'
    expect(stub.messages).toEqual([{ openid: 'ann', templateId: 'T1', page, data: { thing1: 'Service' } }])
  })

  it('that was not allowed, or of a kind that is not configured, or to somebody unknown, is not begun', () => {
    const house = open()
    expect(house.messages.send(turn())).toBe(false)
    house.messages.allow('u-ann', ['T2'])
    house.messages.allow('u-eve', ['T1'])
    expect(house.messages.send({ ...turn(), kind: 'reminder' })).toBe(false)
    expect(house.messages.send(turn('m1', 'u-eve'))).toBe(false)
  })

  it('asked for twice while it is on its way is sent once', async () => {
    const house = open()
    allow(house, 'ann', 'ann')
    for (const message of [turn(), turn()]) house.messages.send(message)
    await settled(house)
    expect(stub.messages).toHaveLength(1)
    expect(house.messages.mayReach('u-ann', 'turn')).toBe(true)
  })

  it('that the customer has taken back (43101) is refused, and no other one is tried', async () => {
    const house = open()
    house.messages.allow('u-ann', ['T1'])
    house.messages.allow('u-ann', ['T1'])
    house.messages.send(turn())
    await settled(house)
    expect(house.told).toEqual([['m1', 'refused']])
    expect(house.messages.mayReach('u-ann', 'turn')).toBe(false)
  })

  it.each([
    ['busy', -1],
    ['at the limit of the minute', 45011],
    ['sending to the same customer', 43108],
  ])('is tried again when WeChat is %s', async (_, errcode) => {
    const house = open()
    allow(house, 'ann')
    stub.fail(sendPath, errcode, errcode)
    house.messages.send(turn())
    await settled(house)
    expect([house.told, stub.messages.length]).toEqual([[['m1', 'sent']], 1])
  })

  it('waits ten minutes when the quota of the day is used up, and is given up when it is not worth sending any more', async () => {
    const house = open()
    allow(house, 'ann')
    stub.fail(sendPath, 45009)
    house.messages.send(turn())
    await until(() => house.log.length > 0)
    expect(house.log[0]).toContain('quota of this day')
    clock.advance(600_000)
    expect(house.told).toEqual([['m1', 'failed']])
  })

  it.each([
    [40037, 'templateId'],
    [41030, 'Correct page'],
    [47003, 'Correct data'],
    [45168, 'Change data'],
  ])('that WeChat never takes (%i) fails, and the log says what to mend', async (errcode, words) => {
    const house = open()
    allow(house, 'ann')
    stub.fail(sendPath, errcode)
    house.messages.send(turn())
    await settled(house)
    expect(house.told).toEqual([['m1', 'failed']])
    expect(house.log.join()).toContain(words)
    expect(house.log.join()).not.toMatch(/ann|the-secret|stub_/)
  })

  it('of which the answer is lost is tried again, and arrives once: the second one lacks a consent', async () => {
    const house = open()
    allow(house, 'ann')
    stub.fail(sendPath, 'lost')
    house.messages.send(turn())
    await settled(house)
    expect([house.told, stub.messages.length]).toEqual([[['m1', 'sent']], 1])
  })

  it('that was dropped before it was tried is not sent, and the consent is there again', () => {
    const house = open()
    allow(house, 'ann')
    house.messages.send(turn())
    house.messages.drop('m1')
    clock.advance(60_000)
    expect([house.told, stub.asked, house.messages.mayReach('u-ann', 'turn')]).toEqual([[], [], true])
  })

  it('goes to one customer after the other, whatever the other waits for', async () => {
    const house = open()
    allow(house, 'ann', 'bob')
    stub.fail(sendPath, 'silence')
    house.messages.send(turn('m1', 'u-ann'))
    house.messages.send(turn('m2', 'u-bob'))
    await settled(house, 2)
    expect(stub.messages.map(({ openid }) => openid).sort()).toEqual(['ann', 'bob'])
  })
})

describe('the process ends', () => {
  it('before a message was tried: the next one sends it', async () => {
    const shelf = createShelf([])
    const before = open(shelf)
    allow(before, 'ann')
    before.messages.send(turn())
    shelf.take()
    const dead = clock
    clock = createVirtualClock(dead.now())
    const after = open(shelf)
    await settled(after)
    expect([after.told, stub.messages.length]).toEqual([[['m1', 'sent']], 1])
  })

  it('while one is under way that has arrived: the next one hears that it was sent, and it arrives once', async () => {
    const shelf = createShelf([])
    const before = open(shelf)
    allow(before, 'ann')
    stub.fail(sendPath, 'lost')
    before.messages.send(turn())
    await until(() => stub.messages.length === 1)
    shelf.take()
    const dead = clock
    clock = createVirtualClock(dead.now())
    const after = open(shelf)
    await settled(after)
    expect([after.told, before.told, stub.messages.length]).toEqual([[['m1', 'sent']], [], 1])
  })
})

describe('the access token', () => {
  it('is fetched once for all messages, and by no process that finds it in the store', async () => {
    const shelf = createShelf([])
    const house = open(shelf)
    allow(house, 'ann', 'bob')
    house.messages.send(turn('m1', 'u-ann'))
    house.messages.send(turn('m2', 'u-bob'))
    await settled(house, 2)
    shelf.take()
    const after = open(shelf)
    allow(after, 'ann')
    after.messages.send(turn('m3'))
    await settled(after)
    expect(stub.asked.filter((path) => path === tokenPath)).toHaveLength(1)
  })

  it('that another program has retired is fetched anew, and the message goes out', async () => {
    const house = open()
    allow(house, 'ann', 'ann')
    house.messages.send(turn())
    await settled(house)
    clock.advance(30_001)
    stub.retireToken()
    house.messages.send(turn('m2'))
    await settled(house, 2)
    expect(stub.messages).toHaveLength(2)
  })
})
