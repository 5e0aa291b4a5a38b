import { floorPlan, type FloorPlan, type TestCustomer, type TestSeat } from './floor-plan'

type Phase = 'ivr' | 'waiting' | 'ringing' | 'talking'

interface Call extends FloorPlan {
  readonly ann: TestCustomer
  readonly one: TestSeat
  readonly sessionId: string
}

/** Ann's call, brought to a phase; seat 1 is there. */
function callIn(phase: Phase): Call {
  const plan = floorPlan()
  const one = plan.seat('1')
  if (phase === 'waiting') one.does({ type: 'seat/status', status: 'busy' })
  const ann = plan.customer('ann')
  const sessionId = ann.start('menu')
  plan.clock.advance(3_000)
  if (phase !== 'ivr') ann.digits('1')
  plan.clock.advance(2_000)
  if (phase === 'talking') one.does({ type: 'seat/answer', sessionId })
  plan.clock.advance(4_000)
  return { ...plan, ann, one, sessionId }
}

const phases = ['ivr', 'waiting', 'ringing', 'talking'] as const

describe.each([
  ['ivr', 'ivrGiveUp', 'ivrEnd', 'signedIn'],
  ['waiting', 'waitingGiveUp', 'error', 'signedIn'],
  ['ringing', 'ringingGiveUp', 'error', 'signedIn incoming missed'],
  ['talking', 'ok', 'ok', 'signedIn incoming talking ended'],
] as const)('in the phase %s', (phase, givenUp, stopped, seatHears) => {
  it('the customer hangs up: she is told nothing, the seat is free, the record says who', () => {
    const { ann, one, records, clock, centre } = callIn(phase)
    const before = ann.heard.length
    ann.hangUp({ reason: 'changed my mind' })
    ann.hangUp()
    expect(ann.heard).toHaveLength(before)
    expect(one.words()).toBe(seatHears)
    expect(records).toMatchObject([{ EndStatusString: givenUp, HungUpSide: 'user' }])
    expect(centre.state()).toMatchObject({ sessions: [], records: [{ closeBy: 'client', endStatus: givenUp }] })
    expect(centre.state().seats[0]).not.toHaveProperty('sessionId')
    expect(clock.pending()).toBe(0)
  })

  it('the operator stops it: both sides are told', () => {
    const { ann, one, centre, sessionId, clock } = callIn(phase)
    centre.stop(sessionId, 'operator')
    centre.stop(sessionId, 'operator')
    const ended = { type: 'call/ended', sessionId, closeBy: 'admin', endStatus: stopped, reason: 'operator' }
    expect(ann.heard.filter(({ type }) => type === 'call/ended')).toEqual([ended])
    expect(one.words()).toBe(seatHears)
    expect(clock.pending()).toBe(0)
  })

  it('the line does not come back: clientTimeout', () => {
    const { ann, one, centre, records } = callIn(phase)
    centre.linkGone(ann.linkId)
    expect(ann.heard.at(-1)).toMatchObject({ type: 'call/ended', closeBy: 'admin', endStatus: 'clientTimeout' })
    expect(records).toMatchObject([{ EndStatusString: 'clientTimeout', HungUpSide: '' }])
    expect(one.words()).toBe(seatHears)
  })

  it('the line is lost and comes back: nothing happens', () => {
    const { ann, centre } = callIn(phase)
    const before = ann.words()
    centre.line(ann.linkId, 'lost')
    expect(centre.state().sessions).toMatchObject([{ line: 'lost', phase }])
    centre.line(ann.linkId, 'up')
    expect(centre.state().sessions).toMatchObject([{ line: 'up', phase }])
    expect(ann.words()).toBe(before)
  })
})

