import { memoryStore, type Store } from '../server/state/store'
import { closeAll, customerWireWith, open, startFrame, tokenFor } from './wire'

afterEach(closeAll)

/** A store that keeps what it is given until it is broken. */
const breakable = () => {
  const memory = memoryStore()
  let fault: Error | undefined
  const store: Store = { ...memory, commit: (changes) => (fault ? Promise.reject(fault) : memory.commit(changes)) }
  return { memory, store, break: () => (fault = new Error('the disk is full')) }
}

describe('a call centre that loses its store', () => {
  it('acknowledges nothing that is not kept, and closes; another one goes on with what is kept', async () => {
    const { memory, store, ...disk } = breakable()
    const lines: string[] = []
    let tell: (fault: unknown) => void = () => undefined
    const lost = new Promise<unknown>((told) => (tell = told))
    const first = await open(
      {},
      {
        store,
        log: (line) => lines.push(line),
        lost: (fault) => {
          tell(fault)
        },
      },
    )
    const token = await tokenFor(first, 'ann')
    const ann = customerWireWith(first, token)
    const { linkId } = await ann.next('link/welcome')
    ann.say({ ...startFrame, n: 1 })
    await ann.next('call/queued')
    disk.break()
    ann.say({ type: 'call/hangUp', callId: 'c1', closeBy: 'client', endStatus: 'ok', n: 2 })
    expect(await lost).toEqual(new Error('the disk is full'))
    expect(await ann.closed).toBe('1001 the call centre stops')
    expect(ann.heard.filter(({ type, seen }) => type === 'link/ack' && seen === 2)).toEqual([])
    expect(lines).toEqual(['the disk is full'])
    await expect(fetch(`${first.url}/healthz`)).rejects.toThrow()

    const second = await open({}, { store: memory })
    const again = customerWireWith(second, token, `${String(linkId)}.2`)
    expect(await again.next('link/welcome')).toMatchObject({ resumed: true, seen: 1 })
    again.say({ type: 'call/hangUp', callId: 'c1', closeBy: 'client', endStatus: 'ok', n: 2 })
    await again.next('link/ack')
  })
})
