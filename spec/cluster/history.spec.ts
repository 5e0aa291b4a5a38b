import { createKept, memoryStore, type Store } from '../../call-centre/server/state/store'
import { closeAll, customerWireWith, open, startFrame, tokenFor, type Wire } from '../../call-centre/spec/wire'
import { createHistory } from './history'

afterEach(closeAll)

/** A leader that begins with what another one has kept, and goes on beside it: what a fence is there to forbid. */
const copyOf = async (store: Store): Promise<Store> => {
  const kept = createKept()
  kept.enter(await store.open())
  return { ...memoryStore(), open: () => Promise.resolve(kept.entries()) }
}

const historyOf = (...wires: readonly Wire[]) => {
  const history = createHistory('ann')
  for (const { heard } of wires) for (const frame of heard) history.hear(JSON.stringify(frame))
  return history.faults
}

describe('the history of a link', () => {
  it('of one leader has no fault, also when the link goes on over another socket', async () => {
    const centre = await open()
    const token = await tokenFor(centre, 'ann')
    const ann = customerWireWith(centre, token)
    const { linkId } = await ann.next('link/welcome')
    ann.say({ ...startFrame, n: 1 })
    await ann.next('call/queued')
    const again = customerWireWith(centre, token, `${String(linkId)}.1`)
    await again.next('call/queued')
    expect(historyOf(ann, again)).toEqual([])
  })

  it('of two leaders has: the second one takes back what the first has acknowledged, and says other words', async () => {
    const store = memoryStore()
    const first = await open({}, { store })
    const token = await tokenFor(first, 'ann')
    const ann = customerWireWith(first, token)
    const { linkId } = await ann.next('link/welcome')
    // Its log-in is kept before it is answered, and her link with the welcome.
    const second = await open({}, { store: await copyOf(store) })
    ann.say({ ...startFrame, n: 1 })
    await ann.next('call/queued')
    const again = customerWireWith(second, token, `${String(linkId)}.0`)
    await again.next('link/welcome')
    again.say({ ...startFrame, n: 1 })
    await again.next('call/queued')
    const faults = historyOf(ann, again).join('\n')
    expect(faults).toContain('ann: 2 was told, and then only 0 had been')
    expect(faults).toContain('ann: 1 was said in two ways')
  })
})
