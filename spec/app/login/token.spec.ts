import { ANSWER, coldStart, HOUR_MS, NOW, STORAGE_KEY, ticket } from './scene'

beforeEach(() => {
  jest.useFakeTimers({ now: NOW })
})

/** A line that is open, and the events on it. */
const openLine = ({ client }: Awaited<ReturnType<typeof coldStart>>) => {
  const seen: object[] = []
  const line$ = client.createWxLink().open({ inCall: () => false })
  const watching = line$.subscribe((event) => seen.push(event))
  return { seen, watching }
}

describe('the credential of the line', () => {
  it('is asked for when nobody is logged in, and taken as soon as somebody is', async () => {
    const scene = await coldStart()
    const { phone, login } = scene
    const { seen, watching } = openLine(scene)
    expect(seen).toEqual([{ type: 'line/gaveUp', code: 'LOGIN_REQUIRED' }])
    expect(phone.sockets).toHaveLength(0)
    const customer = login.login({ jsCode: 'c', sdkAppId: '1400000001' })
    phone.request().answer(200, ANSWER)
    await customer
    expect(phone.socket().options.url).toBe('wss://api.tccc.qcloud.com/signalling')
    expect(phone.socket().options.protocols).toEqual(['tccc.1', 'token.secret-token_1.a'])
    watching.unsubscribe()
  })

  it('waits for the sdkAppId that it belongs to', async () => {
    const scene = await coldStart()
    const { phone, login } = scene
    phone.storage.set(STORAGE_KEY, ticket())
    const { watching } = openLine(scene)
    login.configure({ sdkAppId: '1400000002' })
    expect(phone.sockets).toHaveLength(0)
    login.configure({ sdkAppId: '1400000001' })
    expect(phone.sockets).toHaveLength(1)
    watching.unsubscribe()
  })

  it('of a new log-in leaves a line that works alone, and serves its next opening', async () => {
    const scene = await coldStart()
    const { phone, login } = scene
    phone.storage.set(STORAGE_KEY, ticket())
    login.configure({ sdkAppId: '1400000001' })
    const { watching } = openLine(scene)
    phone.socket().opens()
    const customer = login.login({ jsCode: 'c' })
    phone.request().answer(200, { ...ANSWER, token: 'second' })
    await customer
    expect(phone.openSockets()).toBe(1)
    phone.socket().ends({ code: 1006 })
    jest.advanceTimersByTime(0)
    expect(phone.sockets.map(({ options }) => options.protocols[1])).toEqual(['token.secret-token_1.a', 'token.second'])
    watching.unsubscribe()
  })

  it('leaves the line alone when settings change that do not concern it', async () => {
    const scene = await coldStart()
    const { phone, login } = scene
    phone.storage.set(STORAGE_KEY, ticket())
    login.configure({ sdkAppId: '1400000001' })
    const { watching } = openLine(scene)
    login.configure({ sdkAppId: 1400000001 })
    expect(phone.sockets).toHaveLength(1)
    watching.unsubscribe()
  })

  it('is left alone when its log-in runs out, whatever is configured then: it counts for the opening', async () => {
    const scene = await coldStart()
    const { phone, login } = scene
    phone.storage.set(STORAGE_KEY, ticket({ expiresAt: NOW + HOUR_MS }))
    login.configure({ sdkAppId: '1400000001' })
    const { seen, watching } = openLine(scene)
    phone.socket().opens()
    jest.setSystemTime(NOW + HOUR_MS)
    login.configure({ sdkAppId: 1400000001 })
    expect(phone.openSockets()).toBe(1)
    expect(seen).not.toContainEqual(expect.objectContaining({ type: 'line/gaveUp' }))
    await expect(login.checkLogin()).rejects.toMatchObject({ code: 'LOGIN_REQUIRED' })
    watching.unsubscribe()
  })

  it('of a new log-in that lasts a moment only does not take the line away either', async () => {
    const scene = await coldStart()
    const { phone, login } = scene
    phone.storage.set(STORAGE_KEY, ticket({ expiresAt: NOW + HOUR_MS }))
    login.configure({ sdkAppId: '1400000001' })
    const { seen, watching } = openLine(scene)
    phone.socket().opens()
    const customer = login.login({ jsCode: 'c' })
    phone.request().answer(200, { ...ANSWER, token: 'brief', expiresAt: NOW + 30_000 })
    await customer
    expect(phone.openSockets()).toBe(1)
    expect(seen).not.toContainEqual(expect.objectContaining({ type: 'line/gaveUp' }))
    watching.unsubscribe()
  })

  it('closes the line when the customer logs out', async () => {
    const scene = await coldStart()
    const { phone, login } = scene
    phone.storage.set(STORAGE_KEY, ticket({ expiresAt: NOW + HOUR_MS }))
    login.configure({ sdkAppId: '1400000001' })
    const { seen, watching } = openLine(scene)
    phone.socket().opens()
    login.logout()
    expect(phone.openSockets()).toBe(0)
    expect(seen).toContainEqual({ type: 'line/gaveUp', code: 'LOGIN_REQUIRED' })
    watching.unsubscribe()
  })

  it('is forgotten when the call centre does not take it', async () => {
    const scene = await coldStart()
    const { phone, login } = scene
    phone.storage.set(STORAGE_KEY, ticket())
    login.configure({ sdkAppId: '1400000001' })
    const { seen, watching } = openLine(scene)
    phone.socket().opens()
    phone.socket().ends({ code: 4401, reason: 'expired' })
    expect(seen.filter((event) => 'code' in event && event.code === 'TOKEN_EXPIRED')).toHaveLength(1)
    await expect(login.checkLogin()).rejects.toMatchObject({ code: 'LOGIN_REQUIRED' })
    expect(phone.storage.size).toBe(0)
    watching.unsubscribe()
    expect(jest.getTimerCount()).toBe(0)
  })
})
