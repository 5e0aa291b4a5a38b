import { createVirtualClock } from './virtual-clock'
import { closeAll, customerWire, open, seatWire, startFrame, wire, type Wire } from './wire'
import { talk } from './wire-talk'

afterEach(closeAll)

async function enterBoth(one: Wire, two: Wire, annRoom: object, seatRoom: object) {
  one.say({ type: 'room/join', ...annRoom })
  expect(await one.next('room/joined')).toMatchObject({ peers: [] })
  two.say({ type: 'room/join', ...seatRoom })
}

describe('the room', () => {
  it('lets both ends meet, and passes their words on', async () => {
    const centre = await open()
    const { annRoom, seatRoom } = await talk(centre)
    const [phone, desk] = [wire(centre, '/room'), wire(centre, '/room')]
    await enterBoth(phone, desk, annRoom, seatRoom)
    expect(await desk.next('room/joined')).toMatchObject({ peers: [annRoom.userId] })
    expect(await phone.next('room/peerJoined')).toMatchObject({ userId: 'seat-1' })
    desk.say({ type: 'room/signal', to: annRoom.userId, data: { sdp: 'x'.repeat(100_000) } })
    expect(await phone.next('room/signal')).toMatchObject({
      from: 'seat-1',
      data: { sdp: expect.any(String) as string },
    })
    desk.socket.close()
    expect(await phone.next('room/peerLeft')).toMatchObject({ userId: 'seat-1' })
  })

  it.each([
    ['a wrong secret', { userSig: 'x'.repeat(32) }],
    ['another user', { userId: 'seat-2' }],
    ['another room', { roomId: 'elsewhere' }],
    ['no secret', { userSig: undefined }],
  ])('refuses %s', async (_, wrong) => {
    const centre = await open()
    const { annRoom } = await talk(centre)
    const stranger = wire(centre, '/room')
    stranger.say({ type: 'room/join', ...annRoom, ...wrong })
    await stranger.next('room/refused')
    expect(await stranger.closed).toMatch(/^4403/)
  })

  it('lets a seat that gave the call away in no more', async () => {
    const centre = await open()
    const { seat, sessionId, seatRoom } = await talk(centre)
    await seatWire(centre, '2')
    seat.say({ type: 'seat/transfer', sessionId, toSeatId: '2' })
    await seat.next('seat/transferred')
    const late = wire(centre, '/room')
    late.say({ type: 'room/join', ...seatRoom })
    await late.next('room/refused')
  })

  it('shows both out when the call is over, and lets nobody in again', async () => {
    const clock = createVirtualClock()
    const centre = await open({}, { clock })
    const { seat, ann, sessionId, annRoom, seatRoom } = await talk(centre)
    const [phone, desk] = [wire(centre, '/room'), wire(centre, '/room')]
    await enterBoth(phone, desk, annRoom, seatRoom)
    await desk.next('room/joined')
    seat.say({ type: 'seat/hangUp', sessionId })
    await ann.next('call/ended')
    clock.advance(2_000)
    expect([await phone.closed, await desk.closed]).toEqual(['1000 the call is over', '1000 the call is over'])
    const late = wire(centre, '/room')
    late.say({ type: 'room/join', ...annRoom })
    await late.next('room/refused')
  })
})

describe('a seat', () => {
  it('opens a second page: the first closes with 4409, its going changes nothing', async () => {
    const centre = await open()
    const first = await seatWire(centre, '1')
    const second = await seatWire(centre, '1')
    expect(await first.closed).toMatch(/^4409/)
    const ann = await customerWire(centre, 'ann')
    ann.say({ ...startFrame, n: 1 })
    const { sessionId } = await ann.next('call/ringing')
    expect(await second.next('seat/incoming')).toMatchObject({ sessionId })
  })
})
