/** A call that came back to a kept place and breaks off: the place is put back, once. */
import type { CentreConfig } from '../server/config/centre-config'
import { createShelf } from '../server/state/shelf'
import type { FloorPlan, TestCustomer } from './floor-plan'
import { called, house, lastWords, left, placeOf, takenOver } from './waiting-scene'

describe('a call that breaks off before it was answered', () => {
  const breaks = (plan: FloorPlan & { readonly ann: TestCustomer }, callId = 'again') => {
    plan.ann.start('direct', callId)
    plan.centre.linkGone(plan.ann.linkId)
  }

  it('puts the place back as it was called, with the whole time from then on', () => {
    const plan = called()
    plan.clock.advance(290_000)
    breaks(plan)
    expect(placeOf(plan)).toMatchObject({ state: 'called', message: 'sent' })
    plan.clock.advance(299_999)
    expect(placeOf(plan)).toMatchObject({ state: 'called' })
    plan.ann.start('direct', 'third')
    expect(plan.ann.heard.at(-1)).toMatchObject({ type: 'call/queued', position: 1 })
    expect(plan.sent).toHaveLength(1)
  })

  it('also when it had waited longer than the time to come back', () => {
    const plan = called()
    plan.ann.start('direct', 'again')
    plan.clock.advance(400_000)
    plan.centre.linkGone(plan.ann.linkId)
    expect(placeOf(plan)).toMatchObject({ state: 'called', dueAt: plan.clock.now() + 300_000 })
  })

  it('puts it back with what became of the message', () => {
    const plan = left()
    plan.first.hangUp()
    plan.told('refused')
    breaks(plan)
    expect(placeOf(plan)).toMatchObject({ state: 'called', message: 'refused' })
  })

  it('before the turn: the place is kept as long as it would have been, and is called when it is the turn', () => {
    const plan = left()
    const { dueAt } = placeOf(plan) ?? {}
    plan.allow('ann', ['T1'])
    breaks(plan)
    expect(placeOf(plan)).toMatchObject({ state: 'kept', dueAt })
    expect(placeOf(plan)).not.toHaveProperty('message')
    plan.first.hangUp()
    expect(plan.sent).toHaveLength(1)
  })

  it('while the message was on its way and had not gone out: the customer is called anew', () => {
    const plan = left()
    plan.first.hangUp()
    plan.allow('ann', ['T1'])
    breaks(plan)
    expect(plan.sent).toHaveLength(2)
    plan.told('sent')
    expect(placeOf(plan)).toMatchObject({ state: 'called', message: 'sent' })
  })

  it('after the reminder: no second one comes', () => {
    const plan = called({}, createShelf([]), ['T1', 'R1'])
    plan.clock.advance(150_000)
    plan.allow('ann', ['R1'])
    breaks(plan)
    plan.clock.advance(600_000)
    expect(plan.sent).toHaveLength(2)
  })

  it.each<readonly [string, Partial<CentreConfig>, (plan: FloorPlan) => void]>([
    [
      'because nobody works any more',
      { noSeatOnline: 'end' },
      ({ centre }) => {
        centre.seatGone('1')
      },
    ],
    [
      'because it has rung in vain',
      { maxMissedRings: 1 },
      ({ clock }) => {
        clock.advance(10_000)
      },
    ],
  ])('%s: the customer has the place the next time', (_, config, ends) => {
    const shelf = createShelf([])
    called({}, shelf).bob.hangUp()
    shelf.take()
    const plan = house({}, shelf, config)
    plan.seat('1')
    const ann = plan.guest('ann')
    ann.start('direct', 'again')
    expect(lastWords(ann)).toBe('queued ringing')
    ends(plan)
    expect(plan.records.at(-1)).toMatchObject({ Caller: 'ann' })
    expect(placeOf(plan)).toMatchObject({ caller: 'ann', state: 'called', message: 'sent' })
  })

  it('after it was answered, and has gone back to the queue: the place was used, and nobody hears that it is gone', () => {
    const plan = called()
    const again = plan.ann.start('direct', 'again')
    plan.bob.hangUp()
    plan.lin.does({ type: 'seat/answer', sessionId: again })
    plan.lin.does({ type: 'seat/transfer', sessionId: again })
    plan.centre.linkGone(plan.ann.linkId)
    expect(plan.centre.state().places).toEqual([])
    plan.clock.advance(400_000)
    plan.ann.start('direct', 'later')
    plan.ann.says({})
    expect(plan.ann.hears()).not.toContainEqual({ gone: true })
  })

  it('in the next process, too: what was kept with the call is the whole place', () => {
    const shelf = createShelf([])
    const plan = called({}, shelf)
    plan.ann.start('direct', 'again')
    const after = takenOver(shelf, plan)
    after.centre.linkGone(plan.ann.linkId)
    expect(placeOf(after)).toMatchObject({ caller: 'ann', state: 'called', message: 'sent' })
  })
})
