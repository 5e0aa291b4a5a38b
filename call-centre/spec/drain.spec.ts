import { createVirtualClock } from './virtual-clock'
import { closeAll, customerWire, open, seatWire, startFrame, type Address } from './wire'

afterEach(closeAll)

const ready = async ({ url }: Address) => (await fetch(`${url}/readyz`)).status

describe('a centre that is about to stop', () => {
  it('is not ready, takes no new call, and waits for those that go on', async () => {
    const centre = await open()
    expect(await ready(centre)).toBe(200)
    const seat = await seatWire(centre, '1')
    const ann = await customerWire(centre, 'ann')
    ann.say({ ...startFrame, n: 1 })
    await seat.next('seat/incoming')
    let drained = false
    const draining = centre.drain(60_000).then(() => (drained = true))
    expect(await ready(centre)).toBe(503)
    const bob = await customerWire(centre, 'bob')
    bob.say({ ...startFrame, n: 1 })
    expect(await bob.next('call/refused')).toMatchObject({ code: 'TOO_BUSY' })
    expect(drained).toBe(false)
    ann.say({ type: 'call/hangUp', callId: 'c1', closeBy: 'client', endStatus: 'ok', n: 2 })
    await draining
  })

  it('waits no longer than it may', async () => {
    const clock = createVirtualClock()
    const centre = await open({}, { clock })
    const ann = await customerWire(centre, 'ann')
    ann.say({ ...startFrame, n: 1 })
    await ann.next('call/queued')
    const draining = centre.drain(5_000)
    clock.advance(5_000)
    await draining
  })

  it('does not wait when nobody calls', async () => {
    const centre = await open()
    await centre.drain(60_000)
    await centre.close({ spreadMs: 60_000 })
  })
})
