import type { CentreConfig } from '../server/config/centre-config'
import type { CallCentre, CallCentreOptions } from '../server/create-call-centre'
import { createVirtualClock } from './virtual-clock'
import { closeAll, customerWire, deskWire, open, operatorWire, seatWire, staff, startFrame, wire } from './wire'
import { talk } from './wire-talk'

afterEach(closeAll)

const password = 'correct horse'

/** What a browser sends along. */
interface Browser {
  readonly cookie?: string
  readonly origin?: string
}

const ask = async (
  { url }: CallCentre,
  method: string,
  path: string,
  body?: object,
  { cookie: sent, origin }: Browser = {},
) => {
  const headers = { ...(sent === undefined ? {} : { cookie: sent }), ...(origin === undefined ? {} : { origin }) }
  const response = await fetch(url + path, { method, headers, ...(body && { body: JSON.stringify(body) }) })
  const cookies = response.headers.getSetCookie()
  const cookie = cookies.map((each) => each.replace(/;.*/, '')).join('; ')
  return { status: response.status, body: (await response.json()) as Record<string, unknown>, cookies, cookie }
}

const codeIn = (link: unknown): string => String(link).replace(/^.*#/, '')

const follow = (centre: CallCentre, link: unknown, more: object = {}) =>
  ask(centre, 'POST', '/api/sign-in/link', { code: codeIn(link), ...more })

const signIn = (centre: CallCentre, accountId: string, typed: string, browser: Browser = {}) =>
  ask(centre, 'POST', '/api/sign-in', { accountId, password: typed }, browser)

/** A centre whose administrator has come in by the link of the terminal, and made an account for Lin. */
const house = async (config: Partial<CentreConfig> = {}, options: CallCentreOptions = {}) => {
  const centre = await open(config, options)
  const { cookie } = await follow(centre, centre.firstAdministratorLink(), { password })
  const administrator = { cookie }
  const make = (accountId: string, role = 'seat') =>
    ask(centre, 'POST', '/api/accounts', { accountId, name: accountId, role }, administrator)
  const lin = await follow(centre, (await make('1001')).body['link'], { password })
  return { centre, administrator, make, lin }
}

describe('the first administrator', () => {
  it('comes in by a link that is good once, and chooses a password', async () => {
    const centre = await open()
    const link = centre.firstAdministratorLink()
    expect(await follow(centre, link)).toMatchObject({ status: 409, body: { accountId: 'admin' } })
    expect(await follow(centre, link, { password: 'short' })).toMatchObject({
      status: 400,
      body: { code: 'PASSWORD_POOR' },
    })
    expect(await follow(centre, link, { password })).toMatchObject({ status: 200, body: { role: 'administrator' } })
    expect(await follow(centre, link, { password })).toMatchObject({ status: 410, body: { code: 'LINK_VOID' } })
    expect(centre.firstAdministratorLink()).toBeUndefined()
    expect(await signIn(centre, 'admin', password)).toMatchObject({ status: 200 })
  })

  it('has one link: a later one voids the one before', async () => {
    const centre = await open()
    const [first, second] = [centre.firstAdministratorLink(), centre.firstAdministratorLink()]
    expect(await follow(centre, first, { password })).toMatchObject({ status: 410 })
    expect(await follow(centre, second, { password })).toMatchObject({ status: 200 })
  })
})

describe('a sign-in', () => {
  it('sets cookies that no script reads and no other site sends; behind TLS no plain line carries them', async () => {
    const { lin } = await house()
    expect(lin.cookies[0]).toMatch(/^tccc-sign-in-\d+=[\w-]{43}; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Strict$/)
    const publicUrl = 'https://calls.example'
    const { lin: secure } = await house({ publicUrl })
    for (const cookie of secure.cookies)
      expect(cookie).toMatch(/^__Host-tccc-[a-z-]+=.*; HttpOnly; Secure; SameSite=Strict$/)
  })

  it('says the same of a wrong password, an unknown account and a disabled one', async () => {
    const { centre, administrator } = await house()
    const refused = { status: 401, body: { code: 'SIGN_IN_REFUSED', message: 'The name or the password is wrong.' } }
    expect(await signIn(centre, '1001', 'wrong horse')).toMatchObject(refused)
    expect(await signIn(centre, 'nobody', password)).toMatchObject(refused)
    await ask(centre, 'PATCH', '/api/accounts/1001', { disabled: true }, administrator)
    expect(await signIn(centre, '1001', password)).toMatchObject(refused)
  })

  it('ends everywhere when it is asked to: the cookies open nothing, open sockets close with 4401', async () => {
    const { centre, lin } = await house()
    const { cookie } = await signIn(centre, '1001', password)
    const desk = wire(centre, '/seat', ['tccc.1', 'token.'], { cookie })
    await desk.next('link/welcome')
    await ask(centre, 'POST', '/api/sign-out', { everywhere: true }, lin)
    expect(await desk.closed).toBe('4401 signed out')
    for (const each of [cookie, lin.cookie])
      expect(await ask(centre, 'GET', '/api/me', undefined, { cookie: each })).toMatchObject({ status: 401 })
  })

  it('ends alone otherwise', async () => {
    const { centre, lin } = await house()
    const other = await signIn(centre, '1001', password)
    await ask(centre, 'POST', '/api/sign-out', {}, lin)
    expect(await ask(centre, 'GET', '/api/me', undefined, lin)).toMatchObject({ status: 401 })
    expect(await ask(centre, 'GET', '/api/me', undefined, other)).toMatchObject({ status: 200 })
  })

  it('is over after twelve hours without use, and not while a desk is open', async () => {
    const clock = createVirtualClock()
    const { centre, lin } = await house({ heartbeatMs: 86_400_000 }, { clock })
    const other = await signIn(centre, '1001', password)
    const desk = wire(centre, '/seat', ['tccc.1', 'token.'], { cookie: lin.cookie })
    await desk.next('link/welcome')
    desk.say({ type: 'seat/signIn', desk: 'd', n: 1 })
    await desk.next('seat/signedIn')
    clock.advance(13 * 3_600_000)
    expect(await ask(centre, 'GET', '/api/me', undefined, lin)).toMatchObject({ status: 200 })
    expect(await ask(centre, 'GET', '/api/me', undefined, other)).toMatchObject({ status: 401 })
  })

  it('changes its password with the old one, and is signed out elsewhere', async () => {
    const { centre, lin } = await house()
    const other = await signIn(centre, '1001', password)
    const change = (old: string) =>
      ask(centre, 'POST', '/api/password', { password: old, newPassword: 'another horse' }, lin)
    expect(await change('wrong horse')).toMatchObject({ status: 401 })
    const { status, cookie } = await change(password)
    expect(status).toBe(200)
    expect(await ask(centre, 'GET', '/api/me', undefined, { cookie })).toMatchObject({ status: 200 })
    expect(await ask(centre, 'GET', '/api/me', undefined, other)).toMatchObject({ status: 401 })
    expect(await signIn(centre, '1001', password)).toMatchObject({ status: 401 })
  })
})

describe('a page of another site', () => {
  it.each([
    ['another origin', { origin: 'https://evil.example' }],
    ['another port of this machine', { origin: 'http://127.0.0.1:1' }],
    ['nowhere', { origin: 'null' }],
  ])('of %s changes nothing, whatever cookies come with it', async (_, headers) => {
    const { centre, administrator, lin } = await house()
    const account = { accountId: 'eve', name: 'Eve', role: 'administrator' }
    expect(await ask(centre, 'POST', '/api/accounts', account, { ...administrator, ...headers })).toMatchObject({
      status: 403,
    })
    expect(await ask(centre, 'POST', '/api/sign-out', { everywhere: true }, { ...lin, ...headers })).toMatchObject({
      status: 403,
    })
    expect(await ask(centre, 'GET', '/api/me', undefined, lin)).toMatchObject({ status: 200 })
  })
})

describe('an administrator', () => {
  it('changes a role: the account is signed out, and may less from then on', async () => {
    const { centre, administrator, make } = await house()
    const boss = await follow(centre, (await make('boss', 'supervisor')).body['link'], { password })
    expect((await fetch(`${centre.url}/records`, { headers: { cookie: boss.cookie } })).status).toBe(200)
    await ask(centre, 'PATCH', '/api/accounts/boss', { role: 'seat' }, administrator)
    expect((await fetch(`${centre.url}/records`, { headers: { cookie: boss.cookie } })).status).toBe(401)
    const { cookie } = await signIn(centre, 'boss', password)
    expect((await fetch(`${centre.url}/records`, { headers: { cookie } })).status).toBe(403)
  })

  it.each([
    ['is disabled', { disabled: true }],
    ['gets another role', { role: 'supervisor' }],
  ])('leaves no socket open to whoever %s', async (_, change) => {
    const { centre, administrator, lin } = await house()
    const desk = wire(centre, '/seat', ['tccc.1', 'token.'], { cookie: lin.cookie })
    await desk.next('link/welcome')
    await ask(centre, 'PATCH', '/api/accounts/1001', change, administrator)
    expect(await desk.closed).toBe('4401 signed out')
    expect(await ask(centre, 'GET', '/api/me', undefined, lin)).toMatchObject({ status: 401 })
  })

  it('does not give the last administrator away', async () => {
    const { centre, administrator, make } = await house()
    const demote = () => ask(centre, 'PATCH', '/api/accounts/admin', { role: 'seat' }, administrator)
    expect(await demote()).toMatchObject({ status: 409, body: { code: 'LAST_ADMINISTRATOR' } })
    await follow(centre, (await make('second', 'administrator')).body['link'], { password })
    expect(await demote()).toMatchObject({ status: 200 })
  })

  it.each([
    ['a name of two words', { accountId: 'a b', name: 'x', role: 'seat' }],
    ['a role that is none', { accountId: 'a', name: 'x', role: 'boss' }],
    ['a password for somebody', { accountId: 'a', name: 'x', role: 'seat', password }],
    ['nothing', {}],
  ])('makes no account with %s', async (_, account) => {
    const { centre, administrator } = await house()
    expect(await ask(centre, 'POST', '/api/accounts', account, administrator)).toMatchObject({
      ...{ status: 400, body: { code: 'BODY_INVALID' } },
    })
  })

  it('reads who did what, a supervisor’s hang-up included, and no password', async () => {
    const { centre, administrator } = await house()
    const { ann, sessionId } = await talk(centre)
    const operator = await operatorWire(centre)
    operator.say({ type: 'operator/hangUp', sessionId })
    await ann.next('call/ended')
    await signIn(centre, '1001', 'wrong horse')
    await fetch(`${centre.url}/records`, { headers: await staff(centre, 'supervisor') })
    const { body } = await ask(centre, 'GET', '/api/audit', undefined, administrator)
    expect(body).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ deed: 'accountMade', by: 'admin', about: '1001, seat' }),
        expect.objectContaining({ deed: 'passwordChosen', by: '1001' }),
        expect.objectContaining({ deed: 'callEnded', by: 'supervisor', about: sessionId }),
        expect.objectContaining({ deed: 'signInRefused', by: '1001', source: '127.0.0.1' }),
        expect.objectContaining({ deed: 'recordsRead', by: 'supervisor' }),
      ]),
    )
    expect(JSON.stringify(body)).not.toContain('horse')
  })
})

