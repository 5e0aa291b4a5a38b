import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checkKept } from '../server/state/check-kept'
import { openState } from '../server/state/state'
import { memoryStore, type Entry } from '../server/state/store'
import { closeAll, customerWireWith, open, recordsOf } from './wire'

const root = mkdtempSync(join(tmpdir(), 'shapes-'))
afterEach(closeAll)
afterAll(() => {
  rmSync(root, { recursive: true })
})

describe('what version 0.1.0 left behind', () => {
  const token =
    'eyJzZGtBcHBJZCI6IjE0MDAwMDAwMDAiLCJ1c2VySWQiOiJjdXN0b21lci00OTkxNWUwZDdkNGIiLCJleHBpcmVzQXQiOjE3OTU5OTYyMjU2MzF9.vwGh_x_hTQK2WpPnKIWwX6VA2BPJ6WR-Wzf1mE2LBaM'

  it('is read: its customer comes back with the token of then, into the call that goes on, to its end', async () => {
    const stateFolder = join(root, '0.1.0')
    mkdirSync(stateFolder, { mode: 0o700 })
    cpSync(join(__dirname, 'skew/0.1.0/journal.jsonl'), join(stateFolder, 'journal.jsonl'))
    const centre = await open({ windowMs: 30_000 }, { stateFolder })
    const ann = customerWireWith(centre, token, 'J6Gzz4Jv353nnGqy.0')
    expect(await ann.next('link/welcome')).toMatchObject({ resumed: true, seen: 1 })
    await ann.next('call/started')
    ann.say({ type: 'call/hangUp', callId: 'c1', closeBy: 'client', endStatus: 'ok', n: 2 })
    while ((await ann.next('link/ack'))['seen'] !== 2);
    await centre.close()
    const again = await open({}, { stateFolder })
    expect(await recordsOf(again)).toMatchObject([{ SessionId: 'zcwKvX8hyOYqoB3H' }, { SessionId: 'TEO8XUxgHniIXXh0' }])
  })
})

describe('what was kept in a wrong shape', () => {
  const link = { userId: 'ann', flow: { taken: 0, sent: 1, coveredUpTo: 0, frames: [[1, '{}']] } }

  it.each<readonly [kind: string, value: unknown, fault: string]>([
    ['session', { sessionId: 's1' }, "must have required property 'callId'"],
    ['link', { ...link, flow: { ...link.flow, frames: [['1', '{}']] } }, '/flow/frames/0/0 must be number'],
    ['seatLink', [], 'must be object'],
    ['desk', { seatId: '1', name: 'One', chosen: 'away', freeSince: 0 }, '/chosen must be equal to one of'],
    ['seatHolder', { linkId: 'l' }, "must have required property 'desk'"],
    ['answers', [['c1', [1]]], '/0/1/0 must be object'],
    ['room', [['ann']], '/0 must NOT have fewer than 2 items'],
    ['jsCode', 'soon', 'must be number'],
    ['record', { record: {}, summary: {}, seatIds: [] }, "/summary must have required property 'sessionId'"],
    ['recording', { userId: 'ann', at: 0, sentAt: 0 }, "must have required property 'gzip'"],
    ['secret', '', 'must NOT have fewer than 1 characters'],
    ['delivery', { attempts: 1, since: 0 }, "must have required property 'dueAt'"],
    ['deadLetter', null, 'must be object'],
    ['farewell', { roomId: 'r' }, "must have required property 'dueAt'"],
    ['customer', { nickName: 'Ann' }, "must have required property 'at'"],
    ['browserSecret', '', 'must NOT have fewer than 1 characters'],
    ['voidTokens', 'soon', 'must be number'],
    ['clock', 'noon', 'must be number'],
  ])(
    '%s: the centre does not begin, says where it is and what to do, and lets go of the store',
    async (kind, value, fault) => {
      let closed = 0
      const entry: Entry = [kind, 'a long name', JSON.stringify(value)]
      const store = {
        ...memoryStore(),
        open: () => Promise.resolve([entry]),
        close: () => Promise.resolve(void (closed += 1)),
      }
      const words = await openState(store, () => undefined).then(
        () => '',
        (error: unknown) => String(error),
      )
      expect(words).toContain(
        `StateFault: the memory of the process: the ${kind} that begins with "a lo" is not as this version`,
      )
      expect(words).toContain(fault)
      expect(words).toContain('Restore a backup, or remove the file')
      expect({ closed, whole: words.includes('a long name') }).toEqual({ closed: 1, whole: false })
    },
  )

  it('of a kind that somebody else looks at is no fault', () => {
    expect(() => checkKept([['other', 'a', '1']], 'here')).not.toThrow()
  })
})
