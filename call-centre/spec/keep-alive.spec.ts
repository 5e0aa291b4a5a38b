import { createVirtualClock } from './virtual-clock'
import { closeAll, open, wire } from './wire'
import { talk } from './wire-talk'

afterEach(closeAll)

const HEARTBEAT_MS = 10_000

const inTheRoom = async (clock: ReturnType<typeof createVirtualClock>) => {
  const centre = await open({ heartbeatMs: HEARTBEAT_MS }, { clock })
  const { annRoom } = await talk(centre)
  const phone = wire(centre, '/room')
  phone.say({ type: 'room/join', ...annRoom })
  return phone
}

describe('a socket at /room', () => {
  it('hears a sign of life each heartbeat, and lives as long as it answers', async () => {
    const clock = createVirtualClock()
    const page = await inTheRoom(clock)
    expect(await page.next('room/beat')).toEqual({ type: 'room/beat', heartbeatMs: HEARTBEAT_MS })
    for (let beats = 0; beats < 3; beats += 1) {
      const ponged = new Promise((resolve) => page.socket.once('ping', resolve))
      clock.advance(HEARTBEAT_MS)
      await Promise.all([ponged, page.next('room/beat')])
      // The answer of `ws` is on its way.
      page.say({ type: 'nothing' })
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    expect(page.socket.readyState).toBe(page.socket.OPEN)
  })

  it('is cut off when it is silent for two', async () => {
    const clock = createVirtualClock()
    const page = await inTheRoom(clock)
    await page.next('room/beat')
    page.socket.pause()
    clock.advance(2 * HEARTBEAT_MS)
    page.socket.resume()
    expect(await page.closed).toMatch(/^1006/)
  })
})
