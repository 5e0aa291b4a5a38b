/** What customers' phones have recorded of calls: sent, read by the staff, added by it, and forgotten. */
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { BehaviorSubject } from 'rxjs'
import { createNodeFront } from '../server/cluster/node-front'
import { createRelay } from '../server/cluster/relay'
import type { Role } from '../server/cluster/term'
import type { CallCentre } from '../server/create-call-centre'
import type { CallPage } from '../server/history-messages'
import { limits } from '../server/limits'
import { createRecordings } from '../server/records/recordings'
import { noShelf } from '../server/state/shelf'
import { memoryStore } from '../server/state/store'
import { recorded } from './recorded'
import { createVirtualClock } from './virtual-clock'
import { closeAll, customerWireWith, logIn, open, staff, startFrame, tokenFor } from './wire'
import { talk } from './wire-talk'

const taking = { recordings: { keptDays: 30 } }
const day = 86_400_000

afterEach(closeAll)

/** A call that is over. */
const called = async (centre: CallCentre, name = 'ann') => {
  const { userId, token } = (await logIn(centre, { sdkAppId: '1400000000', jsCode: `${name}-${Math.random()}` })).body
  const line = customerWireWith(centre, token)
  line.say({ ...startFrame, channelId: 'closed', n: 1 })
  const { sessionId } = await line.next('call/ended')
  line.socket.close(1000)
  await line.closed
  return { token, userId, sessionId: String(sessionId) }
}

const asked = async (
  centre: CallCentre,
  method: string,
  path: string,
  headers: Record<string, string>,
  body?: unknown,
) => {
  const sent = body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }
  const answer = await fetch(centre.url + path, { method, headers, ...sent })
  return { status: answer.status, body: JSON.parse(await answer.text()) as Record<string, unknown> }
}

const send = (centre: CallCentre, token: string, body: unknown) =>
  asked(centre, 'POST', '/recordings', { authorization: `Bearer ${token}` }, body)

/** Somebody who works here, and what is asked then. */
const as = async (
  centre: CallCentre,
  ...who: Parameters<typeof staff> extends [unknown, ...infer Rest] ? Rest : never
) => {
  const headers = await staff(centre, ...who)
  return (method: string, path: string, body?: unknown) => asked(centre, method, path, headers, body)
}

const pathOf = (sessionId: string): string => `/api/calls/${sessionId}/recording`

describe('a recording that a customer sends', () => {
  it('is kept with its call, read by the staff, and the audit log says by whom', async () => {
    const centre = await open(taking)
    const { token, sessionId } = await called(centre)
    expect(await send(centre, token, recorded(sessionId))).toEqual({ status: 200, body: { sessionId } })
    const ask = await as(centre, 'administrator')
    const { calls, takesRecordings } = (await ask('GET', '/api/calls')).body as unknown as CallPage
    expect([calls[0]?.recording, takesRecordings]).toEqual([{ sentAt: expect.any(Number) as number }, true])
    expect(await ask('GET', pathOf(sessionId))).toEqual({ status: 200, body: recorded(sessionId) })
    const { body } = await ask('GET', '/api/audit')
    expect(body).toContainEqual(
      expect.objectContaining({ deed: 'recordingRead', by: 'administrator', about: sessionId }),
    )
  })

  it('may be sent while the call goes on; the later one takes its place', async () => {
    const centre = await open(taking)
    const { ann, seat, sessionId } = await talk(centre)
    const token = await tokenFor(centre, 'ann')
    const later = { ...recorded(sessionId), startedAt: 5 }
    for (const each of [recorded(sessionId), later]) {
      expect(await send(centre, token, each)).toMatchObject({ status: 200 })
    }
    seat.say({ type: 'seat/hangUp', sessionId })
    await ann.next('call/ended')
    const ask = await as(centre, 'seat', '1')
    expect((await ask('GET', pathOf(sessionId))).body).toEqual(later)
  })

  it('twice is once: the first stays as it came', async () => {
    const clock = createVirtualClock()
    const centre = await open(taking, { clock })
    const { token, sessionId } = await called(centre)
    const first = clock.date()
    await send(centre, token, recorded(sessionId))
    clock.advance(60_000)
    expect(await send(centre, token, recorded(sessionId))).toMatchObject({ status: 200 })
    const { calls } = (await (await as(centre, 'supervisor'))('GET', '/api/calls')).body as unknown as CallPage
    expect(calls[0]?.recording).toEqual({ sentAt: first })
  })

  it('is there after a restart with the same folder', async () => {
    const stateFolder = mkdtempSync(join(tmpdir(), 'recordings-'))
    const first = await open(taking, { stateFolder })
    const { token, sessionId } = await called(first)
    await send(first, token, recorded(sessionId))
    await first.close()
    const second = await open(taking, { stateFolder })
    expect((await (await as(second, 'supervisor'))('GET', pathOf(sessionId))).body).toEqual(recorded(sessionId))
    await second.close()
    rmSync(stateFolder, { recursive: true })
  })
})

