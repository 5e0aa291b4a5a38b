import { ANSWER, coldStart, HOUR_MS, NOW, rejection, STORAGE_KEY, ticket } from './scene'

beforeEach(() => {
  jest.useFakeTimers({ now: NOW })
})

describe('login', () => {
  it('posts code and sdkAppId to the host of the guide, and resolves with the customer, without the token', async () => {
    const { phone, login } = await coldStart()
    login.configure({ sdkAppId: 1400000001 })
    const customer = login.login({ jsCode: 'code-1' })
    expect(phone.request().options).toMatchObject({
      url: 'https://api.tccc.qcloud.com/login',
      method: 'POST',
      data: { jsCode: 'code-1', sdkAppId: '1400000001' },
      timeout: 15_000,
    })
    phone.request().answer(200, ANSWER)
    await expect(customer).resolves.toEqual({ userId: 'customer-1', expiresAt: NOW + HOUR_MS })
  })

  it('passes profile and phone number on, to another host', async () => {
    const { phone, login } = await coldStart()
    login.configure({ sdkAppId: '1', host: 'https://calls.example.com' })
    void login.login({ jsCode: 'c', dataEnv: 'd', dataIv: 'di', mobileEnv: 'm', mobileIv: 'mi', mobileCode: 'mc' })
    const { url, data } = phone.request().options
    expect(url).toBe('https://calls.example.com/login')
    expect(data).toEqual({
      jsCode: 'c',
      sdkAppId: '1',
      dataEnv: 'd',
      dataIv: 'di',
      mobileEnv: 'm',
      mobileIv: 'mi',
      mobileCode: 'mc',
    })
  })

  it('keeps the log-in in storage', async () => {
    const { phone, login } = await coldStart()
    const customer = login.login({ jsCode: 'c', sdkAppId: '1400000001' })
    phone.request().answer(200, ANSWER)
    await customer
    expect(phone.storage.get(STORAGE_KEY)).toEqual(ticket())
  })

  it('works as long as the app runs when the storage is full', async () => {
    const { phone, login } = await coldStart(() => ({
      setStorageSync: () => {
        throw new Error('exceed storage max size')
      },
    }))
    const customer = login.login({ jsCode: 'c', sdkAppId: '1400000001' })
    phone.request().answer(200, ANSWER)
    await customer
    await expect(login.checkLogin()).resolves.toBe(true)
  })

  it('makes one request of two calls at the same time, and another one afterwards', async () => {
    const { phone, login } = await coldStart()
    login.configure({ sdkAppId: '1400000001' })
    const [first, second] = [login.login({ jsCode: 'a' }), login.login({ jsCode: 'b' })]
    expect(phone.requests).toHaveLength(1)
    phone.request().answer(200, ANSWER)
    expect(await first).toEqual(await second)
    void login.login({ jsCode: 'c' })
    expect(phone.requests).toHaveLength(2)
  })

  it('tells both of a failure that they share, and tries again afterwards', async () => {
    const { phone, login } = await coldStart()
    login.configure({ sdkAppId: '1400000001' })
    const both = [rejection(login.login({ jsCode: 'a' })), rejection(login.login({ jsCode: 'b' }))]
    phone.request().fail({ errMsg: 'request:fail' })
    expect((await Promise.all(both)).map(({ code }) => code)).toEqual(['NETWORK', 'NETWORK'])
    void login.login({ jsCode: 'c' })
    expect(phone.requests).toHaveLength(2)
  })

  it('shares nothing between two sdkAppIds', async () => {
    const { phone, login } = await coldStart()
    void login.login({ jsCode: 'a', sdkAppId: '1' })
    void login.login({ jsCode: 'b', sdkAppId: '2' })
    expect(phone.requests).toHaveLength(2)
  })
})

