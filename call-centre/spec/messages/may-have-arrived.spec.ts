/** What is known of a message that was tried: told as it is, and a consent is there again only where surely nothing arrived. */
import { Addresses } from '../../server/messages/addresses'
import { createMessages } from '../../server/messages/messages'
import { createSendMessage, type Attempted } from '../../server/messages/send-message'
import type { MessageResult } from '../../server/messages/message'
import { createShelf } from '../../server/state/shelf'
import { WeChatFault, type Trouble } from '../../server/wechat/trouble'
import type { WeChatAnswer } from '../../server/wechat/wechat-api'
import type { WeChatApp } from '../../server/wechat/wechat-app'
import { postAtOnce } from '../post-at-once'
import { createVirtualClock } from '../virtual-clock'

const template = { templateId: 'T1', page: 'pages/call/call?seat={seat}', data: { thing1: '{channel}' } }
const config = { opens: 'formal', turn: template } as const
const words = { channel: 'Service', channelId: 'service', seat: 'Lin', time: '12:00', minutes: '5' }

/** Lets promises that are settled go on. */
const calm = (): Promise<void> => new Promise((next) => setImmediate(next))

/** Ann has allowed so many messages, and one is on its way, if she has; the attempts end like this, one after another. */
const sending = async (attempts: readonly Attempted[], { consents = 1, shelf = createShelf([]) } = {}) => {
  const clock = createVirtualClock()
  const addresses = new Addresses(true, clock, shelf)
  const told: MessageResult[] = []
  const left = [...attempts]
  const never = new Promise<Attempted>(() => undefined)
  const messages = createMessages({
    ...{ config, clock, shelf, addresses, post: postAtOnce },
    sendMessage: () => {
      const [next] = left.splice(0, 1)
      return next === undefined ? never : Promise.resolve(next)
    },
  })
  messages.onTold((_, result) => told.push(result))
  addresses.note({ userId: 'ann', openid: 'o' })
  for (let each = 0; each < consents; each += 1) messages.allow('ann', ['T1'])
  messages.send({ id: 'm1', userId: 'ann', kind: 'turn', words, until: clock.now() + 3_600_000 })
  const pass = async (ms: number): Promise<void> => {
    clock.advance(ms)
    await calm()
  }
  await pass(0)
  for (let each = 1; each < attempts.length; each += 1) await pass(600_000)
  return { shelf, messages, told, pass, mayReach: () => messages.mayReach('ann', 'turn') }
}

describe('a message that WeChat refuses for want of a consent', () => {
  it.each<readonly [string, readonly Attempted[], MessageResult]>([
    ['at once is refused', ['refused'], 'refused'],
    ['after answers that it was too soon is refused', ['later', 'later', 'refused'], 'refused'],
    ['after the quota of a day is refused', ['tomorrow', 'refused'], 'refused'],
    ['after an attempt that was not answered has arrived', ['unanswered', 'refused'], 'sent'],
    ['has arrived, whatever was answered in between', ['unanswered', 'later', 'refused'], 'sent'],
  ])('%s', async (_, attempts, result) => {
    const { told, mayReach } = await sending(attempts, { consents: 2 })
    expect([told, mayReach()]).toEqual([[result], false])
  })

  it('in the next process is refused when the one before knew that nothing had arrived', async () => {
    const { shelf } = await sending(['later'])
    shelf.take()
    const after = await sending(['refused'], { consents: 0, shelf })
    await after.pass(10_000)
    expect(after.told).toEqual(['refused'])
  })

  it('in the next process has arrived when the one before ended during an attempt', async () => {
    const { shelf } = await sending([])
    shelf.take()
    const after = await sending(['refused'], { consents: 0, shelf })
    await after.pass(10_000)
    expect(after.told).toEqual(['sent'])
  })
})