it('a recording may come to any node: one that does not lead passes it on, as large as it may be', async () => {
  const centre = await open(taking)
  const { token, sessionId } = await called(centre)
  const role$ = new BehaviorSubject<Role>({ kind: 'following', leader: { id: 'leader', address: centre.url } })
  const relay = createRelay('the key of all nodes', false)
  const node = { role$, relay, ownId: 'own', tls: undefined, log: () => undefined, unreached: () => undefined }
  const front = createNodeFront(node)
  const url = `http://127.0.0.1:${await front.listen(0, '127.0.0.1')}`
  const json = JSON.stringify({ ...recorded(sessionId), more: '' })
  const large = json.replace('"more":""', `"more":"${'x'.repeat(limits.recordingBytes - json.length)}"`)
  expect(await send({ ...centre, url }, token, large)).toMatchObject({ status: 200 })
  await front.close(0)
  expect((await (await as(centre, 'supervisor'))('GET', pathOf(sessionId))).body).toEqual(JSON.parse(large))
})

describe('when there is no room left', () => {
  /** So many bytes that cannot be deflated, or nearly. */
  const json = (bytes: number): string => JSON.stringify(randomBytes(Math.floor(bytes * 0.75)).toString('base64'))

  it('the oldest of whoever holds most goes, and what others have sent stays', () => {
    const recordings = createRecordings(taking.recordings, createVirtualClock(), noShelf)
    for (let n = 0; n < 100; n += 1) recordings.keep({ sessionId: `small-${n}`, userId: `c${n}`, json: '{}' })
    for (let n = 0; n < 60; n += 1) {
      recordings.keep({ sessionId: `large-${n}`, userId: `greedy-${n % 6}`, json: json(limits.recordingBytes) })
    }
    const held = (name: string, count: number) =>
      Array.from({ length: count }, (_, n) => recordings.heldOf(`${name}-${n}`)).filter(Boolean).length
    expect(held('small', 100)).toBe(100)
    expect(held('large', 60)).toBeLessThan(60)
    expect(recordings.heldOf('large-59')).toBeDefined()
    expect(recordings.heldOf('large-0')).toBeUndefined()
  })
})

describe('a recording is refused', () => {
  const nested = `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`

  it.each<readonly [what: string, status: number, code: string, change: (sent: object) => unknown]>([
    ['that is damaged', 400, 'RECORDING_DAMAGED', (sent) => ({ ...sent, events: 'none' })],
    ['that is something else', 400, 'RECORDING_FOREIGN', () => ({ format: 'a song' })],
    ['that is of a later version', 400, 'RECORDING_NEWER', (sent) => ({ ...sent, version: 99 })],
    ['that tells of no call', 409, 'RECORDING_OF_NO_CALL', (sent) => ({ ...sent, events: [] })],
    ['that tells of an unknown call', 404, 'CALL_UNKNOWN', () => recorded('nowhere')],
    ['that is no JSON', 400, 'BODY_INVALID', () => '{'],
    [
      'that nobody can play again',
      400,
      'RECORDING_DAMAGED',
      (sent) => JSON.stringify(sent).replace(/"events":\[/, `"events":[{"at":0,"event":{"type":"new","a":${nested}}},`),
    ],
    ['that is too large', 413, 'BODY_TOO_LARGE', (sent) => ({ ...sent, more: 'x'.repeat(limits.recordingBytes) })],
  ])('%s: %i %s', async (_, status, code, change) => {
    const log: string[] = []
    const centre = await open(taking, { log: (line) => log.push(line) })
    const { token, sessionId } = await called(centre)
    const heard = log.length
    expect(await send(centre, token, change(recorded(sessionId)))).toMatchObject({ status, body: { code } })
    expect(log.slice(heard)).toEqual([])
    expect(await (await as(centre, 'supervisor'))('GET', pathOf(sessionId))).toMatchObject({ status: 404 })
  })

  it('of somebody else’s call, as if there were none', async () => {
    const centre = await open(taking)
    const { sessionId } = await called(centre, 'ann')
    const token = await tokenFor(centre, 'bob')
    const answers = [await send(centre, token, recorded(sessionId)), await send(centre, token, recorded('nowhere'))]
    expect(answers[0]).toMatchObject({ status: 404, body: { code: 'CALL_UNKNOWN' } })
    expect(answers[0]).toEqual(answers[1])
  })

  it('without a log-in, with one that is forged, and with one that has expired', async () => {
    const clock = createVirtualClock()
    const centre = await open({ ...taking, tokenLifeMs: 60_000 }, { clock })
    const { token, sessionId } = await called(centre)
    clock.advance(60_000)
    for (const each of ['', 'a.b.c', token]) {
      expect(await send(centre, each, recorded(sessionId))).toMatchObject({
        status: 401,
        body: { code: 'TOKEN_INVALID' },
      })
    }
  })

  it('where the configuration takes none; one of before is kept nowhere any more', async () => {
    const store = memoryStore()
    const first = await open(taking, { store })
    const { token, sessionId } = await called(first)
    await send(first, token, recorded(sessionId))
    await first.close()
    const second = await open({}, { store })
    expect(await send(second, token, recorded(sessionId))).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } })
    const ask = await as(second, 'supervisor')
    expect((await ask('GET', '/api/calls')).body).toMatchObject({ takesRecordings: false })
    expect(await ask('GET', pathOf(sessionId))).toMatchObject({ status: 404 })
    await second.close()
    expect((await store.open()).filter(([kind]) => kind === 'recording')).toEqual([])
  })
})

