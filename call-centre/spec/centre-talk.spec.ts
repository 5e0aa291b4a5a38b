import { floorPlan, type FloorPlan, type TestCustomer, type TestSeat } from './floor-plan'

interface Talk extends FloorPlan {
  readonly ann: TestCustomer
  readonly one: TestSeat
  readonly sessionId: string
}

/** Ann talks with seat 1. */
function talk(): Talk {
  const plan = floorPlan()
  const one = plan.seat('1')
  const ann = plan.customer('ann')
  const sessionId = ann.start('direct')
  plan.clock.advance(2_000)
  one.does({ type: 'seat/answer', sessionId })
  return { ...plan, ann, one, sessionId }
}

describe('a talk', () => {
  it('begins for both sides, in one room with two secrets', () => {
    const { ann, one, clock } = talk()
    expect(ann.words()).toBe('started queued ringing accepted')
    expect(ann.heard[3]).toMatchObject({ seat: { seatId: '1', name: 'Seat 1' } })
    const started = ann.heard[0]
    const talking = one.heard.find((notice) => notice.type === 'seat/talking')
    if (started?.type !== 'call/started' || started.room?.kind !== 'trtc') throw new Error('no room')
    if (talking?.room.kind !== 'trtc') throw new Error('no talk')
    expect(talking.room.roomId).toBe(started.room.roomId)
    expect(talking.room.userId).toBe('seat-1')
    expect(talking.room.userSig).not.toBe(started.room.userSig)
    expect(talking.since).toBe(clock.now())
  })

  it('gives the customer whose room is lost a fresh way into the same room, and nobody else', () => {
    const plan = talk()
    const { ann, sessionId } = plan
    const started = ann.heard[0]
    ann.rejoin()
    const again = ann.heard.at(-1)
    if (started?.type !== 'call/started' || started.room?.kind !== 'trtc') throw new Error('no room')
    if (again?.type !== 'call/room' || again.room.kind !== 'trtc') throw new Error('no fresh room')
    expect(again).toMatchObject({ sessionId, room: { roomId: started.room.roomId, userId: 'ann' } })
    expect(again.room.userSig).not.toBe(started.room.userSig)
    const bob = plan.customer('bob')
    bob.rejoin(sessionId)
    expect(bob.words()).toBe('')
    ann.hangUp()
    ann.rejoin(sessionId)
    expect(ann.heard.at(-1)).toBe(again)
  })

  it('shows the seat as busy until it is over', () => {
    const { one, sessionId } = talk()
    const seatsNow = () => one.heard.findLast(({ type }) => type === 'seat/seats')
    expect(seatsNow()).toMatchObject({ seats: [{ seatId: '1', status: 'busy', sessionId }] })
    one.does({ type: 'seat/hangUp', sessionId })
    expect(seatsNow()).toEqual({
      type: 'seat/seats',
      seats: [{ seatId: '1', name: 'Seat 1', status: 'online' }],
    })
  })

  it('is held and taken back by the seat, each once', () => {
    const { ann, one, sessionId } = talk()
    for (const held of [true, true, false]) one.does({ type: 'seat/hold', sessionId, held })
    expect(ann.heard.slice(4)).toEqual([
      { type: 'call/held', sessionId, held: true },
      { type: 'call/held', sessionId, held: false },
    ])
    expect(one.words()).toBe('signedIn incoming talking held held')
  })

  it('brings the seat the keys and the interruptions of the customer', () => {
    const { ann, one, sessionId } = talk()
    ann.digits('12#')
    ann.hold(true, 'phone call')
    ann.hold(false)
    expect(one.heard.filter(({ type }) => /digits|customerHeld/.test(type))).toEqual([
      { type: 'seat/digits', sessionId, digits: '12#' },
      { type: 'seat/customerHeld', sessionId, held: true, reason: 'phone call' },
      { type: 'seat/customerHeld', sessionId, held: false },
    ])
  })

  it('tells the seat of an interruption that began before', () => {
    const { seat, customer } = floorPlan()
    const [one, ann] = [seat('1'), customer('ann')]
    const sessionId = ann.start('direct')
    ann.hold(true)
    one.does({ type: 'seat/answer', sessionId })
    expect(one.words()).toBe('signedIn incoming talking customerHeld')
  })

  it('goes to another seat: that one rings, and talks in the same room', () => {
    const { ann, one, seat, sessionId, records } = talk()
    const two = seat('2')
    one.does({ type: 'seat/transfer', sessionId, toSeatId: '2' })
    two.does({ type: 'seat/answer', sessionId })
    expect(ann.words()).toBe('started queued ringing accepted queued ringing accepted')
    expect(ann.heard.at(-1)).toMatchObject({ seat: { seatId: '2' } })
    expect(one.words()).toBe('signedIn incoming talking transferred')
    expect(two.heard).toContainEqual(expect.objectContaining({ type: 'seat/incoming', transferredFrom: 'Seat 1' }))
    two.does({ type: 'seat/hangUp', sessionId })
    expect(records[0]?.ServeParticipants).toMatchObject([
      { EndStatusString: 'seatForward', TransferTo: '2', TransferToType: 'staffSeat' },
      { EndStatusString: 'ok', TransferFrom: 'Seat 1' },
    ])
  })

  it('goes back to the queue, before those who came later, to any seat but the one that gave it away', () => {
    const { ann, one, seat, customer, sessionId } = talk()
    const two = seat('2')
    const bob = customer('bob')
    two.does({ type: 'seat/answer', sessionId: bob.start('direct') })
    const cid = customer('cid')
    cid.start('direct')
    one.does({ type: 'seat/transfer', sessionId })
    expect(ann.heard.at(-1)).toMatchObject({ type: 'call/queued', position: 1 })
    expect(cid.words()).toBe('started queued ringing')
  })

  it('does not go to a seat that is not free', () => {
    const { one, seat, sessionId, ann } = talk()
    seat('2').does({ type: 'seat/status', status: 'rest' })
    one.does({ type: 'seat/transfer', sessionId, toSeatId: '2' })
    one.does({ type: 'seat/transfer', sessionId, toSeatId: '3' })
    expect(one.heard.filter(({ type }) => type === 'seat/refused')).toHaveLength(2)
    expect(ann.words()).toBe('started queued ringing accepted')
  })

  it('returns to the queue when the page of the seat is gone', () => {
    const { ann, centre, seat } = talk()
    centre.seatGone('1')
    expect(ann.words()).toBe('started queued ringing accepted queued')
    expect(seat('1').words()).toBe('signedIn incoming')
  })

  it('is nobody else’s: commands of other seats and customers change nothing', () => {
    const { ann, centre, seat, sessionId } = talk()
    const two = seat('2')
    for (const type of ['seat/answer', 'seat/hangUp', 'seat/transfer'] as const) two.does({ type, sessionId })
    two.does({ type: 'seat/hold', sessionId, held: true })
    two.does({ type: 'seat/hangUp', sessionId: 'unknown' })
    const mallory = { linkId: 'link-mallory', userId: 'mallory' }
    const hangUp = { type: 'call/hangUp', callId: 'call-of-ann', closeBy: 'client', endStatus: 'ok' } as const
    centre.customer(mallory, hangUp)
    centre.customer(mallory, { ...hangUp, sessionId })
    centre.customer(mallory, { type: 'call/digits', sessionId, digits: '1' })
    expect(two.words()).toBe('signedIn refused refused refused refused refused')
    expect(ann.words()).toBe('started queued ringing accepted')
  })
})
