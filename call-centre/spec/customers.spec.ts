/** What a customer may ask for by the law: a copy of what is kept, and to be forgotten. */
import { memoryStore } from '../server/state/store'
import { createVirtualClock } from './virtual-clock'
import {
  closeAll,
  customerWireWith,
  logIn,
  open,
  operatorWire,
  recordsOf,
  seatWire,
  staff,
  startFrame,
  tokenFor,
  type Address,
} from './wire'
import { talk } from './wire-talk'

afterEach(closeAll)

const idOf = async (centre: Address, name: string): Promise<string> =>
  (await logIn(centre, { sdkAppId: '1400000000', jsCode: `${name}-${Math.random()}` })).body.userId

/** A call that is over, on a link that stays. */
const called = async (centre: Address, name: string) => {
  const token = await tokenFor(centre, name)
  const line = customerWireWith(centre, token)
  line.say({ ...startFrame, channelId: 'closed', n: 1 })
  const { sessionId } = await line.next('call/ended')
  return { token, line, sessionId: String(sessionId), userId: await idOf(centre, name) }
}

const asAdministrator = async (centre: Address) => {
  const headers = await staff(centre, 'administrator')
  return async (method: string, path: string) => {
    const answer = await fetch(centre.url + path, { method, headers })
    const body = (await answer.json()) as Record<string, unknown>
    return { status: answer.status, body, disposition: answer.headers.get('content-disposition') }
  }
}

/** A centre in which both keep a place, were called, and may be sent one more message. */
const withPlaces = (names: readonly string[] = ['ann', 'bob']) => {
  const [store, clock] = [memoryStore(), createVirtualClock()]
  const at = { since: clock.now(), dueAt: clock.now() + 300_000 }
  const rest = { channelId: 'direct', channelName: 'Direct', ivrPath: [], priority: 0, backWithinMs: 300_000 }
  const words = { channel: 'Direct', channelId: 'direct', time: '12:00', minutes: '5', seat: 'Direct' }
  const tried = { attempts: 1, mayHaveArrived: true, dueAt: at.dueAt, until: at.dueAt }
  const kept = (name: string) => {
    const userId = `u-${name}`
    return [
      ['address', userId, { openid: `o-${name}`, at: clock.now(), allowed: { turn: 1 } }],
      ['place', userId, { ...rest, ...at, userId, state: 'called' }],
      ['message', `turn ${userId} ${at.since}`, { ...tried, userId, kind: 'turn', words }],
    ] as const
  }
  const config = {
    wechat: { appId: 'wx4f4bc4dec97d474b', apiUrl: 'http://127.0.0.1:9' },
    messages: { opens: 'formal', turn: { templateId: 'T1', data: { thing1: '{channel}' } } },
  } as const
  return {
    store,
    open: async () => {
      await store.commit(names.flatMap(kept).map(([kind, name, value]) => [kind, name, JSON.stringify(value)] as const))
      return open(config, {
        store,
        clock,
        secrets: (name) => (name === 'TCCC_WECHAT_SECRET' ? 'the-secret' : undefined),
      })
    },
  }
}

describe('a copy of what is kept of one customer', () => {
  it('is a file with the own records and nobody else’s; the audit log says how many, and not whose', async () => {
    const centre = await open()
    const ann = await called(centre, 'ann')
    await called(centre, 'bob')
    const ask = await asAdministrator(centre)
    expect(await ask('GET', `/api/customers/${ann.userId}`)).toMatchObject({
      status: 200,
      body: { userId: ann.userId, records: [{ SessionId: ann.sessionId, Caller: ann.userId }] },
      disposition: `attachment; filename="${ann.userId}.json"`,
    })
    const { body } = await ask('GET', '/api/audit')
    expect(body).toContainEqual(expect.objectContaining({ deed: 'customerExported', by: 'administrator', about: '1' }))
    expect(JSON.stringify(body)).not.toContain(ann.userId)
  })

  it('holds where WeChat reaches the customer, what was allowed, the place, and messages on their way', async () => {
    const ask = await asAdministrator(await withPlaces().open())
    const { status, body } = await ask('GET', '/api/customers/u-ann')
    expect(status).toBe(200)
    expect(body).toMatchObject({
      ...{ userId: 'u-ann', records: [], details: {} },
      address: { openid: 'o-ann', allowed: { turn: 1 } },
      place: { channelId: 'direct', state: 'called' },
      messages: [{ kind: 'turn', words: { channel: 'Direct' } }],
    })
    expect(JSON.stringify(body)).not.toContain('bob')
  })

  it.each([
    ['of whom nothing is kept', 'nobody', 404, 'CUSTOMER_UNKNOWN'],
    ['whose name breaks out of a header', 'a%22%0d%0ax', 400, 'BODY_INVALID'],
  ])('is not given of one %s', async (_, name, status, code) => {
    const ask = await asAdministrator(await open())
    expect(await ask('GET', `/api/customers/${name}`)).toMatchObject({ status, body: { code } })
  })
})

