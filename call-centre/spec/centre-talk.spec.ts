import type { ServerMessage } from 'tccc-wx-sdk/call'
import type { CentreConfig } from '../server/config/centre-config'
import { noShelf } from '../server/state/shelf'
import { floorPlan, type FloorPlan, type TestCustomer, type TestSeat } from './floor-plan'

interface Talk extends FloorPlan {
  readonly ann: TestCustomer
  readonly one: TestSeat
  readonly sessionId: string
}

/** Ann talks with seat 1. */
function talk(more: Partial<CentreConfig> = {}): Talk {
  const plan = floorPlan(more)
  const one = plan.seat('1')
  const ann = plan.customer('ann')
  const sessionId = ann.start('direct')
  plan.clock.advance(2_000)
  one.does({ type: 'seat/answer', sessionId })
  return { ...plan, ann, one, sessionId }
}

/** Where the customer was sent. */
function roomOf(message: ServerMessage | undefined) {
  if (message === undefined || !('room' in message) || message.room.kind !== 'trtc') throw new Error('no room')
  return message.room
}

describe('a talk', () => {
  it('begins for both sides, in one room with two secrets', () => {
    const { ann, one } = talk()
    expect(ann.words()).toBe('started queued ringing accepted')
    expect(ann.heard[3]).toMatchObject({ seat: { seatId: '1', name: 'Seat 1' } })
    const room = roomOf(ann.heard[3])
    const talking = one.heard.find((notice) => notice.type === 'seat/talking')
    if (!talking) throw new Error('no talk')
    expect(room).toMatchObject({ sdkAppId: 1_400_000_000, userId: 'ann' })
    expect(talking.room).toMatchObject({ plane: 'webrtc', roomId: room.roomId, userId: 'seat-1' })
    expect(talking.room.userSig).not.toBe(room.userSig)
    expect(talking.elapsedMs).toBe(0)
  })

  it('does not begin while no more calls can be heard: both are told so, and the seat is free', () => {
    const plan = floorPlan({}, noShelf, { canBeHeard: () => false })
    const one = plan.seat('1')
    const ann = plan.customer('ann')
    one.does({ type: 'seat/answer', sessionId: ann.start('direct') })
    expect(ann.heard.at(-1)).toMatchObject({
      type: 'call/ended',
      endStatus: 'error',
      reason: 'All voice lines are in use.',
    })
    expect(one.words()).toContain('missed refused')
    expect(one.heard.find(({ type }) => type === 'seat/refused')).toMatchObject({ code: 'NO_VOICE_LINE' })
  })

  it('gives the customer whose room is lost a fresh way into the same room, and nobody else', () => {
    const plan = talk()
    const { ann, sessionId } = plan
    const room = roomOf(ann.heard[3])
    ann.rejoin()
    const again = ann.heard.at(-1)
    expect(again).toMatchObject({ type: 'call/room', sessionId, room: { roomId: room.roomId, userId: 'ann' } })
    expect(roomOf(again).userSig).not.toBe(room.userSig)
    const bob = plan.customer('bob')
    bob.rejoin(sessionId)
    expect(bob.words()).toBe('')
    ann.hangUp()
    ann.rejoin(sessionId)
    expect(ann.heard.at(-1)).toBe(again)
  })

  it('gives the seat whose room is lost a fresh way into the same room, and no other seat', () => {
    const plan = talk()
    const { one, sessionId } = plan
    const rooms = () => one.heard.flatMap((notice) => (notice.type === 'seat/talking' ? [notice.room] : []))
    one.does({ type: 'seat/rejoin', sessionId })
    const [first, again] = rooms()
    expect(again).toMatchObject({ roomId: first?.roomId, userId: first?.userId })
    expect(again?.userSig).not.toBe(first?.userSig)
    const two = plan.seat('2')
    two.does({ type: 'seat/rejoin', sessionId })
    expect(two.heard.at(-1)).toMatchObject({ type: 'seat/refused', command: 'seat/rejoin' })
  })

  it('shows the seat as busy until it is over', () => {
    const { one, sessionId, clock } = talk()
    const seatsNow = () => one.heard.findLast(({ type }) => type === 'seat/changed')
    expect(seatsNow()).toMatchObject({ seats: [{ seatId: '1', status: 'busy', sessionId }] })
    one.does({ type: 'seat/hangUp', sessionId })
    const time = clock.now()
    expect(seatsNow()).toEqual({
      ...{ type: 'seat/changed', time },
      seats: [{ seatId: '1', name: 'Seat 1', status: 'online', since: time }],
      gone: [],
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
    expect(roomOf(ann.heard.at(-1))).toMatchObject({ roomId: roomOf(ann.heard[3]).roomId })
    expect(roomOf(ann.heard.at(-1)).userSig).not.toBe(roomOf(ann.heard[3]).userSig)
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

  it('goes to a group: to its seats only, and the record says so', () => {
    const groups = { support: { name: 'Support', seats: { '2': 1 } } }
    const { ann, one, seat, sessionId, records } = talk({ groups })
    const refused = () => one.heard.filter(({ type }) => type === 'seat/refused').length
    for (const toGroup of ['support', 'nowhere']) one.does({ type: 'seat/transfer', sessionId, toGroup })
    expect(refused()).toBe(2)
    const [three, two] = [seat('3'), seat('2')]
    one.does({ type: 'seat/transfer', sessionId, toGroup: 'support' })
    expect([three.words(), two.words(), refused()]).toEqual(['signedIn', 'signedIn incoming', 2])
    two.does({ type: 'seat/answer', sessionId })
    ann.hangUp()
    expect(records[0]?.ServeParticipants[0]).toMatchObject({ TransferTo: 'support', TransferToType: 'skillGroup' })
  })

  it('does not go to a group in which only the seat itself works', () => {
    const { one, sessionId, ann } = talk({ groups: { own: { name: 'Own', seats: { '1': 1 } } } })
    one.does({ type: 'seat/transfer', sessionId, toGroup: 'own' })
    expect(one.words()).toBe('signedIn incoming talking refused')
    expect(ann.words()).toBe('started queued ringing accepted')
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
    expect(two.words()).toBe('signedIn refused refused refused refused')
    expect(ann.words()).toBe('started queued ringing accepted')
  })
})