describe('the end', () => {
  it('by the seat: both sides know, the record has all times', () => {
    const { ann, one, sessionId, records, clock } = callIn('talking')
    one.does({ type: 'seat/hangUp', sessionId })
    const end = Math.floor(clock.now() / 1000)
    expect(ann.heard.at(-1)).toEqual({ type: 'call/ended', sessionId, closeBy: 'seat', endStatus: 'ok' })
    const record = { sessionId, durationMs: 4_000, closeBy: 'seat', seatName: 'Seat 1', channel: 'Menu' }
    expect(one.heard.find(({ type }) => type === 'seat/ended')).toMatchObject({ record })
    expect(records[0]).toMatchObject({
      ...{ SdkAppId: '1400000000', SessionId: sessionId, Direction: 0, HungUpSide: 'seat', EndStatusString: 'ok' },
      ...{ StartTimestamp: end - 9, RingTimestamp: end - 6, AcceptTimestamp: end - 4, EndedTimestamp: end },
      ...{ Duration: 4, IVRDuration: 3, IVRKeyPressed: ['1'], IVRKeyPressedEx: [{ Key: '1', Label: 'Sales' }] },
      SeatUser: { UserId: '1', Name: 'Seat 1' },
      ServeParticipants: [{ Type: 'staffSeat', EndStatusString: 'ok', EndedTimestamp: end }],
    })
  })

  it('by the customer’s limit is the timer’s, and a fault of the device is believed', () => {
    const { ann, records, centre } = callIn('ringing')
    ann.hangUp({ closeBy: 'timer', endStatus: 'clientError' })
    expect(records).toMatchObject([{ EndStatusString: 'clientError', HungUpSide: 'user' }])
    expect(centre.state().records).toMatchObject([{ closeBy: 'timer', endStatus: 'clientError' }])
  })

  it('is the customer’s own, also when somebody else has given a call the same name', () => {
    const { customer, phases } = floorPlan()
    const [ann, bob] = [customer('ann'), customer('bob')]
    ann.start('direct', 'same')
    const bobSession = bob.start('direct', 'same')
    bob.hangUp()
    expect(phases.filter(({ phase }) => phase === 'ended')).toMatchObject([{ sessionId: bobSession }])
  })

  it('is reached once when two ends cross', () => {
    const { ann, one, sessionId, records } = callIn('talking')
    one.does({ type: 'seat/hangUp', sessionId })
    ann.hangUp()
    expect(records).toMatchObject([{ HungUpSide: 'seat' }])
  })

  it('is in the history of the seat that talked', () => {
    const { one, seat, sessionId } = callIn('talking')
    one.does({ type: 'seat/hangUp', sessionId })
    expect(seat('1').heard[0]).toMatchObject({ type: 'seat/signedIn', records: [{ sessionId }] })
    expect(seat('2').heard[0]).toMatchObject({ type: 'seat/signedIn', records: [] })
  })

  it.each(phases)('the terminal hears of each phase up to %s, and of the end', (phase) => {
    const { phases: heard, centre, sessionId } = callIn(phase)
    centre.stop(sessionId, 'enough')
    const expected = [...phases.slice(0, phases.indexOf(phase) + 1), 'ended']
    expect(heard.map((change) => change.phase)).toEqual(expected)
    expect(heard.at(-1)).toMatchObject({ sessionId, end: { closeBy: 'admin' } })
  })
})

describe('a call that was accepted and given away', () => {
  /** Ann has talked with seat 1, and rings at seat 2. */
  const givenAway = () => {
    const call = callIn('talking')
    const two = call.seat('2')
    call.one.does({ type: 'seat/transfer', sessionId: call.sessionId })
    return { ...call, two }
  }

  it('stays ok when the customer hangs up, as on the phone; the seat hears that the customer left', () => {
    const { ann, two, records } = givenAway()
    ann.hangUp()
    expect(records).toMatchObject([{ EndStatusString: 'ok', HungUpSide: 'user' }])
    expect(two.heard).toContainEqual(expect.objectContaining({ type: 'seat/missed', reason: 'ringingGiveUp' }))
  })

  it('also while it waits', () => {
    const { ann, two, records, sessionId } = givenAway()
    two.does({ type: 'seat/decline', sessionId })
    ann.hangUp()
    expect(records).toMatchObject([{ EndStatusString: 'ok', HungUpSide: 'user' }])
  })
})
