/** Waiting without holding: who is offered it, who leaves, and whose turn it is. */
import { floorPlan, type TestSeat } from './floor-plan'
import { called, full, house, leaves, left, offered, patient, placeOf, type Guest, type House } from './waiting-scene'

describe('the offer', () => {
  it('comes to who would wait long, once, when the page has said that it can show it', () => {
    const { ann, first } = full()
    expect(ann.hears()).toEqual([])
    ann.says({})
    ann.says({})
    first.says({})
    expect([ann.hears(), first.hears()]).toEqual([[offered], []])
  })

  it('comes when somebody has waited so long, however short the wait looked', () => {
    const { ann, clock } = full({ offerAboveMs: 600_000 })
    ann.says({})
    clock.advance(599_999)
    expect(ann.hears()).toEqual([])
    clock.advance(1)
    expect(ann.hears()).toEqual([offered])
  })

  it('does not come to who could not be called: it is not known where WeChat takes messages to', () => {
    const plan = full()
    const who = plan.guest('nobody')
    who.start('direct')
    who.says({})
    expect(who.hears()).toEqual([])
  })

  it('does not come where it is not configured', () => {
    const plan = floorPlan(patient)
    const ann = plan.customer('ann')
    const sessionId = ann.start('direct')
    plan.centre.customer(
      { linkId: ann.linkId, userId: 'ann' },
      { type: 'call/aside', sessionId, about: 'waiting', body: '{}' },
    )
    plan.clock.advance(3_600_000)
    expect(ann.words()).toBe('started queued')
  })
})

describe('who leaves', () => {
  it('hears that the place is kept, and the call is over; the record and the board say so', () => {
    const plan = left()
    expect(plan.ann.hears()).toEqual([offered, { kept: { backWithinMs: 300_000 } }])
    expect(plan.ann.heard.at(-1)).toMatchObject({ type: 'call/ended', closeBy: 'client', endStatus: 'waitingGiveUp' })
    expect(plan.records.at(-1)).toMatchObject({ Caller: 'ann', PlaceKept: true })
    expect(placeOf(plan)).toMatchObject({ caller: 'ann', state: 'kept', channel: 'Direct' })
    expect(plan.centre.state().records.find(({ caller }) => caller === 'ann')).toMatchObject({ keepsPlace: true })
  })

  it.each<[string, object]>([
    ['without a message that may be sent', { leave: true, allowed: [] }],
    ['with a consent to another template', { leave: true, allowed: ['R1'] }],
    ['in words that cannot be read', { leave: 'yes', allowed: 7 }],
  ])('%s, does not: the call waits on', (_, body) => {
    const plan = full()
    plan.ann.says({})
    plan.ann.says(body)
    expect(plan.ann.words()).toMatch(/aside$/)
    expect(plan.centre.state().places).toEqual([])
  })

  it('without an offer does not', () => {
    const { ann, first } = full()
    first.says(leaves)
    ann.hangUp()
    expect(first.words()).toBe('started queued')
  })

  it('when the call rings already, does not: it is the turn', () => {
    const plan = full()
    plan.ann.says({})
    plan.first.hangUp()
    plan.bob.hangUp()
    plan.ann.says(leaves)
    expect(plan.ann.words()).toMatch(/ringing$/)
    expect(plan.centre.state().places).toEqual([])
  })
})

