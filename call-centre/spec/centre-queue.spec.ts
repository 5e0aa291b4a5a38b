import { estimateWaitMs } from '../server/routing/estimate'
import { floorPlan, type TestSeat } from './floor-plan'

describe('the queue', () => {
  it('tells places, and tells them again when they change', () => {
    const { customer } = floorPlan()
    const [ann, bob, cid] = [customer('ann'), customer('bob'), customer('cid')]
    for (const caller of [ann, bob, cid]) caller.start('direct')
    ann.hangUp()
    bob.hangUp()
    const places = cid.heard.flatMap((message) => (message.type === 'call/queued' ? [message.position] : []))
    expect(places).toEqual([3, 2, 1])
    expect(ann.words()).toBe('started queued')
  })

  it.each([
    [1, 0, 60_000],
    [1, 1, 60_000],
    [3, 2, 120_000],
    [4, 2, 120_000],
  ])('place %i with %i seats: %i ms', (position, seats, expected) => {
    expect(estimateWaitMs(position, seats, 60_000)).toBe(expected)
  })

  it('learns from calls how long a wait is', () => {
    const { customer, seat, clock } = floorPlan()
    const two = seat('2')
    two.does({ type: 'seat/answer', sessionId: customer('zoe').start('direct') })
    const [ann, one] = [customer('ann'), seat('1')]
    const sessionId = ann.start('direct')
    one.does({ type: 'seat/answer', sessionId })
    clock.advance(5_500)
    one.does({ type: 'seat/hangUp', sessionId })
    one.does({ type: 'seat/status', status: 'rest' })
    const bob = customer('bob')
    bob.start('direct')
    expect(bob.heard.at(-1)).toMatchObject({ estimatedWaitMs: 6_000 })
  })

  it('says how long a wait is as long as somebody works, and promises nothing when nobody does', () => {
    const { customer, seat } = floorPlan()
    const ann = customer('ann')
    const sessionId = ann.start('direct')
    expect(ann.heard.at(-1)).toMatchObject({ type: 'call/queued', position: 1 })
    expect(ann.heard.at(-1)).not.toHaveProperty('estimatedWaitMs')
    const one = seat('1')
    one.does({ type: 'seat/answer', sessionId })
    const bob = customer('bob')
    bob.start('direct')
    expect(bob.heard.at(-1)).toMatchObject({ type: 'call/queued', position: 1, estimatedWaitMs: 60_000 })
  })

  it('rings the seat that has been free longest', () => {
    const { customer, seat, clock } = floorPlan()
    const one = seat('1')
    clock.advance(1)
    const two = seat('2')
    const ann = customer('ann')
    ann.start('direct')
    expect(ann.heard.at(-1)).toMatchObject({ type: 'call/ringing', seat: { seatId: '1', name: 'Seat 1' } })
    expect(one.words()).toBe('signedIn incoming')
    expect(two.words()).toBe('signedIn')
  })

  it('rings the next seat when one does not answer, and the first again when it says that it is there', () => {
    const { customer, seat, clock } = floorPlan()
    const [one, two] = [seat('1'), seat('2')]
    const ann = customer('ann')
    ann.start('direct')
    clock.advance(9_999)
    expect(one.words()).toBe('signedIn incoming')
    clock.advance(1)
    clock.advance(10_000)
    expect(ann.words()).toBe('started queued ringing queued ringing queued')
    one.does({ type: 'seat/status', status: 'online' })
    expect(ann.words()).toBe('started queued ringing queued ringing queued ringing')
    expect(one.words()).toBe('signedIn incoming missed incoming')
    expect(two.words()).toBe('signedIn incoming missed')
  })

  it('waits for a busy seat rather than ring the one that has just declined', () => {
    const { customer, seat } = floorPlan()
    const [one, two, ann, bob] = [seat('1'), seat('2'), customer('ann'), customer('bob')]
    const [annSession, bobSession] = [ann.start('direct'), bob.start('direct')]
    one.does({ type: 'seat/answer', sessionId: annSession })
    two.does({ type: 'seat/decline', sessionId: bobSession })
    expect(two.words()).toBe('signedIn incoming missed')
    one.does({ type: 'seat/hangUp', sessionId: annSession })
    expect(one.words()).toBe('signedIn incoming talking ended incoming')
  })

  it.each([
    [
      'says that it is online',
      (two: TestSeat) => {
        two.does({ type: 'seat/status', status: 'online' })
      },
    ],
    [
      'signs in anew',
      (two: TestSeat, sign: (seatId: string) => TestSeat) => {
        two.does({ type: 'seat/signOut' })
        sign('2')
      },
    ],
  ])('rings a seat that has declined when it %s', (_, here) => {
    const { customer, seat } = floorPlan()
    const [one, two, ann, bob] = [seat('1'), seat('2'), customer('ann'), customer('bob')]
    const [annSession, bobSession] = [ann.start('direct'), bob.start('direct')]
    one.does({ type: 'seat/answer', sessionId: annSession })
    two.does({ type: 'seat/decline', sessionId: bobSession })
    here(two, seat)
    expect(bob.words()).toBe('started queued ringing queued ringing')
  })

  it('gives up after so many missed rings, where the configuration says so', () => {
    const { customer, seat, clock, records } = floorPlan({ maxMissedRings: 2 })
    const one = seat('1')
    const ann = customer('ann')
    ann.start('direct')
    clock.advance(10_000)
    one.does({ type: 'seat/status', status: 'online' })
    clock.advance(10_000)
    expect(ann.words()).toBe('started queued ringing queued ringing ended')
    expect(ann.heard.at(-1)).toMatchObject({ closeBy: 'admin', endStatus: 'seatGiveUp' })
    const missed = records[0]?.ServeParticipants.map(({ EndStatusString }) => EndStatusString)
    expect(missed).toEqual(['seatGiveUp', 'seatGiveUp'])
  })

  it('keeps the place of a customer whose seat does not answer', () => {
    const { customer, seat, clock } = floorPlan()
    seat('1')
    const [ann, bob] = [customer('ann'), customer('bob')]
    ann.start('direct')
    clock.advance(5)
    bob.start('direct')
    clock.advance(9_995)
    expect(ann.heard.at(-1)).toMatchObject({ type: 'call/queued', position: 1 })
  })

  it.each([
    ['wait', 'started queued'],
    ['end', 'started ended'],
  ] as const)('without a working seat: %s', (noSeatOnline, words) => {
    const { customer, seat } = floorPlan({ noSeatOnline })
    seat('1').does({ type: 'seat/status', status: 'rest' })
    const ann = customer('ann')
    ann.start('direct')
    expect(ann.words()).toBe(words)
    if (noSeatOnline === 'end') expect(ann.heard.at(-1)).toMatchObject({ endStatus: 'noSeatOnline' })
  })

  it('sends waiting customers home when the last seat leaves, where the configuration says so', () => {
    const { customer, seat, centre } = floorPlan({ noSeatOnline: 'end' })
    seat('1')
    const [ann, bob] = [customer('ann'), customer('bob')]
    ann.start('direct')
    bob.start('direct')
    centre.seatGone('1')
    expect(ann.words()).toBe('started queued ringing ended')
    expect(bob.words()).toBe('started queued ended')
  })
})