describe('checkLogin', () => {
  it('takes the sdkAppId of configure', async () => {
    const { phone, login } = await coldStart()
    phone.storage.set(STORAGE_KEY, ticket())
    login.configure({ sdkAppId: '1400000001' })
    await expect(login.checkLogin()).resolves.toBe(true)
    expect(phone.requests).toHaveLength(0)
  })

  it('takes the sdkAppId of the log-in before it', async () => {
    const { phone, login } = await coldStart()
    const customer = login.login({ jsCode: 'c', sdkAppId: 1400000001 })
    phone.request().answer(200, ANSWER)
    await customer
    await expect(login.checkLogin()).resolves.toBe(true)
  })

  it('takes one of its own', async () => {
    const { phone, login } = await coldStart()
    phone.storage.set(STORAGE_KEY, ticket())
    await expect(login.checkLogin({ sdkAppId: 1400000001 })).resolves.toBe(true)
  })

  it('rejects without any sdkAppId', async () => {
    const { phone, login } = await coldStart()
    phone.storage.set(STORAGE_KEY, ticket())
    expect((await rejection(login.checkLogin())).code).toBe('SDK_APP_ID_MISSING')
  })

  const useless: readonly (readonly [string, unknown])[] = [
    ['nothing', ''],
    ['the log-in of another sdkAppId', ticket({ sdkAppId: '1400000002' })],
    ['one that has expired', ticket({ expiresAt: NOW - 1 })],
    ['one that expires within a minute', ticket({ expiresAt: NOW + 60_000 })],
    ['one without a token', ticket({ token: undefined })],
    ['a token that fits into no socket', ticket({ token: 'a b' })],
    ['an expiry in words', ticket({ expiresAt: '2099' })],
    ['a text', 'garbage'],
    ['null', null],
    ['a list', []],
  ]

  it.each(useless)('rejects when the storage holds %s', async (_, stored) => {
    const { phone, login } = await coldStart()
    phone.storage.set(STORAGE_KEY, stored)
    expect((await rejection(login.checkLogin({ sdkAppId: '1400000001' }))).code).toBe('LOGIN_REQUIRED')
  })

  it('rejects when the storage cannot be read', async () => {
    const { login } = await coldStart(() => ({
      getStorageSync: () => {
        throw new Error('broken')
      },
    }))
    expect((await rejection(login.checkLogin({ sdkAppId: '1' }))).code).toBe('LOGIN_REQUIRED')
  })

  it('rejects from one minute before the log-in expires', async () => {
    const { phone, login } = await coldStart()
    phone.storage.set(STORAGE_KEY, ticket())
    login.configure({ sdkAppId: '1400000001' })
    await login.checkLogin()
    jest.setSystemTime(NOW + HOUR_MS - 60_001)
    await login.checkLogin()
    jest.setSystemTime(NOW + HOUR_MS - 60_000)
    expect((await rejection(login.checkLogin())).code).toBe('LOGIN_REQUIRED')
  })
})

describe('logout', () => {
  it('forgets the log-in, in storage too', async () => {
    const { phone, login } = await coldStart()
    phone.storage.set(STORAGE_KEY, ticket())
    login.configure({ sdkAppId: '1400000001' })
    login.logout()
    expect((await rejection(login.checkLogin())).code).toBe('LOGIN_REQUIRED')
    expect(phone.storage.size).toBe(0)
  })

  it('forgets a log-in that is on its way, too: it is cancelled, and nobody is logged in afterwards', async () => {
    const { phone, login } = await coldStart()
    const customer = rejection(login.login({ jsCode: 'a', sdkAppId: '1400000001' }))
    login.logout()
    phone.request().answer(200, ANSWER)
    expect((await customer).code).toBe('CANCELLED')
    expect((await rejection(login.checkLogin())).code).toBe('LOGIN_REQUIRED')
    expect(phone.storage.size).toBe(0)
  })

  it('is over when the customer logs in again, whatever the cancelled log-in then brings', async () => {
    const { phone, login } = await coldStart()
    const cancelled = rejection(login.login({ jsCode: 'a', sdkAppId: '1400000001' }))
    const first = phone.request()
    login.logout()
    const customer = login.login({ jsCode: 'b' })
    expect(phone.requests).toHaveLength(2)
    phone.request().answer(200, { ...ANSWER, userId: 'second' })
    await customer
    first.answer(200, ANSWER)
    expect((await cancelled).code).toBe('CANCELLED')
    expect(phone.storage.get(STORAGE_KEY)).toMatchObject({ userId: 'second' })
    const shared = [login.login({ jsCode: 'c' }), login.login({ jsCode: 'd' })]
    expect(phone.requests).toHaveLength(3)
    phone.request().answer(200, ANSWER)
    await Promise.all(shared)
  })
})
