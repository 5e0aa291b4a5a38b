import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { CallRecord } from '../records/call-record'
import { createRecordPush } from '../records/push-record'
import type { Clock } from '../sessions/clock'
import type { Session } from '../sessions/session'

const record = { SessionId: 's1', EndStatusString: 'ok', Duration: 4 } as CallRecord
const session = (media: 'audio' | 'video') => ({ media, userId: 'ann' }) as Session

interface Post {
  readonly url: string | undefined
  readonly body: Readonly<Record<string, unknown>>
}

describe('the record push', () => {
  let taker: Server
  let posts: Post[]
  let answers: number[]
  let url: string
  let pauses: number[]
  let answered: () => void
  /** Nobody waits here: a pause is written down and over. */
  const clock: Clock = {
    now: () => 0,
    after(delayMs, run) {
      pauses.push(delayMs)
      run()
      return () => undefined
    },
  }

  beforeEach(async () => {
    posts = []
    pauses = []
    answered = () => undefined
    taker = createServer((incoming, response) => {
      let text = ''
      incoming.on('data', (chunk: Buffer) => (text += chunk.toString()))
      incoming.on('end', () => {
        posts.push({ url: incoming.url, body: JSON.parse(text) as Post['body'] })
        const status = answers.shift() ?? 500
        response.writeHead(status).end()
        if (status === 200) answered()
      })
    })
    await new Promise<void>((listening) => taker.listen(0, '127.0.0.1', listening))
    url = `http://127.0.0.1:${(taker.address() as AddressInfo).port}/cdr`
  })

  afterEach(() => {
    taker.closeAllConnections()
    taker.close()
  })

  it('brings a record once, after as many attempts as it takes', async () => {
    answers = [500, 200]
    const taken = new Promise<void>((resolve) => (answered = resolve))
    createRecordPush(url, clock, () => undefined).push(record, session('audio'))
    await taken
    expect(posts.map((post) => post.url)).toEqual(Array(2).fill('/cdr?action=cdr&version=1'))
    expect(posts[1]?.body).toEqual(record)
    expect(pauses).toEqual([1_000])
  })

  it('gives up after three attempts and says so, without the record', async () => {
    answers = [500, 500, 500]
    const line = await new Promise<string>((log) => {
      createRecordPush(url, clock, log).push(record, session('audio'))
    })
    expect(posts).toHaveLength(3)
    expect(pauses).toEqual([1_000, 2_000])
    expect(line).not.toContain('s1')
  })

  it('brings video calls in their own shape', async () => {
    answers = [200]
    const taken = new Promise<void>((resolve) => (answered = resolve))
    createRecordPush(url, clock, () => undefined).push(record, session('video'))
    await taken
    expect(posts).toMatchObject([{ url: '/cdr?action=videoCdr&version=1', body: { SessionId: 's1', UserId: 'ann' } }])
  })

  it('brings nothing after it was stopped, and nothing without an address', () => {
    const stopped = createRecordPush(url, clock, () => undefined)
    stopped.stop()
    stopped.push(record, session('audio'))
    createRecordPush(undefined, clock, () => undefined).push(record, session('audio'))
    expect(posts).toEqual([])
  })
})
