import type { CallPage } from '../server/history-messages'
import type { CallCentre } from '../server/create-call-centre'
import { closeAll, customerWire, open, seatWire, staff, startFrame, type Wire } from './wire'

afterEach(closeAll)

/** A call of Ann's at seat 1, and one of Bob's that nobody took. */
const twoCalls = async () => {
  const centre = await open()
  const seat = await seatWire(centre, '1')
  const ann = await customerWire(centre, 'ann')
  ann.say({ ...startFrame, n: 1 })
  const { sessionId } = await seat.next('seat/incoming')
  seat.say({ type: 'seat/answer', sessionId })
  await seat.next('seat/talking')
  await hungUp(ann)
  await seat.next('seat/ended')
  seat.say({ type: 'seat/status', status: 'rest' })
  const bob = await customerWire(centre, 'bob')
  bob.say({ ...startFrame, n: 1 })
  await bob.next('call/queued')
  await hungUp(bob)
  return centre
}

const hungUp = async (customer: Wire): Promise<void> => {
  await customer.next('call/started')
  customer.say({ type: 'call/hangUp', callId: 'c1', closeBy: 'client', endStatus: 'ok', n: 2 })
  while ((await customer.next('link/ack'))['seen'] !== 2);
}

const get = async ({ url }: CallCentre, path: string, headers: Record<string, string>) => {
  const answer = await fetch(url + path, { headers })
  return { status: answer.status, type: answer.headers.get('content-type'), bytes: await answer.arrayBuffer() }
}
const bodyOf = ({ bytes }: { readonly bytes: ArrayBuffer }): unknown => JSON.parse(new TextDecoder().decode(bytes))

describe('the history over HTTP', () => {
  it('a seat finds the calls that rang there, a supervisor all', async () => {
    const centre = await twoCalls()
    const of = async (...who: Parameters<typeof staff> extends [unknown, ...infer Rest] ? Rest : never) => {
      const headers = await staff(centre, ...who)
      const { calls } = bodyOf(await get(centre, '/api/calls', headers)) as CallPage
      return calls.map(({ steps }) => steps.map(({ what }) => what).join(' '))
    }
    const [first, second] = ['started queued rang answered ended', 'started queued ended']
    expect(await of('seat', '1')).toEqual([first])
    expect(await of('seat', '2')).toEqual([])
    expect(await of('supervisor')).toEqual([second, first])
  })

  it('the table is a file that Excel reads, of what was looked for, and the audit log has it', async () => {
    const centre = await twoCalls()
    const headers = await staff(centre, 'administrator')
    const { type, bytes } = await get(centre, '/api/calls.csv?endStatus=ok', headers)
    expect(type).toBe('text/csv; charset=utf-8')
    expect([...new Uint8Array(bytes.slice(0, 3))]).toEqual([0xef, 0xbb, 0xbf])
    expect(new TextDecoder().decode(bytes).trim().split('\r\n')).toHaveLength(2)
    const audit = bodyOf(await get(centre, '/api/audit', headers))
    expect(audit).toContainEqual(expect.objectContaining({ deed: 'recordsRead', by: 'administrator', about: '1' }))
  })

  it('refuses a question that it does not understand', async () => {
    const centre = await open()
    const headers = await staff(centre, 'seat', '1')
    for (const query of ['from=yesterday', 'sort=caller']) {
      expect(await get(centre, `/api/calls?${query}`, headers)).toMatchObject({ status: 400 })
    }
  })
})
