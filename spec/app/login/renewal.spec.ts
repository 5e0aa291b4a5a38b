/** The log-in that renews itself, as an app sees it: `configure({ renewLogIn })`. */
import { ANSWER, coldStart, HOUR_MS, NOW, STORAGE_KEY, ticket } from './scene'

const MINUTE_MS = 60_000
const BEFORE_MS = 10 * MINUTE_MS

beforeEach(() => {
  jest.useFakeTimers({ now: NOW })
})

type Hook = () => PromiseLike<unknown>

/** An app with a log-in, whose line is open on a page. */
const app = async (expiresAt = NOW + HOUR_MS) => {
  const scene = await coldStart()
  const { phone, login, client } = scene
  phone.storage.set(STORAGE_KEY, ticket({ expiresAt }))
  const tries: number[] = []
  const hook = (act: Hook) => () => {
    tries.push(Date.now() - NOW)
    return act()
  }
  const logsIn = (lastsMs = HOUR_MS) =>
    hook(() => {
      const customer = login.login({ jsCode: 'c' })
      phone.request().answer(200, { ...ANSWER, token: `t${String(tries.length)}`, expiresAt: Date.now() + lastsMs })
      return customer
    })
  const fails = hook(() => Promise.reject(new Error('no network')))
  const open = (renewLogIn?: Hook) => {
    login.configure({ sdkAppId: '1400000001', ...(renewLogIn && { renewLogIn }) })
    const seen: object[] = []
    const watching = client
      .createWxLink()
      .open({ inCall: () => true })
      .subscribe((event) => seen.push(event))
    return { seen, watching }
  }
  return { ...scene, tries, hook, logsIn, fails, open }
}

const pass = (ms: number) => jest.advanceTimersByTimeAsync(ms)

describe('a log-in that runs out', () => {
  it('is renewed ten minutes before, once, and the line that works is not touched', async () => {
    const { open, logsIn, tries, phone } = await app(NOW + BEFORE_MS + 2_000)
    const { watching, seen } = open(logsIn())
    phone.socket().opens()
    await pass(1_999)
    expect(tries).toEqual([])
    await pass(1)
    expect(tries).toEqual([2_000])
    await pass(5_000)
    expect(tries).toHaveLength(1)
    expect(phone.sockets).toHaveLength(1)
    expect(phone.openSockets()).toBe(1)
    expect(seen).toEqual([{ type: 'line/opening', attempt: 0 }])
    watching.unsubscribe()
  })

  it('serves the next opening anew, and is renewed again in its turn', async () => {
    const { open, logsIn, tries, phone } = await app(NOW + BEFORE_MS)
    const { watching } = open(logsIn())
    await pass(0)
    phone.socket().opens()
    phone.socket().ends({ code: 1006 })
    await pass(0)
    expect(phone.sockets.map(({ options }) => options.protocols[1])).toEqual(['token.secret-token_1.a', 'token.t1'])
    await pass(HOUR_MS - BEFORE_MS)
    expect(tries).toHaveLength(2)
    watching.unsubscribe()
  })

  it('is renewed at once when the app comes back from a long sleep, in which no timer ran', async () => {
    const { open, logsIn, tries, phone } = await app()
    const { watching } = open(logsIn())
    jest.setSystemTime(NOW + 2 * HOUR_MS)
    phone.shown.tell()
    await pass(0)
    expect(tries).toEqual([2 * HOUR_MS])
    watching.unsubscribe()
  })

  it('far away is waited for in steps that a timer can count: a longer one would fire at once, and again and again', async () => {
    const { open, logsIn, tries } = await app(NOW + 60 * 24 * HOUR_MS)
    const timers = jest.spyOn(globalThis, 'setInterval')
    const { watching } = open(logsIn())
    await pass(1_000)
    expect(timers.mock.calls.map(([, ms = 0]) => ms)).toContain(2_147_483_647)
    expect(Math.max(...timers.mock.calls.map(([, ms = 0]) => ms))).toBe(2_147_483_647)
    expect(tries).toEqual([])
    watching.unsubscribe()
    timers.mockRestore()
  })

  it('within minutes each time is renewed no oftener than once a minute', async () => {
    const { open, logsIn, tries } = await app(NOW + 5 * MINUTE_MS)
    const { watching } = open(logsIn(5 * MINUTE_MS))
    await pass(3 * MINUTE_MS)
    expect(tries).toEqual([0, MINUTE_MS, 2 * MINUTE_MS, 3 * MINUTE_MS])
    watching.unsubscribe()
  })
})

