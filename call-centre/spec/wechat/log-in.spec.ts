import { userIdOf } from '../../server/wechat/identify'
import { createWeChatStub, type WeChatStub } from '../../stubs/wechat/wechat-stub'
import { closeAll, logIn, open, type Address } from '../wire'

const appId = 'wx4f4bc4dec97d474b'
const secret = 'the-secret'
let wechat: WeChatStub

beforeEach(async () => {
  wechat = await createWeChatStub({ appId, secret, blocked: ['mallory'] })
})
afterEach(async () => {
  await closeAll()
  await wechat.close()
})

const secrets = (name: string) => (name === 'TCCC_WECHAT_SECRET' ? secret : undefined)
const house = () => open({ wechat: { appId, apiUrl: wechat.apiUrl } }, { secrets })
const enter = (centre: Address, jsCode: string) => logIn(centre, { sdkAppId: '1400000000', jsCode })

it('takes whom WeChat knows, and does not take the local codes of development', async () => {
  const centre = await house()
  expect(await enter(centre, wechat.code('ann'))).toMatchObject({
    status: 200,
    body: { userId: userIdOf(appId, 'ann') },
  })
  expect(await enter(centre, 'ann-17')).toMatchObject({ status: 400, body: { code: 'JS_CODE_INVALID' } })
})

it.each([
  ['a used code', 40163, 400, 'JS_CODE_INVALID', undefined],
  ['a blocked customer', 40226, 403, 'LOGIN_BLOCKED', undefined],
  ['too often', 45011, 429, 'TOO_MANY_REQUESTS', 60_000],
  ['the quota of the day', 45009, 503, 'LOGIN_UNAVAILABLE', undefined],
  ['a wrong secret', 40125, 503, 'LOGIN_UNAVAILABLE', undefined],
])('says what a phone can do about %s', async (_, errcode, status, code, retryAfterMs) => {
  const centre = await house()
  wechat.fail('/sns/jscode2session', errcode)
  const { body, ...answer } = await enter(centre, wechat.code('ann'))
  expect(answer).toMatchObject({ status })
  expect(body).toMatchObject({ code, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) })
  expect(JSON.stringify(body)).not.toMatch(/errcode|secret|wx4f/)
})

it('tells of each log-in by its result', async () => {
  const centre = await house()
  const results: unknown[] = []
  centre.event$.subscribe((event) => event.type === 'logIn' && results.push(event.result))
  wechat.fail('/sns/jscode2session', 40125)
  for (const code of ['x-1', wechat.code('ann'), wechat.code('mallory'), '']) await enter(centre, code)
  expect(results).toEqual(['unavailable', 'ok', 'blocked', 'code'])
})

it('does not start without the secret of the app', async () => {
  const wish = open({ wechat: { appId, apiUrl: wechat.apiUrl } }, { secrets: () => undefined })
  await expect(wish).rejects.toThrow('TCCC_WECHAT_SECRET is not set')
})
