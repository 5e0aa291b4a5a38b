import type { Identify } from '../../server/login/identity'
import { noShelf } from '../../server/state/shelf'
import { createAccessToken } from '../../server/wechat/access-token'
import { createWeChatIdentify, userIdOf } from '../../server/wechat/identify'
import { createWeChatApi } from '../../server/wechat/wechat-api'
import { createWeChatStub, type WeChatStub } from '../../stubs/wechat/wechat-stub'
import type { WorldOptions } from '../../stubs/wechat/world'
import { createVirtualClock, type VirtualClock } from '../virtual-clock'

const session = '/sns/jscode2session'
const app = { appId: 'wx4f4bc4dec97d474b', secret: 'the-secret' }

interface House {
  readonly stub: WeChatStub
  readonly clock: VirtualClock
  readonly identify: Identify
  /** Who brings a new code of this customer. */
  readonly ann: (more?: object) => ReturnType<Identify>
  readonly log: string[]
  /** Turns the hands until an answer is there. */
  readonly patiently: <Value>(answer: Promise<Value>) => Promise<Value>
}

let stub: WeChatStub | undefined
afterEach(async () => stub?.close())

async function house(more: Partial<WorldOptions> = {}, mine: Partial<typeof app> = {}): Promise<House> {
  const clock = createVirtualClock()
  const opened = await createWeChatStub({ ...app, clock, ...more })
  stub = opened
  const log: string[] = []
  const ask = createWeChatApi(opened.apiUrl, clock)
  const withToken = createAccessToken(ask, clock, { ...app, ...mine }, noShelf)
  const identify = createWeChatIdentify({
    ...{ ...app, ...mine, clock, ask, withToken },
    log: (line) => log.push(line),
  })
  return {
    ...{ stub: opened, clock, identify, log },
    ann: (fields = {}) => identify({ jsCode: opened.code('ann'), ...fields }),
    async patiently(answer) {
      const turning = setInterval(() => {
        clock.advance(25)
      }, 5)
      return answer.finally(() => {
        clearInterval(turning)
      })
    },
  }
}

describe('a code of wx.login', () => {
  it('tells who the customer is, always the same, and tells nobody the openid', async () => {
    const { ann, identify, stub: wechat } = await house()
    const first = await ann()
    expect(first).toEqual({ userId: userIdOf(app.appId, 'ann'), openid: 'ann' })
    expect(await ann()).toEqual(first)
    expect(await identify({ jsCode: wechat.code('bob') })).not.toEqual(first)
    expect(userIdOf(app.appId, 'ann')).toMatch(/^wx-[A-Za-z0-9_-]{22}$/)
    expect(userIdOf(app.appId, 'ann')).not.toBe(userIdOf('wx0000000000000000', 'ann'))
  })

  it('is good once, for five minutes', async () => {
    const { identify, stub: wechat, clock, log } = await house()
    const jsCode = wechat.code('ann')
    await identify({ jsCode })
    expect(await identify({ jsCode })).toBe('code')
    const old = wechat.code('ann')
    clock.advance(300_000)
    expect(await identify({ jsCode: old })).toBe('code')
    expect(await identify({ jsCode: 'made up' })).toBe('code')
    expect(log).toEqual([])
  })

  it('of a customer whom WeChat blocks logs nobody in', async () => {
    const { ann } = await house({ blocked: ['ann'] })
    expect(await ann()).toBe('blocked')
  })

  it('may come a hundred times a minute from one customer', async () => {
    const { ann, clock } = await house()
    for (let times = 0; times < 100; times += 1) expect(await ann()).toMatchObject({})
    expect(await ann()).toBe('pace')
    clock.advance(60_000)
    expect(await ann()).toMatchObject({ userId: expect.any(String) as string })
  })
})

describe('what only the operator can mend is neutral for the customer and named in the log', () => {
  it.each([
    ['another app id', { appId: 'wx0000000000000000' }, 'errcode 40013', 'wechat.appId'],
    ['another secret', { secret: 'old' }, 'errcode 40125', 'Copy it anew'],
  ])('%s', async (_, mine, errcode, remedy) => {
    const { ann, log } = await house({}, mine)
    expect(await ann()).toBe('unavailable')
    expect(log).toEqual([expect.stringMatching(new RegExp(`^WeChat logs nobody in: ${errcode}.*${remedy}`))])
    for (const secret of [app.secret, 'old']) expect(log.join()).not.toContain(secret)
  })

  it.each([45009, 40164, 50007, 12345])('errcode %d', async (errcode) => {
    const { ann, stub: wechat, log } = await house()
    wechat.fail(session, errcode)
    expect(await ann()).toBe('unavailable')
    expect(log).toEqual([expect.stringMatching(`errcode ${errcode}, rid [0-9a-f]{16}`)])
    expect(wechat.asked).toHaveLength(1)
  })
})