describe('the turn', () => {
  it('comes when nobody waits before: one message, with the words of the call', () => {
    const { sent, first } = left()
    expect(sent).toEqual([])
    first.hangUp()
    expect(sent).toMatchObject([
      { userId: 'ann', kind: 'turn', words: { channel: 'Direct', channelId: 'direct', minutes: '5' } },
    ])
  })

  it('does not come while nobody works', () => {
    const plan = left()
    plan.lin.does({ type: 'seat/status', status: 'rest' })
    plan.bob.hangUp()
    plan.first.hangUp()
    expect(plan.sent).toEqual([])
    plan.lin.does({ type: 'seat/status', status: 'online' })
    expect(plan.sent).toHaveLength(1)
  })

  it('comes once, whatever happens meanwhile', () => {
    const plan = called()
    const dan = plan.guest('dan')
    dan.start('direct')
    dan.hangUp()
    plan.bob.hangUp()
    expect(plan.sent).toHaveLength(1)
  })

  it('does not hold up those behind: a free seat rings them', () => {
    const plan = called()
    const dan = plan.guest('dan')
    dan.start('direct')
    plan.bob.hangUp()
    expect(dan.words()).toMatch(/ringing$/)
  })

  /** Two keep their places, and the first talk is over. */
  const bothLeft = () => {
    const plan = full()
    const eve = plan.guest('eve')
    eve.start('direct')
    for (const who of [plan.ann, eve]) {
      who.says({})
      who.says(leaves)
    }
    plan.first.hangUp()
    return plan
  }

  it('comes to as many at once as seats are free, and no more', () => {
    const plan = bothLeft()
    expect(plan.sent.map(({ userId }) => userId)).toEqual(['ann'])
    plan.seat('2')
    plan.bob.hangUp()
    expect(plan.sent.map(({ userId }) => userId)).toEqual(['ann', 'eve'])
  })

  it('does not wait for a customer whom no message reached', () => {
    const plan = bothLeft()
    expect(plan.sent.map(({ userId }) => userId)).toEqual(['ann'])
    plan.told('refused')
    expect(plan.sent.map(({ userId }) => userId)).toEqual(['ann', 'eve'])
  })

  it.each<readonly [string, (plan: House, lin: TestSeat, dan: Guest, sessionId: string) => void]>([
    [
      'an agent has called again',
      (_, lin, dan, sessionId) => {
        dan.hangUp()
        lin.does({ type: 'seat/callAgain', sessionId })
      },
    ],
    [
      'whose talk broke',
      ({ centre }, _, dan) => {
        centre.linkGone(dan.linkId)
      },
    ],
  ])('does not wait for a customer %s, and who may never come', (_, leavesTalk) => {
    const plan = house()
    const [lin, kim, dan] = [plan.seat('1'), plan.seat('2'), plan.guest('dan')]
    const sessionId = dan.start('direct')
    lin.does({ type: 'seat/answer', sessionId })
    kim.does({ type: 'seat/answer', sessionId: plan.guest('bob').start('direct') })
    const [first, ann] = [plan.guest('first'), plan.guest('ann')]
    first.start('direct')
    ann.start('direct')
    plan.clock.advance(120_000)
    ann.says({})
    ann.says(leaves)
    lin.does({ type: 'seat/status', status: 'busy' })
    leavesTalk(plan, lin, dan, sessionId)
    first.hangUp()
    expect(plan.sent.map(({ userId }) => userId)).toEqual(['ann'])
  })

  it('does not wait for one who kept a place, until an agent called again', () => {
    const plan = house()
    const [lin, dan] = [plan.seat('1'), plan.guest('dan')]
    const sessionId = dan.start('direct')
    lin.does({ type: 'seat/answer', sessionId })
    dan.hangUp()
    lin.does({ type: 'seat/answer', sessionId: plan.guest('bob').start('direct') })
    const [first, ann] = [plan.guest('first'), plan.guest('ann')]
    first.start('direct')
    dan.start('direct', 'again')
    ann.start('direct')
    for (const who of [dan, ann]) {
      who.says({})
      who.says(leaves)
    }
    lin.does({ type: 'seat/callAgain', sessionId })
    first.hangUp()
    expect(plan.sent.map(({ userId }) => userId)).toEqual(['dan', 'ann'])
  })

  it('names the seat that is meant, and the channel where none is', () => {
    const plan = called()
    expect(plan.sent).toMatchObject([{ words: { seat: 'Direct' } }])
    const again = house()
    const [lin, ann] = [again.seat('1'), again.guest('ann')]
    const sessionId = ann.start('direct')
    ann.says({ allowed: ['T1'] })
    lin.does({ type: 'seat/answer', sessionId })
    ann.hangUp()
    lin.does({ type: 'seat/callAgain', sessionId })
    expect(again.sent).toMatchObject([{ words: { seat: 'Seat 1' } }])
  })
})