describe('the recording of a call', () => {
  it('is for those who may read its story: a seat where it did not ring finds none', async () => {
    const centre = await open(taking)
    const { ann, seat, sessionId } = await talk(centre)
    seat.say({ type: 'seat/hangUp', sessionId })
    await ann.next('call/ended')
    await send(centre, await tokenFor(centre, 'ann'), recorded(sessionId))
    const statuses = async (ask: Awaited<ReturnType<typeof as>>) => [
      (await ask('GET', pathOf(sessionId))).status,
      (await ask('PUT', pathOf(sessionId), recorded(sessionId))).status,
    ]
    expect(await statuses(await as(centre, 'seat', '1'))).toEqual([200, 200])
    expect(await statuses(await as(centre, 'seat', '2'))).toEqual([404, 404])
    expect(await statuses(await as(centre, 'supervisor'))).toEqual([200, 200])
  })

  it('is added by the staff, as a customer has shared it, and not to another call', async () => {
    const centre = await open(taking)
    const [{ sessionId }, bob] = [await called(centre, 'ann'), await called(centre, 'bob')]
    const ask = await as(centre, 'administrator')
    expect(await ask('PUT', pathOf(sessionId), recorded(bob.sessionId))).toMatchObject({
      ...{ status: 409, body: { code: 'RECORDING_OF_ANOTHER_CALL' } },
    })
    expect(await ask('PUT', pathOf(sessionId), recorded(sessionId))).toMatchObject({
      ...{ status: 200, body: { addedBy: 'administrator' } },
    })
    expect((await ask('GET', pathOf(sessionId))).body).toEqual(recorded(sessionId))
    const { body } = await ask('GET', '/api/audit')
    expect(body).toContainEqual(expect.objectContaining({ deed: 'recordingAdded', about: sessionId }))
  })

  it('is in the copy for the customer, and erased with what else is kept', async () => {
    const store = memoryStore()
    const centre = await open(taking, { store })
    const { token, sessionId, userId } = await called(centre)
    await send(centre, token, recorded(sessionId))
    const ask = await as(centre, 'administrator')
    expect((await ask('GET', `/api/customers/${userId}`)).body).toMatchObject({
      recordings: { [sessionId]: recorded(sessionId) },
    })
    await ask('DELETE', `/api/customers/${userId}`)
    expect(await ask('GET', `/api/customers/${userId}`)).toMatchObject({ status: 404 })
    await centre.close()
    expect((await store.open()).filter(([kind]) => kind === 'recording')).toEqual([])
  })

  it.each([
    ['as the configuration says', { recordings: { keptDays: 2 } }, 200],
    ['and no longer than its record', { ...taking, recordsKeptDays: 2 }, 0],
  ])('is kept so long %s', async (_, config, records) => {
    const clock = createVirtualClock()
    const centre = await open({ tokenLifeMs: day, ...config }, { clock })
    const { token, sessionId } = await called(centre)
    await send(centre, token, recorded(sessionId))
    clock.advance(2 * day)
    const ask = await as(centre, 'supervisor')
    expect(await ask('GET', pathOf(sessionId))).toMatchObject({ status: 200 })
    clock.advance(day / 24)
    expect(await ask('GET', pathOf(sessionId))).toMatchObject({ status: 404 })
    const { calls } = (await ask('GET', '/api/calls')).body as unknown as CallPage
    expect(calls).toHaveLength(records === 0 ? 0 : 1)
  })
})
