import type { AddressInfo } from 'node:net'
import type { Server } from 'node:http'
import { lastValueFrom } from 'rxjs'
import { createWebhook } from '../../call-centre/server/records/webhook'
import { blocks, fileOf } from './markdown'
import { run, writeAll } from './workshop'

writeAll()
const printed = (name: string) => blocks.filter((block) => fileOf(block) === name)

interface Receiving {
  readonly receiver: (key: string, keep: (id: string, record: object) => Promise<void>) => Server
}

const keyOf = (letter: string) => Buffer.alloc(32, letter)
const said = (key: Buffer) => `whsec_${key.toString('base64')}`

let server: Server
const kept: (readonly [id: string, record: object])[] = []

/** The back end of the page with `theirs`, and one record that the call centre brings it with `ours`, sent at `date`. */
const bring = async (theirs: Buffer, ours: readonly Buffer[], date = Date.now()): Promise<string> => {
  const [block] = printed('receive-records.ts')
  const { receiver } = run(block as never) as Receiving
  server = receiver(said(theirs), (id, record) => {
    kept.push([id, record])
    return Promise.resolve()
  })
  await new Promise<void>((listens) => {
    server.listen(0, '127.0.0.1', listens)
  })
  const { port } = server.address() as AddressInfo
  const bringOnce = createWebhook(`http://127.0.0.1:${String(port)}/calls`, ours, () => date)
  return lastValueFrom(bringOnce({ id: 's1', action: 'cdr', body: { SessionId: 's1', Caller: '客户' } }), {
    defaultValue: 'taken',
  }).then(
    () => 'taken',
    (fault: unknown) => (fault instanceof Error ? fault.message : String(fault)),
  )
}

describe.each(['verify-record.ts', 'receive-records.ts'])('%s', (name) => {
  it('is the same in both languages', () => {
    expect(printed(name)).toHaveLength(2)
    expect(printed(name)[0]?.code).toBe(printed(name)[1]?.code)
  })
})

describe('the back end of docs/call-centre/webhook.md', () => {
  afterEach(async () => {
    kept.length = 0
    server.closeAllConnections()
    await new Promise((closed) => server.close(closed))
  })

  it('keeps a record that this call centre has sent', async () => {
    expect(await bring(keyOf('a'), [keyOf('a')])).toBe('taken')
    expect(kept).toEqual([['s1', { SessionId: 's1', Caller: '客户' }]])
  })

  it('keeps it while the key is changed', async () => {
    expect(await bring(keyOf('a'), [keyOf('b'), keyOf('a')])).toBe('taken')
    expect(kept).toHaveLength(1)
  })

  it.each([
    ['of another key', [keyOf('b')], 0],
    ['without a signature', [], 0],
    ['of ten minutes ago', [keyOf('a')], -600_000],
    ['of ten minutes from now', [keyOf('a')], 600_000],
  ])('refuses one %s', async (_, ours, shiftMs) => {
    expect(await bring(keyOf('a'), ours, Date.now() + shiftMs)).toBe('HTTP 401')
    expect(kept).toEqual([])
  })
})
