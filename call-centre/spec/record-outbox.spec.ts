import { createHmac } from 'node:crypto'
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Outbox } from '../server/records/outbox'
import type { CentreEvent } from '../server/observe/events'
import type { RecordEntry } from '../server/records/record-book'
import { createWebhook, webhookKeys } from '../server/records/webhook'
import { createShelf } from '../server/state/shelf'
import { createKept } from '../server/state/store'
import { createVirtualClock } from './virtual-clock'

interface Post {
  readonly url: string | undefined
  readonly headers: IncomingHttpHeaders
  readonly text: string
}

const entry = (sessionId: string, media: 'audio' | 'video' = 'audio') =>
  ({
    record: { SessionId: sessionId, EndStatusString: 'ok', Duration: 4, Caller: 'ann' },
    summary: { media },
  }) as RecordEntry

const [oldKey, newKey] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)]
const day = 86_400_000

/** The company's back end; it answers with these, then with 500. */
let taker: Server
let posts: Post[]
let answers: number[]
let url: string
let told: () => void

beforeEach(async () => {
  posts = []
  answers = []
  told = () => undefined
  taker = createServer((incoming, response) => {
    let text = ''
    incoming.on('data', (chunk: Buffer) => (text += chunk.toString()))
    incoming.on('end', () => {
      posts.push({ url: incoming.url, headers: incoming.headers, text })
      response.writeHead(answers.shift() ?? 500).end(told)
    })
  })
  await new Promise<void>((listening) => taker.listen(0, '127.0.0.1', listening))
  url = `http://127.0.0.1:${(taker.address() as AddressInfo).port}/cdr`
})

afterEach(() => {
  taker.closeAllConnections()
  taker.close()
})

/** An outbox over what an earlier one kept; `turn` waits until the present attempt is over. */
const outboxOver = (kept = createKept(), clock = createVirtualClock(), keys: readonly Buffer[] = [], address = url) => {
  const shelf = createShelf(kept.entries())
  const lines: string[] = []
  const events: CentreEvent[] = []
  const entries = new Map(['s1', 's2'].map((id) => [id, entry(id)]))
  const post = {
    send: (say: () => void) => {
      kept.enter(shelf.take())
      say()
    },
  }
  const outbox = new Outbox({
    webhook: createWebhook(address, keys, () => 1_700_000_000_000),
    book: { find: (sessionId) => entries.get(sessionId) },
    ...{ clock, shelf, post, log: (line) => lines.push(line), observe: (event) => events.push(event) },
  })
  const settled = async (until: () => boolean) => {
    while (!until()) await new Promise(setImmediate)
    kept.enter(shelf.take())
  }
  return { outbox, clock, kept, lines, events, entries, settled }
}

describe('the outbox of call records', () => {
  it('brings a record until it is taken, with longer and longer pauses and always the same id', async () => {
    answers = [500, 503, 200]
    const { outbox, clock, settled, kept, events } = outboxOver()
    outbox.add('s1')
    for (const pauseMs of [0, 1_000, 2_000]) {
      const before = posts.length
      if (pauseMs > 0) {
        await settled(() => clock.pending() === 1)
        clock.advance(pauseMs - 1)
        await new Promise(setImmediate)
        expect(posts).toHaveLength(before)
      }
      clock.advance(1)
      await settled(() => posts.length > before)
    }
    await settled(() => outbox.waiting() === 0)
    expect(posts.map((post) => post.url)).toEqual(Array(3).fill('/cdr?action=cdr&version=1'))
    expect(posts.map(({ headers }) => headers['webhook-id'])).toEqual(['s1', 's1', 's1'])
    expect(JSON.parse(posts[2]?.text ?? '')).toEqual(entry('s1').record)
    expect(kept.entries()).toEqual([])
    expect(events.map((event) => event.type === 'record' && event.result)).toEqual(['failed', 'failed', 'taken'])
  })

  it('goes on after the process was killed, with what was left of the pause', async () => {
    const first = outboxOver()
    first.outbox.add('s1')
    first.clock.advance(0)
    await first.settled(() => first.clock.pending() === 1)
    first.outbox.stop()
    answers = [200]
    first.clock.advance(400)
    const second = outboxOver(first.kept, createVirtualClock(first.clock.now()))
    second.clock.advance(599)
    await new Promise(setImmediate)
    expect(posts).toHaveLength(1)
    second.clock.advance(1)
    await second.settled(() => second.outbox.waiting() === 0)
    expect(posts).toHaveLength(2)
    expect(second.kept.entries()).toEqual([])
  })

  it('gives up after a day, says so without the record, and begins anew when asked to', async () => {
    const { outbox, clock, settled, lines, kept } = outboxOver()
    outbox.add('s1')
    clock.advance(0)
    const began = clock.now()
    while (outbox.waiting() > 0) {
      const before = posts.length
      await settled(() => clock.pending() === 1 || outbox.waiting() === 0)
      clock.advance(600_000)
      if (outbox.waiting() > 0) await settled(() => posts.length > before)
    }
    expect(clock.now() - began).toBeLessThanOrEqual(day + 600_000)
    expect(posts.length).toBeGreaterThan(140)
    expect(lines).toHaveLength(1)
    expect(lines.join()).not.toContain('s1')
    expect(outbox.deadLetters()).toMatchObject([{ sessionId: 's1', attempts: posts.length }])
    await settled(() => true)
    const again = outboxOver(kept)
    expect(again.outbox.deadLetters()).toHaveLength(1)
    answers = [200]
    expect(again.outbox.revive('s1')).toBe(true)
    again.clock.advance(0)
    await again.settled(() => again.outbox.waiting() === 0)
    expect(again.outbox.deadLetters()).toEqual([])
  })

  it('brings nothing of a call that was erased meanwhile, not to anybody after it was stopped', async () => {
    const { outbox, clock, entries, settled } = outboxOver()
    outbox.add('s1')
    outbox.add('s2')
    entries.delete('s1')
    outbox.forget('s2')
    clock.advance(0)
    await settled(() => outbox.waiting() === 0)
    outbox.stop()
    outbox.add('s1')
    clock.advance(day)
    expect({ posts, waiting: outbox.waiting() }).toEqual({ posts: [], waiting: 0 })
  })

  it('brings video calls in their own shape, with what of ours the others have', async () => {
    answers = [200]
    const { outbox, clock, entries, settled } = outboxOver()
    const { record, summary } = entry('s1', 'video')
    const ours = { CallId: 'c1', Disposition: 'solved' }
    const details = { CallerNickName: '安**', CallerPhoneNumber: '138****5678' }
    const uui = { Uui: '{"order":"A-1029"}' }
    entries.set('s1', { ...entry('s1'), summary, record: { ...record, ...ours, ...details, ...uui } })
    outbox.add('s1')
    clock.advance(0)
    await settled(() => outbox.waiting() === 0)
    expect(posts[0]?.url).toBe('/cdr?action=videoCdr&version=1')
    const body = JSON.parse(posts[0]?.text ?? '') as object
    expect(body).toMatchObject({
      ...{ SessionId: 's1', UserId: 'ann', UserNickName: '安**', CallerPhoneNumber: '138****5678' },
      // What the app said of the call, under the vendor's name for it.
      ...{ ...ours, ClientData: '{"order":"A-1029"}' },
    })
    expect(body).not.toHaveProperty('Uui')
  })

  it('has eight on their way at one time', async () => {
    const held: ServerResponse[] = []
    let most = 0
    let came = 0
    taker.removeAllListeners('request')
    taker.on('request', (_, response: ServerResponse) => {
      most = Math.max(most, held.push(response))
      came += 1
      // A ninth would come at once.
      if (held.length === 8)
        setTimeout(() => {
          for (const each of held.splice(0)) each.writeHead(200).end()
        }, 20)
    })
    const { outbox, clock, entries, settled } = outboxOver()
    for (let n = 0; n < 24; n += 1) {
      entries.set(`r${n}`, entry(`r${n}`))
      outbox.add(`r${n}`)
    }
    clock.advance(0)
    await settled(() => outbox.waiting() === 0)
    expect({ most, came }).toEqual({ most: 8, came: 24 })
  })
})

