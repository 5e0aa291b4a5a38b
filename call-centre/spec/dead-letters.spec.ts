/** What administrators do with records that the company's back end did not take in a day. */
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { CallCentre } from '../server/create-call-centre'
import { memoryStore } from '../server/state/store'
import { closeAll, customerWire, open, recordsOf, staff, startFrame } from './wire'

let backEnds: Server[] = []

afterEach(async () => {
  await closeAll()
  for (const server of backEnds) {
    server.closeAllConnections()
    server.close()
  }
  backEnds = []
})

const token = 'of-prometheus'
const secrets = (name: string) => (name === 'TCCC_METRICS_TOKEN' ? token : undefined)
const letter = { attempts: 150, givenUpAt: 1_900_000_000_000 }

/** A back end that takes everything. */
const backEnd = async () => {
  const taken: string[] = []
  const server = createServer((request, response) => {
    taken.push(String(request.headers['webhook-id']))
    response.end()
    server.emit('taken')
  })
  backEnds.push(server)
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return { server, taken, cdrPushUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` }
}

/** Calls that are over, whose records are dead letters for whoever opens the store next. */
const storeWith = async (calls: number) => {
  const store = memoryStore()
  const centre = await open({}, { store })
  const sessionIds: string[] = []
  for (let call = 1; call <= calls; call += 1) {
    const ann = await customerWire(centre, `ann${call}`)
    ann.say({ ...startFrame, channelId: 'closed', n: 1 })
    sessionIds.push(String((await ann.next('call/ended'))['sessionId']))
  }
  await centre.close()
  await store.commit(sessionIds.map((name) => ['deadLetter', name, JSON.stringify(letter)]))
  return { store, sessionIds }
}

const asAdministrator = async (centre: CallCentre) => {
  const headers = await staff(centre, 'administrator')
  return async (method: string, path: string, body?: object) => {
    const answer = await fetch(centre.url + path, { method, headers, ...(body && { body: JSON.stringify(body) }) })
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> & readonly object[] }
  }
}

const measured = async ({ url }: CallCentre, name: string): Promise<string | undefined> => {
  const text = await (await fetch(`${url}/metrics`, { headers: { authorization: `Bearer ${token}` } })).text()
  return new RegExp(`^${name} (.*)$`, 'm').exec(text)?.[1]
}

const deeds = (body: readonly object[]) =>
  body.flatMap((entry) => ('deed' in entry && String(entry.deed).startsWith('deadLetter') ? [entry] : []))

describe('dead letters', () => {
  it('are listed and counted, and brought again, all or the one that is named', async () => {
    const { store, sessionIds } = await storeWith(3)
    const { server, taken, cdrPushUrl } = await backEnd()
    const centre = await open({ cdrPushUrl }, { store, secrets })
    const ask = await asAdministrator(centre)
    expect((await ask('GET', '/api/dead-letters')).body).toEqual(
      sessionIds.map((sessionId) => ({ sessionId, ...letter })),
    )
    expect(await measured(centre, 'tccc_dead_letters')).toBe('3')

    const brought = once(server, 'taken')
    const named = { sessionIds: [sessionIds[1], 'unknown'] }
    expect(await ask('POST', '/api/dead-letters/retry', named)).toEqual({ status: 200, body: { retried: 1 } })
    await brought
    expect(taken).toEqual([sessionIds[1]])
    expect(await measured(centre, 'tccc_dead_letters')).toBe('2')

    expect(await ask('POST', '/api/dead-letters/retry', {})).toEqual({ status: 200, body: { retried: 2 } })
    while (taken.length < 3) await once(server, 'taken')
    expect([...taken].sort()).toEqual([...sessionIds].sort())
    expect((await ask('GET', '/api/dead-letters')).body).toEqual([])
    expect(deeds((await ask('GET', '/api/audit')).body)).toMatchObject([
      { deed: 'deadLettersRetried', by: 'administrator', about: '2' },
      { deed: 'deadLettersRetried', by: 'administrator', about: '1' },
    ])
  })

  it('are dropped one by one: the record stays where it is', async () => {
    const { store, sessionIds } = await storeWith(2)
    const centre = await open({}, { store })
    const ask = await asAdministrator(centre)
    const drop = () => ask('DELETE', `/api/dead-letters/${sessionIds[0]}`)
    expect(await drop()).toMatchObject({ status: 200 })
    expect(await drop()).toMatchObject({ status: 404, body: { code: 'DEAD_LETTER_UNKNOWN' } })
    expect((await ask('GET', '/api/dead-letters')).body).toMatchObject([{ sessionId: sessionIds[1] }])
    expect(await recordsOf(centre)).toHaveLength(2)
    expect(deeds((await ask('GET', '/api/audit')).body)).toMatchObject([
      { deed: 'deadLetterDropped', by: 'administrator', about: sessionIds[0] },
    ])
  })

  it('are not lost when they are retried while nobody takes records', async () => {
    const { store } = await storeWith(1)
    const centre = await open({}, { store })
    const ask = await asAdministrator(centre)
    expect(await ask('POST', '/api/dead-letters/retry', {})).toMatchObject({
      status: 409,
      body: { code: 'NO_BACK_END' },
    })
    expect((await ask('GET', '/api/dead-letters')).body).toHaveLength(1)
  })

  it.each([{ sessionIds: 'all' }, { sessionIds: [1] }, { sessionId: 's1' }])('are not retried by %j', async (body) => {
    const ask = await asAdministrator(await open())
    expect(await ask('POST', '/api/dead-letters/retry', body)).toMatchObject({
      ...{ status: 400, body: { code: 'BODY_INVALID' } },
    })
  })
})