describe('a seat', () => {
  it('is who its account says, and resumes no link of another', async () => {
    const centre = await open()
    const one = await seatWire(centre, '1')
    const { linkId } = await one.next('link/welcome')
    const two = await deskWire(centre, '2', `${String(linkId)}.0`)
    expect(await two.next('link/welcome')).toMatchObject({ resumed: false })
    two.say({ type: 'seat/signIn', desk: 'd', seatId: '1', name: 'Seat 1' })
    expect(await two.next('seat/signedIn')).toMatchObject({ seat: { seatId: '2', name: 'Seat 2' } })
    expect(one.socket.readyState).toBe(one.socket.OPEN)
  })
})

it.each([
  [{ publicUrl: 'https://calls.example' }, {}],
  [{ trustProxy: ['127.0.0.1'] }, {}],
  [{}, { host: '0.0.0.0' }],
])('a centre that others can reach signs nobody in without a password: %j %j', async (config, options) => {
  const centre = await open(config, options)
  expect(() => centre.signInLink({ accountId: '1001', name: 'Lin', role: 'seat' })).toThrow('without a password')
})

describe('skills of an account', () => {
  const groups = { sales: { name: 'Sales' }, support: { name: 'Support', seats: { '1002': 1 } } }
  const skilled = async () => {
    const { centre, administrator, lin } = await house({ groups })
    const set = (skills: unknown) => ask(centre, 'PATCH', '/api/accounts/1001', { skills }, administrator)
    return { centre, administrator, lin, set }
  }

  it('are set by an administrator, shown to administrators, and noted; null: those of the configuration again', async () => {
    const { centre, administrator, lin, set } = await skilled()
    expect(await set({ support: 2 })).toMatchObject({ status: 200, body: { skills: { support: 2 } } })
    expect(await ask(centre, 'GET', '/api/accounts/groups', undefined, administrator)).toMatchObject({
      body: [
        { groupId: 'sales', name: 'Sales' },
        { groupId: 'support', name: 'Support' },
      ],
    })
    expect((await ask(centre, 'PATCH', '/api/accounts/1001', { skills: {} }, { cookie: lin.cookie })).status).toBe(403)
    const { body } = await ask(centre, 'GET', '/api/audit', undefined, administrator)
    expect(JSON.stringify(body)).toContain('support')
    expect((await set(null)).body).not.toHaveProperty('skills')
  })

  it.each([[{ nobody: 1 }], [{ sales: 0 }], [{ sales: 10 }], [{ sales: 1.5 }], ['sales']])(
    'are refused when they make no sense: %j',
    async (skills) => {
      const { set } = await skilled()
      expect((await set(skills)).status).toBe(400)
    },
  )

  it('decide who rings, at once', async () => {
    const direct = { name: 'Direct', group: 'support', priority: 0, lastSeatFirst: false }
    const { centre, administrator } = await house({ groups, channels: { direct } })
    const seat = await seatWire(centre, '1001')
    const ann = await customerWire(centre, 'ann')
    ann.say({ ...startFrame, n: 1 })
    await ann.next('call/queued')
    expect(seat.heard.map(({ type }) => type)).not.toContain('seat/incoming')
    await ask(centre, 'PATCH', '/api/accounts/1001', { skills: { support: 3 } }, administrator)
    expect(await seat.next('seat/incoming')).toMatchObject({ channel: 'Direct' })
  })
})