describe('a renewal that fails', () => {
  it('is tried again after 1 minute, 2, 4, and no oftener', async () => {
    const { open, fails, tries } = await app(NOW + BEFORE_MS)
    const { watching } = open(fails)
    await pass(10 * MINUTE_MS)
    expect(tries.map((at) => at / MINUTE_MS)).toEqual([0, 1, 3, 7])
    watching.unsubscribe()
  })

  it.each([
    [
      'throws',
      () => {
        throw new Error('oh')
      },
    ],
    ['returns nothing', () => undefined as never],
    ['logs nobody in', () => Promise.resolve()],
  ] as const)('because it %s is as bad, and the log-in of before still counts', async (_, act) => {
    const { open, hook, tries, login } = await app(NOW + BEFORE_MS)
    const { watching } = open(hook(act))
    await pass(MINUTE_MS - 1)
    expect(tries).toEqual([0])
    await expect(login.checkLogin()).resolves.toBe(true)
    watching.unsubscribe()
  })

  it('is not begun twice, whoever asks for it', async () => {
    const { open, hook, tries, phone, client } = await app(NOW + BEFORE_MS)
    const { watching } = open(hook(() => new Promise(() => undefined)))
    const { watching: another } = open()
    await pass(0)
    phone.shown.tell()
    void client.renewal.renewExpired()
    await pass(20_000)
    expect(tries).toHaveLength(1)
    watching.unsubscribe()
    another.unsubscribe()
  })

  it('for good is taken for failed after thirty seconds, and its late end disturbs no other', async () => {
    const { open, hook, tries, phone } = await app(NOW + BEFORE_MS)
    const ends: (() => void)[] = []
    const { watching } = open(hook(() => new Promise<void>((resolve) => ends.push(resolve))))
    await pass(30_000)
    phone.shown.tell()
    await pass(0)
    expect(tries).toHaveLength(2)
    ends[0]?.()
    await pass(0)
    phone.shown.tell()
    await pass(0)
    expect(tries).toHaveLength(2)
    watching.unsubscribe()
  })
})

describe('a log-in that the call centre refuses', () => {
  const refused = async (act: (of: Awaited<ReturnType<typeof app>>) => Hook | undefined) => {
    const here = await app()
    const opened = here.open(act(here))
    here.phone.socket().opens()
    here.phone.socket().ends({ code: 4401, reason: 'expired' })
    await pass(0)
    const told = opened.seen.filter((event) => 'code' in event && event.code === 'TOKEN_EXPIRED')
    return { ...here, ...opened, told }
  }

  it('is told once, forgotten, and renewed: the line opens with the new one', async () => {
    const { told, phone, tries, watching } = await refused(({ logsIn }) => logsIn())
    expect(told).toHaveLength(1)
    expect(tries).toEqual([0])
    expect(phone.socket().options.protocols[1]).toBe('token.t1')
    watching.unsubscribe()
  })

  it.each<[string, (of: Awaited<ReturnType<typeof app>>) => Hook | undefined]>([
    ['nobody renews', () => undefined],
    ['cannot be renewed', ({ fails }) => fails],
  ])('and that %s is told once, and its credential is kept nowhere', async (_, act) => {
    const { told, phone, client, watching } = await refused(act)
    expect(told).toHaveLength(1)
    expect(phone.storage.size).toBe(0)
    expect(client.tickets.latest()?.token ?? '').toBe('')
    expect(client.renewal.gap()).toBe('TOKEN_EXPIRED')
    watching.unsubscribe()
  })
})

describe('nothing is renewed', () => {
  it.each<[string, (here: Awaited<ReturnType<typeof app>>) => void]>([
    ['after a log-out', ({ login }) => login.logout()],
    ['for another sdkAppId', ({ login }) => login.configure({ sdkAppId: '1400000002' })],
  ])('%s', async (_, happens) => {
    const here = await app()
    const { watching } = here.open(here.logsIn())
    happens(here)
    await pass(2 * HOUR_MS)
    here.phone.shown.tell()
    await pass(0)
    expect(here.tries).toEqual([])
    watching.unsubscribe()
  })

  it('while nobody watches a call: no timer, no listener, before and after', async () => {
    const { open, logsIn, tries, phone, client } = await app()
    expect(jest.getTimerCount()).toBe(0)
    const { watching } = open(logsIn())
    watching.unsubscribe()
    expect(jest.getTimerCount()).toBe(0)
    expect(phone.listeners()).toBe(0)
    await pass(2 * HOUR_MS)
    expect(tries).toEqual([])
    expect(client.renewal.gap()).toBeNull()
  })

  it('without a hook: no timer for it either', async () => {
    const { open, phone } = await app()
    const { watching } = open()
    expect(phone.listeners()).toBe(0)
    watching.unsubscribe()
  })
})

describe('an expired log-in is a gap', () => {
  it('without a hook at once, with one only after it has failed', async () => {
    const { client, login, fails } = await app(NOW - 1)
    login.configure({ sdkAppId: '1400000001' })
    expect(client.renewal.gap()).toBe('TOKEN_EXPIRED')
    login.configure({ renewLogIn: fails })
    expect(client.renewal.gap()).toBeNull()
    await client.renewal.renewExpired()
    expect(client.renewal.gap()).toBe('TOKEN_EXPIRED')
  })
})