describe('WeChat busy or silent', () => {
  it('is asked again, twice', async () => {
    const { ann, stub: wechat, patiently, log } = await house()
    wechat.fail(session, -1, -1)
    expect(await patiently(ann())).toMatchObject({ userId: expect.any(String) as string })
    wechat.fail(session, -1, -1, -1)
    expect(await patiently(ann())).toBe('unavailable')
    expect(wechat.asked).toHaveLength(6)
    expect(log).toEqual([expect.stringContaining('errcode -1')])
  })

  it('has three seconds for an answer', async () => {
    const { ann, stub: wechat, patiently, clock } = await house()
    wechat.fail(session, 'silence')
    const begun = clock.now()
    expect(await patiently(ann())).toMatchObject({ userId: expect.any(String) as string })
    expect(clock.now() - begun).toBeGreaterThanOrEqual(3_000)
  })

  it('that cannot be reached is named without its address, which holds the secret', async () => {
    const { ann, stub: wechat, patiently, log } = await house()
    await wechat.close()
    expect(await patiently(ann())).toBe('unavailable')
    expect(log).toEqual(['WeChat logs nobody in: no connection: ECONNREFUSED'])
  })
})

describe('the profile and the phone number', () => {
  it('come encrypted for the session of this very log-in', async () => {
    const { ann, stub: wechat } = await house()
    const { encryptedData: dataEnv, iv: dataIv } = wechat.encrypt('ann', { nickName: 'Ann', gender: 1 })
    const { encryptedData: mobileEnv, iv: mobileIv } = wechat.encrypt('ann', { phoneNumber: '10000000000' })
    const known = await ann({ dataEnv, dataIv, mobileEnv, mobileIv })
    expect(known).toMatchObject({ nickName: 'Ann', phoneNumber: '10000000000' })
  })

  it.each([
    ['of another session', 'bob', {}],
    ['that somebody else gave', 'ann', { openId: 'bob' }],
    ['of another app', 'ann', { watermark: { appid: 'wx0000000000000000', timestamp: 1_893_556_800 } }],
  ])('a profile %s is left out, and the customer is logged in', async (_, openid, data) => {
    const { ann, stub: wechat, log } = await house()
    const { encryptedData: dataEnv, iv: dataIv } = wechat.encrypt(openid, { nickName: 'Bob', ...data })
    expect(await ann({ dataEnv, dataIv })).toEqual({ userId: userIdOf(app.appId, 'ann'), openid: 'ann' })
    expect(log).toEqual(['The profile of a log-in could not be read.'])
  })

  it('the number also comes by a code, which is good once', async () => {
    const { ann, stub: wechat, log } = await house()
    const mobileCode = wechat.phoneCode('10000000000')
    expect(await ann({ mobileCode })).toMatchObject({ phoneNumber: '10000000000' })
    expect(await ann({ mobileCode })).toEqual({ userId: userIdOf(app.appId, 'ann'), openid: 'ann' })
    expect(log).toEqual([expect.stringContaining('errcode 40029')])
  })
})

describe('the access token', () => {
  const fetched = ({ asked }: WeChatStub): number => asked.filter((path) => path === '/cgi-bin/stable_token').length
  const withNumber = ({ ann, stub: wechat }: House) => ann({ mobileCode: wechat.phoneCode('10000000000') })
  const good = { phoneNumber: '10000000000' }

  it('is fetched once for many', async () => {
    const open = await house()
    const all = await Promise.all(Array.from({ length: 20 }, () => withNumber(open)))
    for (const one of all) expect(one).toMatchObject(good)
    expect(fetched(open.stub)).toBe(1)
  })

  it('is fetched anew in its last five minutes', async () => {
    const open = await house()
    await withNumber(open)
    open.clock.advance(6_899_000)
    await withNumber(open)
    expect(fetched(open.stub)).toBe(1)
    open.clock.advance(2_000)
    expect(await withNumber(open)).toMatchObject(good)
    expect(fetched(open.stub)).toBe(2)
  })

  it('that somebody has retired is replaced once, for all who hold it', async () => {
    const open = await house()
    await withNumber(open)
    open.stub.retireToken()
    const all = await Promise.all(Array.from({ length: 20 }, () => withNumber(open)))
    for (const one of all) expect(one).toMatchObject(good)
    expect(fetched(open.stub)).toBe(2)
  })

  it('that is refused again is not asked for again and again', async () => {
    const open = await house()
    await withNumber(open)
    open.stub.fail('/wxa/business/getuserphonenumber', 40001, 42001)
    expect(await withNumber(open)).toEqual({ userId: userIdOf(app.appId, 'ann'), openid: 'ann' })
    expect(open.log).toEqual([expect.stringContaining('errcode 42001')])
    expect(fetched(open.stub)).toBe(2)
  })

  it('that could not be fetched is asked for by the next', async () => {
    const open = await house()
    open.stub.fail('/cgi-bin/stable_token', 40164)
    expect(await withNumber(open)).toEqual({ userId: userIdOf(app.appId, 'ann'), openid: 'ann' })
    expect(open.log).toEqual([expect.stringContaining('IP白名单')])
    expect(await withNumber(open)).toMatchObject(good)
  })
})
