import type { FakeRequest } from '../../wx/phone'
import { ANSWER, coldStart, NOW, rejection, TOKEN } from './scene'

beforeEach(() => {
  jest.useFakeTimers({ now: NOW })
})

/** The error of a log-in that went so. */
const failing = async (outcome: (request: FakeRequest) => void, language = 'zh_CN') => {
  const { phone, login } = await coldStart()
  phone.language = language
  const failure = rejection(login.login({ jsCode: 'code-1', sdkAppId: '1400000001' }))
  outcome(phone.request())
  return failure
}

const answering = (status: number, body: unknown) => (request: FakeRequest) => {
  request.answer(status, body)
}

const refused = (status: number, code: string) => answering(status, { code, message: 'no' })

const failingWith = (failure: { readonly errMsg?: string; readonly errno?: number }) => (request: FakeRequest) => {
  request.fail(failure)
}

describe('login rejects before it asks', () => {
  it('without an sdkAppId', async () => {
    const { phone, login } = await coldStart()
    const { code, message, remedy } = await rejection(login.login({ jsCode: 'c' }))
    expect([code, message, phone.requests.length]).toEqual(['SDK_APP_ID_MISSING', '缺少 sdkAppId', 0])
    expect(remedy).toContain('configure({ sdkAppId })')
  })

  it('without a jsCode', async () => {
    const { phone, login } = await coldStart()
    const { code } = await rejection(login.login({ jsCode: '', sdkAppId: '1' }))
    expect([code, phone.requests.length]).toEqual(['JS_CODE_MISSING', 0])
  })

  it.each([undefined, null])('with %s in the place of its options, as with none', async (nothing) => {
    const { login } = await coldStart()
    const options = nothing as never
    expect((await rejection(login.login(options))).code).toBe('SDK_APP_ID_MISSING')
    expect((await rejection(login.checkLogin(options))).code).toBe('SDK_APP_ID_MISSING')
    login.configure({ sdkAppId: '1' })
    expect((await rejection(login.login(options))).code).toBe('JS_CODE_MISSING')
    expect((await rejection(login.checkLogin(options))).code).toBe('LOGIN_REQUIRED')
  })
})

describe('login rejects', () => {
  const failures: readonly (readonly [string, string, (request: FakeRequest) => void])[] = [
    ['JS_CODE_INVALID', 'a used or expired code', refused(400, 'JS_CODE_INVALID')],
    ['SDK_APP_ID_UNKNOWN', 'an sdkAppId that the call centre does not know', refused(404, 'SDK_APP_ID_UNKNOWN')],
    ['LOGIN_BLOCKED', 'a customer whom WeChat blocks', refused(403, 'LOGIN_BLOCKED')],
    ['SERVER_ERROR', 'a call centre that can ask nobody who it is', refused(503, 'LOGIN_UNAVAILABLE')],
    ['TOO_BUSY', 'too many requests', refused(429, 'TOO_MANY_REQUESTS')],
    ['HOST_NOT_ALLOWED', 'a host that is not white-listed, by number', failingWith({ errMsg: 'fail', errno: 600002 })],
    ['HOST_NOT_ALLOWED', 'the same in words', failingWith({ errMsg: 'request:fail url not in domain list' })],
    ['NETWORK', 'no network', failingWith({ errMsg: 'request:fail timeout' })],
    ['NETWORK', 'a failure without words', failingWith({})],
    ['SERVER_ERROR', 'a broken server', answering(500, 'Internal Server Error')],
    ['SERVER_ERROR', 'a gateway that answers in HTML', answering(502, '<html></html>')],
    ['SERVER_ERROR', 'a code of a later version', refused(418, 'TEAPOT')],
    ['SERVER_ERROR', 'a code that is none', answering(400, { code: { toString: 1 } })],
    ['SERVER_ERROR', 'a code that every object knows', refused(400, 'constructor')],
    ['SERVER_ERROR', 'an answer that is no JSON', answering(200, 'OK')],
    ['SERVER_ERROR', 'an empty answer', answering(200, null)],
    ['SERVER_ERROR', 'an answer without a token', answering(200, { ...ANSWER, token: undefined })],
    ['SERVER_ERROR', 'a token that is none', answering(200, { ...ANSWER, token: 'a token, indeed' })],
    ['SERVER_ERROR', 'an expiry in words', answering(200, { ...ANSWER, expiresAt: 'tomorrow' })],
  ]

  it.each(failures)('with %s: %s', async (code, _, outcome) => {
    expect(await failing(outcome)).toMatchObject({ name: 'CallError', code })
  })

  it('with an Error that says what to do, and what lies behind it', async () => {
    const error = await failing(failingWith({ errMsg: 'request:fail url not in domain list', errno: 600002 }))
    expect(error).toBeInstanceOf(Error)
    expect(error.remedy).toContain('服务器域名')
    expect(error.cause).toBe('request:fail url not in domain list')
  })

  it('in the language of the phone', async () => {
    const used = refused(400, 'JS_CODE_INVALID')
    expect((await failing(used, 'zh_TW')).message).toBe('登录已失效，请重试')
    expect((await failing(used, 'en')).message).toBe('Log-in failed, please try again')
    expect((await failing(used, 'fr')).message).toBe('Log-in failed, please try again')
  })

  it.each(failures)('and shows no token (%s: %s)', async (_, __, outcome) => {
    const error = await failing(outcome)
    const words = [error.message, error.stack, error.cause, error.remedy, JSON.stringify(error)].join('\n')
    expect(words).not.toContain(TOKEN)
  })
})
