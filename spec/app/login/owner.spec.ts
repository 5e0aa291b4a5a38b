/** To whom a log-in belongs, and how long it counts when two clocks differ. */
import type { Gateway } from '../../../lib/entries/login'
import { ANSWER, coldStart, HOUR_MS, NOW, rejection, STORAGE_KEY, ticket, TOKEN } from './scene'

beforeEach(() => {
  jest.useFakeTimers({ now: NOW })
})

type Scene = Awaited<ReturnType<typeof coldStart>>

const logIn = async ({ phone, login }: Scene, answer: object = ANSWER) => {
  const customer = login.login({ jsCode: 'c', sdkAppId: '1400000001' })
  phone.request().answer(200, answer)
  return customer
}

const opened = ({ client, phone }: Scene): readonly (readonly string[])[] => {
  const watching = client
    .createWxLink()
    .open({ inCall: () => false })
    .subscribe()
  watching.unsubscribe()
  return phone.sockets.map(({ options }) => options.protocols)
}

describe('a log-in of another host', () => {
  it('counts for nothing, and its credential is shown to nobody else', async () => {
    const scene = await coldStart()
    scene.login.configure({ host: 'https://a.example.com' })
    await logIn(scene)
    await expect(scene.login.checkLogin()).resolves.toBe(true)
    scene.login.configure({ host: 'https://b.example.com' })
    expect((await rejection(scene.login.checkLogin())).code).toBe('LOGIN_REQUIRED')
    expect(opened(scene)).toEqual([])
  })

  it('counts again when the app comes back to it, after a cold start too', async () => {
    const before = await coldStart()
    before.login.configure({ host: 'https://a.example.com' })
    await logIn(before)
    const stored = before.phone.storage.get(STORAGE_KEY)
    const scene = await coldStart()
    scene.phone.storage.set(STORAGE_KEY, stored)
    scene.login.configure({ host: 'https://b.example.com', sdkAppId: '1400000001' })
    expect((await rejection(scene.login.checkLogin())).code).toBe('LOGIN_REQUIRED')
    scene.login.configure({ host: 'https://a.example.com' })
    await expect(scene.login.checkLogin()).resolves.toBe(true)
  })

  it('that is on its way is kept for the host that was asked', async () => {
    const scene = await coldStart()
    scene.login.configure({ host: 'https://a.example.com' })
    const customer = scene.login.login({ jsCode: 'c', sdkAppId: '1400000001' })
    scene.login.configure({ host: 'https://b.example.com' })
    void scene.login.login({ jsCode: 'd' })
    expect(scene.phone.requests).toHaveLength(2)
    scene.phone.requests[0]?.answer(200, ANSWER)
    await customer
    expect((await rejection(scene.login.checkLogin())).code).toBe('LOGIN_REQUIRED')
  })

  it('closes the line that was opened with it', async () => {
    const scene = await coldStart()
    await logIn(scene)
    const watching = scene.client
      .createWxLink()
      .open({ inCall: () => false })
      .subscribe()
    scene.phone.socket().opens()
    scene.login.configure({ host: 'https://b.example.com' })
    expect(scene.phone.openSockets()).toBe(0)
    watching.unsubscribe()
  })
})

describe('a log-in of a gateway', () => {
  const gateway = (issuer?: string): Gateway => ({
    logIn: () => Promise.resolve({ userId: 'u', token: TOKEN, expiresAt: NOW + HOUR_MS }),
    openLink: () => {
      throw new Error('not here')
    },
    ...(issuer === undefined ? {} : { issuer }),
  })

  const loggedIn = async (first: Gateway) => {
    const scene = await coldStart()
    scene.login.configure({ gateway: first, sdkAppId: '1400000001' })
    await scene.login.login({ jsCode: 'c' })
    return scene
  }

  it.each([
    ['another gateway', () => gateway()],
    ['one with another name', () => gateway('b')],
  ])('counts for nothing with %s', async (_, next) => {
    const { login } = await loggedIn(gateway('a'))
    login.configure({ gateway: next() })
    expect((await rejection(login.checkLogin())).code).toBe('LOGIN_REQUIRED')
  })

  it('without a name is not that of the next one without a name', async () => {
    const { login } = await loggedIn(gateway())
    login.configure({ gateway: gateway() })
    expect((await rejection(login.checkLogin())).code).toBe('LOGIN_REQUIRED')
  })

  it('counts with one of the same name', async () => {
    const { login } = await loggedIn(gateway('a'))
    login.configure({ gateway: gateway('a') })
    await expect(login.checkLogin()).resolves.toBe(true)
  })
})