describe('a customer who is to be forgotten', () => {
  it('is nowhere in the store any more; the others are', async () => {
    const store = memoryStore()
    const centre = await open({ cdrPushUrl: 'http://127.0.0.1:9/' }, { store })
    const [ann, bob] = [await called(centre, 'ann'), await called(centre, 'bob')]
    const ask = await asAdministrator(centre)
    expect(await ask('DELETE', `/api/customers/${ann.userId}`)).toMatchObject({ status: 200, body: { records: 1 } })
    await ann.line.closed
    expect(await recordsOf(centre)).toMatchObject([{ SessionId: bob.sessionId }])
    expect(await ask('GET', `/api/customers/${ann.userId}`)).toMatchObject({ status: 404 })
    const audit = JSON.stringify((await ask('GET', '/api/audit')).body)
    expect(audit).toContain('customerErased')
    await centre.close()
    const kept = JSON.stringify(await store.open())
    for (const trace of [ann.userId, ann.sessionId]) expect(kept + audit).not.toContain(trace)
    for (const trace of [bob.userId, bob.sessionId]) expect(kept).toContain(trace)
  })

  it('has no openid, no consent, no place and no message any more', async () => {
    const { store, open: openPlaces } = withPlaces()
    const centre = await openPlaces()
    const ask = await asAdministrator(centre)
    expect(await ask('DELETE', '/api/customers/u-ann')).toMatchObject({ status: 200, body: { records: 0 } })
    expect(await ask('GET', '/api/customers/u-ann')).toMatchObject({ status: 404 })
    expect(await ask('GET', '/api/customers/u-bob')).toMatchObject({ status: 200 })
    await centre.close()
    const kept = JSON.stringify(await store.open())
    expect([kept.includes('u-bob'), kept.includes('u-ann'), kept.includes('o-ann')]).toEqual([true, false, false])
  })

  it('has log-ins of before no more, also after a restart, and may come again with a new one', async () => {
    const store = memoryStore()
    const clock = createVirtualClock()
    const first = await open({}, { store, clock })
    const { token, line, userId } = await called(first, 'ann')
    await (
      await asAdministrator(first)
    )('DELETE', `/api/customers/${userId}`)
    expect(await line.closed).toBe('4401 the log-in is void')
    expect(await customerWireWith(first, token).closed).toMatch(/^4401/)
    clock.advance(1)
    const anew = await tokenFor(first, 'ann')
    expect(await customerWireWith(first, anew).next('link/welcome')).toMatchObject({ resumed: false })
    await first.close()
    const second = await open({}, { store, clock })
    expect(await customerWireWith(second, token).closed).toMatch(/^4401/)
    expect(await customerWireWith(second, anew).next('link/welcome')).toBeDefined()
  })

  it('is nowhere at a seat that has yet to write the talk up, nor at an operator', async () => {
    const store = memoryStore()
    const clock = createVirtualClock()
    const workstation = { breakReasons: [], declineReasons: [], dispositions: [], wrapUpMs: 60_000 }
    const centre = await open({ workstation }, { store, clock })
    const operator = await operatorWire(centre)
    const { ann, seat, sessionId } = await talk(centre)
    seat.say({ type: 'seat/hangUp', sessionId })
    await Promise.all([ann.next('call/ended'), seat.next('seat/wrapUp')])
    clock.advance(100)
    const userId = await idOf(centre, 'ann')
    while (!JSON.stringify(await operator.next('operator/changed')).includes('endedAt'));
    const ask = await asAdministrator(centre)
    expect(await ask('DELETE', `/api/customers/${userId}`)).toMatchObject({ status: 200, body: { records: 1 } })
    expect(await seat.next('seat/wrapUpOver')).toMatchObject({ sessionId })
    clock.advance(100)
    expect(await operator.next('operator/changed')).toMatchObject({ gone: { records: [sessionId] } })
    // As a page does: what it has not yet taken is kept for it.
    seat.say({ type: 'link/heartbeat', seen: Math.max(...seat.heard.map(({ n }) => Number(n ?? 0))) })
    await seat.next('link/heartbeat')
    await centre.close()
    const kept = JSON.stringify(await store.open())
    for (const trace of [userId, sessionId]) expect(kept).not.toContain(trace)
  })

  it('is not forgotten in the middle of a call, and nothing is half erased', async () => {
    const centre = await open()
    const before = await called(centre, 'ann')
    const seat = await seatWire(centre, '1')
    before.line.say({ ...startFrame, callId: 'c2', n: 2 })
    const { sessionId } = await seat.next('seat/incoming')
    const ask = await asAdministrator(centre)
    const erase = () => ask('DELETE', `/api/customers/${before.userId}`)
    expect(await erase()).toMatchObject({ status: 409, body: { code: 'CALL_IN_PROGRESS' } })
    expect(await recordsOf(centre)).toMatchObject([{ SessionId: before.sessionId }])
    before.line.say({ type: 'call/hangUp', sessionId, callId: 'c2', closeBy: 'client', endStatus: 'ok', n: 3 })
    await seat.next('seat/missed')
    expect(await erase()).toMatchObject({ status: 200, body: { records: 2 } })
    expect(await recordsOf(centre)).toEqual([])
  })
})

it('records are erased when they are old, with their way to the back end, and not an hour before', async () => {
  const store = memoryStore()
  const clock = createVirtualClock()
  const day = 86_400_000
  const centre = await open({ recordsKeptDays: 2 }, { store, clock })
  const { line, sessionId } = await called(centre, 'ann')
  line.socket.close(1000)
  await line.closed
  await store.commit([['deadLetter', sessionId, '{"attempts":1,"givenUpAt":1}']])
  await centre.close()
  const again = await open({ recordsKeptDays: 2 }, { store, clock })
  clock.advance(2 * day)
  expect(await recordsOf(again)).toHaveLength(1)
  clock.advance(day / 24)
  expect(await recordsOf(again)).toEqual([])
  await again.close()
  const kept = (await store.open()).filter(([kind]) => kind === 'record' || kind === 'deadLetter')
  expect(kept).toEqual([])
})
