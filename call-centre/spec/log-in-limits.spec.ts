import { checkConfig } from '../server/config/read-config'
import { createLocalIdentify } from '../server/login/local-identify'
import { createLogin } from '../server/login/login'
import { createTokens } from '../server/login/tokens'
import { noShelf } from '../server/state/shelf'
import { noDetails } from './no-details'
import { testConfig } from './test-config'
import { createVirtualClock } from './virtual-clock'
import { closeAll, logIn, open, tokenFor } from './wire'

afterEach(closeAll)

let codes = 0
/** A new customer's, or a new one of this customer. */
const good = (name = `c${codes}`): object => ({ sdkAppId: '1400000000', jsCode: `${name}-${(codes += 1)}` })
const bad = { sdkAppId: '1400000000', jsCode: '' }

const door = (more = {}) => {
  const clock = createVirtualClock()
  const { knock, enter } = createLogin(
    testConfig(more),
    clock,
    createTokens({ clock, shelf: noShelf, tokenLifeMs: 1_000 }),
    createLocalIdentify(clock, noShelf),
    [noDetails],
  )
  const login = async (body: object, source: string) => (knock(source) ?? (await enter(body))).answer
  const statuses = async (times: number, source: string, body: () => object = () => good()) => {
    const answers = await Promise.all(Array.from({ length: times }, () => login(body(), source)))
    return new Set(answers.map(({ status }) => status))
  }
  return { clock, login, statuses }
}

describe('log-ins', () => {
  it('of one source are limited, taken or not; another source does not feel it', async () => {
    const { login, statuses, clock } = door()
    expect(await statuses(600, '6.6.6.6', () => bad)).toEqual(new Set([400]))
    expect(await login(good(), '6.6.6.6')).toMatchObject({ status: 429, body: { retryAfterMs: 100 } })
    expect(await statuses(600, '1.1.1.1')).toEqual(new Set([200]))
    clock.advance(100)
    expect(await login(good(), '6.6.6.6')).toMatchObject({ status: 200 })
    expect(await login(good(), '6.6.6.6')).toMatchObject({ status: 429 })
  })

  it('of one customer are limited, from wherever they come; another customer does not feel it', async () => {
    const { login, statuses, clock } = door({ maxLoginsPerMinuteOfCustomer: 2 })
    const anns = () => good('ann')
    expect(await statuses(2, 'home', anns)).toEqual(new Set([200]))
    expect(await login(anns(), 'office')).toMatchObject({ status: 429, body: { retryAfterMs: 30_000 } })
    expect(await login(good('bob'), 'office')).toMatchObject({ status: 200 })
    clock.advance(30_000)
    expect(await login(anns(), 'office')).toMatchObject({ status: 200 })
  })

  it('of all sources are limited far above that', async () => {
    const { statuses } = door()
    for (let source = 0; source < 10; source += 1) expect(await statuses(600, `s${source}`)).toEqual(new Set([200]))
    expect(await statuses(1, 'one more')).toEqual(new Set([429]))
  })

  it('that are refused cost the others nothing', async () => {
    const { login, statuses } = door({ maxLoginsPerMinute: 1 })
    expect(await statuses(10, 'eve', () => bad)).toEqual(new Set([400]))
    expect(await login(good(), 'ann')).toMatchObject({ status: 200 })
  })

  it('say how long they are good for, counted from the answer', async () => {
    const { login, clock } = door({ tokenLifeMs: 7_200_000 })
    clock.set(-3_600_000)
    const expiresAt = clock.date() + 7_200_000
    expect((await login(good(), 's')).body).toMatchObject({ expiresInMs: 7_200_000, expiresAt })
  })
})

describe('a page of another site', () => {
  it.each([
    ['by its origin', { origin: 'https://evil.example' }],
    ['from nowhere', { origin: 'null' }],
    ['by a name that it has pointed here', { host: 'evil.example:7100', origin: 'http://evil.example:7100' }],
  ])('logs nobody in, %s, and its tries cost no customer anything', async (_, headers) => {
    const centre = await open()
    const body = { sdkAppId: '1400000000', jsCode: 'eve-1' }
    expect(await logIn(centre, body, headers)).toMatchObject({ status: 403, body: { code: 'FORBIDDEN' } })
    await Promise.all(Array.from({ length: 620 }, () => logIn(centre, body, headers)))
    await tokenFor(centre, 'ann')
  })
})

it('an address for records that cannot be posted to is a fault of the configuration', () => {
  const config = { ...testConfig(), cdrPushUrl: 'https://name:secret@records.example/cdr' }
  expect(() => checkConfig(config)).toThrow('cdrPushUrl holds a user name')
  expect(() => checkConfig({ ...config, cdrPushUrl: 'http://[/' })).toThrow('cdrPushUrl is not an address')
})