describe('a phone whose clock is wrong', () => {
  const AHEAD_MS = 3 * HOUR_MS

  it('three hours ahead: the life of a log-in counts from its receipt', async () => {
    jest.setSystemTime(NOW + AHEAD_MS)
    const scene = await coldStart()
    const answer = { ...ANSWER, expiresAt: NOW + 2 * HOUR_MS, expiresInMs: 2 * HOUR_MS }
    await expect(logIn(scene, answer)).resolves.toEqual({
      userId: 'customer-1',
      expiresAt: NOW + AHEAD_MS + 2 * HOUR_MS,
    })
    await expect(scene.login.checkLogin()).resolves.toBe(true)
    expect(scene.client.renewal.gap()).toBeNull()
    jest.setSystemTime(NOW + AHEAD_MS + 2 * HOUR_MS)
    expect((await rejection(scene.login.checkLogin())).code).toBe('LOGIN_REQUIRED')
  })

  it('and a call centre that does not say how long: a log-in that was just given is a log-in', async () => {
    jest.setSystemTime(NOW + AHEAD_MS)
    const scene = await coldStart()
    await logIn(scene)
    await expect(scene.login.checkLogin()).resolves.toBe(true)
    expect(opened(scene)).toEqual([['tccc.1', `token.${TOKEN}`]])
  })

  it('after a cold start: what is stored is tried, and the call centre decides', async () => {
    const scene = await coldStart()
    scene.phone.storage.set(STORAGE_KEY, ticket({ expiresAt: NOW - 1 }))
    scene.login.configure({ sdkAppId: '1400000001' })
    expect(opened(scene)).toEqual([['tccc.1', `token.${TOKEN}`]])
  })

  it.each([-HOUR_MS, 24 * HOUR_MS])('that steps by %d ms logs nobody out', async (stepMs) => {
    let sinceStart = 0
    const scene = await coldStart(() => ({ getPerformance: () => ({ now: () => sinceStart * 1_000 }) }))
    const pass = (ms: number) => {
      sinceStart += ms
      jest.setSystemTime(Date.now() + ms)
    }
    pass(50)
    await logIn(scene, { ...ANSWER, expiresInMs: HOUR_MS })
    jest.setSystemTime(Date.now() + stepMs)
    await expect(scene.login.checkLogin()).resolves.toBe(true)
    pass(HOUR_MS - 60_001)
    await expect(scene.login.checkLogin()).resolves.toBe(true)
    pass(1)
    expect((await rejection(scene.login.checkLogin())).code).toBe('LOGIN_REQUIRED')
  })
})

describe('a log-in that comes while the one before is refused', () => {
  it('is kept and tried: the refusal is of the credential that the socket was opened with', async () => {
    const scene = await coldStart()
    scene.phone.storage.set(STORAGE_KEY, ticket({ expiresAt: NOW - 1 }))
    scene.login.configure({ sdkAppId: '1400000001' })
    const watching = scene.client
      .createWxLink()
      .open({ inCall: () => false })
      .subscribe()
    const socket = scene.phone.socket()
    socket.opens()
    await logIn(scene, { ...ANSWER, token: 'second' })
    socket.ends({ code: 4401, reason: 'expired' })
    await expect(scene.login.checkLogin()).resolves.toBe(true)
    jest.advanceTimersByTime(0)
    expect(scene.phone.socket().options.protocols).toContain('token.second')
    watching.unsubscribe()
  })
})

describe('a phone that never answers a log-in', () => {
  it('fails it after twenty seconds, and the next one has a request of its own', async () => {
    const { phone, login } = await coldStart()
    login.configure({ sdkAppId: '1400000001' })
    const failed = rejection(login.login({ jsCode: 'a' }))
    await jest.advanceTimersByTimeAsync(19_999)
    void login.login({ jsCode: 'b' }).catch(() => undefined)
    expect(phone.requests).toHaveLength(1)
    await jest.advanceTimersByTimeAsync(1)
    expect((await failed).code).toBe('NETWORK')
    const customer = login.login({ jsCode: 'c' })
    expect(phone.requests).toHaveLength(2)
    phone.request().answer(200, ANSWER)
    await expect(customer).resolves.toMatchObject({ userId: 'customer-1' })
    expect(jest.getTimerCount()).toBe(0)
  })

  it('or whose request throws, fails it at once', async () => {
    const { login } = await coldStart(() => ({
      request: () => {
        throw new Error('oh')
      },
    }))
    login.configure({ sdkAppId: '1400000001' })
    expect(await rejection(login.login({ jsCode: 'a' }))).toMatchObject({ code: 'NETWORK', cause: 'Error: oh' })
  })
})
