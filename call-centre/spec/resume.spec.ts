import { createVirtualClock } from './virtual-clock'
import { closeAll, customerWire, open, operatorWire, pass, seatWire, startFrame, type Wire } from './wire'

afterEach(closeAll)

const callFrames = ({ heard }: Wire) => heard.filter(({ type }) => type.startsWith('call/'))
const numbers = (client: Wire) => callFrames(client).map(({ n }) => n)

async function waitFor(operator: Wire, words: string): Promise<void> {
  while (!JSON.stringify(await operator.next('operator/changed')).includes(words));
}

describe('a link that was lost', () => {
  it('is resumed: each side gets what it lacks, once and in order', async () => {
    const centre = await open()
    const seat = await seatWire(centre, '1')
    const ann = await customerWire(centre, 'ann')
    const { linkId } = await ann.next('link/welcome')
    ann.say({ ...startFrame, n: 1 })
    const { sessionId } = await ann.next('call/started')
    await ann.next('call/ringing')
    ann.socket.terminate()
    seat.say({ type: 'seat/answer', sessionId })
    await seat.next('seat/talking')
    seat.say({ type: 'seat/hold', sessionId, held: true })
    await seat.next('seat/held')
    const again = await customerWire(centre, 'ann', `${String(linkId)}.2`)
    expect(await again.next('link/welcome')).toMatchObject({ linkId, resumed: true, seen: 1 })
    again.say({ ...startFrame, n: 1 })
    again.say({ type: 'call/digits', sessionId, digits: '5', n: 2 })
    await seat.next('seat/digits')
    expect(numbers(again)).toEqual([3, 4, 5])
    expect(callFrames(again).map(({ type }) => type)).toEqual(['call/ringing', 'call/accepted', 'call/held'])
    expect(seat.heard.filter(({ type }) => type === 'seat/digits')).toHaveLength(1)
  })

  it('is not resumed for ever by a client that was acknowledged what a store has lost: it gets a new one, and its call', async () => {
    const centre = await open()
    const ann = await customerWire(centre, 'ann')
    const { linkId } = await ann.next('link/welcome')
    ann.say({ ...startFrame, n: 1 })
    const { sessionId } = await ann.next('call/started')
    ann.say({ type: 'call/digits', sessionId, digits: '5', n: 3 })
    expect(await ann.closed).toMatch(/^4400/)
    const again = await customerWire(centre, 'ann', `${String(linkId)}.2`)
    expect(await again.next('link/welcome')).toMatchObject({ resumed: true, seen: 1 })
    again.say({ type: 'call/digits', sessionId, digits: '5', n: 3 })
    expect(await again.closed).toMatch(/^4400/)
    const anew = await customerWire(centre, 'ann', `${String(linkId)}.2`)
    expect(await anew.next('link/welcome')).toMatchObject({ resumed: false })
    anew.say({ ...startFrame, n: 1 })
    expect(await anew.next('call/started')).toMatchObject({ sessionId })
  })

  it('is taken over by a newer socket: the older one closes with 4409, its frames count no more', async () => {
    const centre = await open()
    const ann = await customerWire(centre, 'ann')
    const { linkId } = await ann.next('link/welcome')
    const again = await customerWire(centre, 'ann', `${String(linkId)}.0`)
    expect(await again.next('link/welcome')).toMatchObject({ resumed: true })
    expect(await ann.closed).toMatch(/^4409/)
    again.say({ ...startFrame, n: 1 })
    await again.next('call/started')
  })

  it('keeps its window after each loss, and ends the call when it is over', async () => {
    const clock = createVirtualClock()
    const centre = await open({ heartbeatMs: 1_000, windowMs: 30_000 }, { clock })
    const seat = await seatWire(centre, '1')
    const ann = await customerWire(centre, 'ann')
    const { linkId } = await ann.next('link/welcome')
    ann.say({ ...startFrame, n: 1 })
    const { sessionId } = await ann.next('call/started')
    await ann.next('call/ringing')
    seat.say({ type: 'seat/answer', sessionId })
    await ann.next('call/accepted')
    await pass(clock, 2_000, [seat])
    await ann.closed
    await pass(clock, 29_999, [seat])
    const again = await customerWire(centre, 'ann', `${String(linkId)}.4`)
    await again.next('link/welcome')
    await pass(clock, 2_000, [seat])
    await again.closed
    await pass(clock, 29_999, [seat])
    expect(seat.heard.some(({ type }) => type === 'seat/ended')).toBe(false)
    await pass(clock, 1, [seat])
    expect(await seat.next('seat/ended')).toMatchObject({ closeBy: 'admin', endStatus: 'clientTimeout' })
    const late = await customerWire(centre, 'ann', `${String(linkId)}.4`)
    expect(await late.next('link/welcome')).toMatchObject({ resumed: false, seen: 0 })
  })

  it.each([
    ['an unknown link', () => 'unknown.0', 'ann'],
    ['somebody else’s link', (linkId: string) => `${linkId}.2`, 'mallory'],
    ['numbers that were never sent', (linkId: string) => `${linkId}.99`, 'ann'],
    ['numbers that are forgotten', (linkId: string) => `${linkId}.1`, 'ann'],
  ])('is not resumed with %s: a new one begins', async (_, resume, name) => {
    const centre = await open()
    const ann = await customerWire(centre, 'ann')
    const { linkId } = await ann.next('link/welcome')
    ann.say({ ...startFrame, n: 1 })
    await ann.next('call/queued')
    ann.say({ type: 'link/heartbeat', seen: 2 })
    await ann.next('link/heartbeat')
    ann.socket.terminate()
    const again = await customerWire(centre, name, resume(String(linkId)))
    const welcome = await again.next('link/welcome')
    expect(welcome).toMatchObject({ resumed: false, seen: 0 })
    expect(welcome['linkId']).not.toBe(linkId)
  })

  it('delivers a hang-up on a new link, by the customer’s own name of the call', async () => {
    const centre = await open()
    const seat = await seatWire(centre, '1')
    const ann = await customerWire(centre, 'ann')
    ann.say({ ...startFrame, n: 1 })
    await ann.next('call/ringing')
    ann.socket.terminate()
    const again = await customerWire(centre, 'ann', 'unknown.3')
    again.say({ type: 'call/hangUp', callId: 'c1', closeBy: 'client', endStatus: 'ringingGiveUp', n: 1 })
    expect(await seat.next('seat/missed')).toMatchObject({ reason: 'ringingGiveUp' })
  })

  it('goes on after a close with 1000 while a call goes on: mini programs close so, whatever the cause', async () => {
    const centre = await open()
    const operator = await operatorWire(centre)
    const ann = await customerWire(centre, 'ann')
    const { linkId } = await ann.next('link/welcome')
    ann.say({ ...startFrame, n: 1 })
    await ann.next('call/queued')
    ann.say({ type: 'link/heartbeat', seen: 2 })
    await ann.next('link/heartbeat')
    ann.socket.close(1000)
    await waitFor(operator, '"line":"lost"')
    const again = await customerWire(centre, 'ann', `${String(linkId)}.2`)
    expect(await again.next('link/welcome')).toMatchObject({ resumed: true })
    await waitFor(operator, '"line":"up"')
  })

  it('is forgotten at once after a close with 1000 when nothing is left to say, and not before', async () => {
    const clock = createVirtualClock()
    const centre = await open({}, { clock })
    const idle = clock.pending()
    const ann = await customerWire(centre, 'ann')
    const { linkId } = await ann.next('link/welcome')
    ann.say({ ...startFrame, channelId: 'closed', n: 1 })
    await ann.next('call/ended')
    ann.socket.close(1000)
    await ann.closed
    const again = await customerWire(centre, 'ann', `${String(linkId)}.0`)
    expect(await again.next('link/welcome')).toMatchObject({ resumed: true })
    await again.next('call/ended')
    again.say({ type: 'link/ack', seen: 2 })
    again.socket.close(1000)
    while (clock.pending() > idle) await new Promise(setImmediate)
    const late = await customerWire(centre, 'ann', `${String(linkId)}.2`)
    expect(await late.next('link/welcome')).toMatchObject({ resumed: false })
  })
})