describe('the consent', () => {
  it.each<readonly [string, readonly Attempted[], boolean]>([
    ['is there again after a message that WeChat never takes', ['failed'], true],
    ['likewise after answers that it was too soon', ['later', 'failed'], true],
    ['is gone with a message that was sent', ['sent'], false],
    ['is gone with one that may have arrived before it failed', ['unanswered', 'failed'], false],
  ])('%s', async (_, attempts, isThere) => {
    expect((await sending(attempts)).mayReach()).toBe(isThere)
  })

  it.each<readonly [string, readonly Attempted[], boolean]>([
    ['was answered only with "later" gives it back', ['later'], true],
    ['may have arrived does not', ['unanswered'], false],
  ])('a message that is dropped and %s', async (_, attempts, isThere) => {
    const { messages, mayReach } = await sending(attempts)
    expect(messages.drop('m1')).toBe(isThere)
    expect(mayReach()).toBe(isThere)
  })

  it('is there again when the time is over and nothing was sent', async () => {
    const { told, mayReach } = await sending(Array<Attempted>(7).fill('tomorrow'))
    expect([told, mayReach()]).toEqual([['failed'], true])
  })

  it.each<readonly [Attempted, boolean]>([
    ['later', true],
    ['failed', true],
    ['unanswered', false],
    ['sent', false],
  ])('of a message that is dropped while it is tried waits for the answer: %s', async (attempted, isThere) => {
    const clock = createVirtualClock()
    const shelf = createShelf([])
    const addresses = new Addresses(true, clock, shelf)
    let answer: (attempted: Attempted) => void = () => undefined
    const sendMessage = () => new Promise<Attempted>((resolve) => (answer = resolve))
    const messages = createMessages({ config, clock, shelf, addresses, post: postAtOnce, sendMessage })
    addresses.note({ userId: 'ann', openid: 'o' })
    messages.allow('ann', ['T1'])
    messages.send({ id: 'm1', userId: 'ann', kind: 'turn', words, until: clock.now() + 60_000 })
    clock.advance(0)
    expect([messages.drop('m1'), messages.mayReach('ann', 'turn')]).toEqual([false, false])
    answer(attempted)
    await calm()
    expect(messages.mayReach('ann', 'turn')).toBe(isThere)
  })
})

it('who comes while an attempt is being kept is sent nothing, and has the consent again', async () => {
  const clock = createVirtualClock()
  const shelf = createShelf([])
  const addresses = new Addresses(true, clock, shelf)
  const waiting: (() => void)[] = []
  const post = { send: (say: () => void) => void waiting.push(say) }
  const commit = (): void => {
    for (const say of waiting.splice(0)) say()
  }
  let tries = 0
  const sendMessage = () => {
    tries += 1
    return Promise.resolve('sent' as const)
  }
  const messages = createMessages({ config, clock, shelf, addresses, post, sendMessage })
  addresses.note({ userId: 'ann', openid: 'o' })
  messages.allow('ann', ['T1'])
  messages.send({ id: 'm1', userId: 'ann', kind: 'turn', words, until: clock.now() + 60_000 })
  commit()
  clock.advance(0)
  messages.drop('m1')
  commit()
  await calm()
  expect([tries, messages.mayReach('ann', 'turn')]).toEqual([0, true])
})

describe('one attempt', () => {
  type Step = Trouble | 'sent' | 'broken'
  const stepOf = (step: Step): Promise<WeChatAnswer> => {
    if (step === 'sent') return Promise.resolve({})
    return Promise.reject(step === 'broken' ? new TypeError('of u-ann') : new WeChatFault(step, 'in words'))
  }
  /** `token`: what becomes of the fetching of a token, before and after the sending. */
  const attempt = async (token: readonly [Step, Step], sends: readonly Step[]) => {
    const log: string[] = []
    const left = [...sends]
    const wechat = {
      askOnce: () => stepOf(left.shift() ?? 'sent'),
      async withToken(run: (token: string) => Promise<WeChatAnswer>) {
        await stepOf(token[0])
        try {
          return await run('t1')
        } catch (fault) {
          if (!(fault instanceof WeChatFault && fault.trouble === 'token')) throw fault
          await stepOf(token[1])
          return run('t2')
        }
      },
    } as unknown as WeChatApp
    const send = createSendMessage({
      config,
      wechat,
      addresses: { openidOf: () => 'o' },
      log: (line) => log.push(line),
    })
    return { attempted: await send({ userId: 'u-ann', kind: 'turn', words }), log: log.join() }
  }

  it.each<readonly [string, readonly [Step, Step], readonly Step[], Attempted]>([
    ['that WeChat takes is sent', ['sent', 'sent'], ['sent'], 'sent'],
    ['without an answer may have arrived', ['sent', 'sent'], ['silence'], 'unanswered'],
    ['without a token has not', ['silence', 'sent'], [], 'later'],
    ['whose token is retired, and no other one is to be had, has not', ['sent', 'silence'], ['token'], 'later'],
    ['likewise where the other one is not taken either', ['sent', 'sent'], ['token', 'token'], 'later'],
    ['with the second token may have arrived, without an answer', ['sent', 'sent'], ['token', 'silence'], 'unanswered'],
    ['at the limit of the minute has not', ['sent', 'sent'], ['pace'], 'later'],
    ['at the quota of the day has not', ['sent', 'sent'], ['quota'], 'tomorrow'],
    ['that breaks in a way nobody knows may have arrived', ['sent', 'sent'], ['broken'], 'unanswered'],
    ['that breaks before anything was sent has not', ['broken', 'sent'], [], 'later'],
  ])('%s', async (_, token, sends, attempted) => {
    expect((await attempt(token, sends)).attempted).toBe(attempted)
  })

  it('that breaks is in the log without anything of the customer', async () => {
    const { log } = await attempt(['broken', 'sent'], [])
    expect(log).toBe('WeChat does not send the message "turn": TypeError')
  })
})