describe('the webhook', () => {
  it.each([301, 302, 303, 307, 308])('brings a record to nobody else: %i is no taking', async (status) => {
    let led = 0
    const elsewhere = createServer((_, response) => {
      led += 1
      response.writeHead(200).end()
    })
    await new Promise<void>((listening) => elsewhere.listen(0, '127.0.0.1', listening))
    const location = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`
    taker.removeAllListeners('request')
    taker.on('request', (_, response: ServerResponse) => response.writeHead(status, { location }).end())
    const fault = await new Promise((failed) => {
      createWebhook(url, [], () => 0)({ id: 's1', action: 'cdr', body: {} }).subscribe({ error: failed })
    })
    expect({ failed: fault !== undefined, led }).toEqual({ failed: true, led: 0 })
    elsewhere.closeAllConnections()
    elsewhere.close()
  })

  it('keeps what the address says already', async () => {
    answers = [200]
    await new Promise<void>((complete) => {
      createWebhook(`${url}?key=a%26b#part`, [], () => 0)({ id: 's1', action: 'cdr', body: {} }).subscribe({ complete })
    })
    expect(posts[0]?.url).toBe('/cdr?key=a%26b&action=cdr&version=1')
    expect(posts[0]?.headers['webhook-signature']).toBeUndefined()
  })

  it('signs id, time and body with each key, so that the receiver can change from one to the other', async () => {
    answers = [200]
    await new Promise<void>((complete) => {
      const letter = { id: 's1', action: 'cdr', body: { Caller: '安' } } as const
      createWebhook(url, [newKey, oldKey], () => 1_700_000_000_999)(letter).subscribe({ complete })
    })
    const { headers, text } = posts[0] ?? { headers: {}, text: '' }
    const signature = (key: Buffer) => createHmac('sha256', key).update(`s1.1700000000.${text}`).digest('base64')
    expect(headers).toMatchObject({
      'webhook-id': 's1',
      'webhook-timestamp': '1700000000',
      'webhook-signature': `v1,${signature(newKey)} v1,${signature(oldKey)}`,
    })
  })

  it.each([
    ['none', undefined, 0],
    ['one', `whsec_${oldKey.toString('base64')}`, 1],
    ['two', `whsec_${newKey.toString('base64')} whsec_${oldKey.toString('base64')}\n`, 2],
  ])('reads %s of its keys', (_, value, count) => {
    expect(webhookKeys(() => value)).toHaveLength(count)
  })

  it.each([
    ['without its beginning', oldKey.toString('base64'), 'is no key. Make one'],
    ['that is short', 'whsec_aGVsbG8=', 'is no key. Make one'],
    [
      'one of three',
      Array(3)
        .fill(`whsec_${oldKey.toString('base64')}`)
        .join(' '),
      'more than two keys',
    ],
  ])('refuses a key %s, and does not repeat it', (_, value, message) => {
    expect(() => webhookKeys(() => value)).toThrow(message)
    expect(() => webhookKeys(() => value)).not.toThrow(oldKey.toString('base64'))
  })
})
