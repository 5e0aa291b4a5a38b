/** Who comes back to a kept place, and every meeting of the two ends: the turn, the app that opens, a second device, a seat that leaves. */
import { createShelf } from '../server/state/shelf'
import type { FloorPlan } from './floor-plan'
import { called, full, house, lastWords, leaves, left, placeOf, takenOver } from './waiting-scene'

describe('who comes back', () => {
  it('is next, before those who came later; desk and record say how', () => {
    const plan = called()
    const dan = plan.guest('dan')
    dan.start('direct')
    const leftId = plan.records.find(({ Caller }) => Caller === 'ann')?.SessionId
    plan.ann.start('direct', 'again')
    expect([lastWords(plan.ann), plan.ann.heard.at(-1)]).toMatchObject(['started queued', { position: 1 }])
    plan.clock.advance(10_000)
    plan.bob.hangUp()
    expect(lastWords(plan.ann)).toBe('queued ringing')
    expect(plan.lin.heard.findLast(({ type }) => type === 'seat/incoming')).toMatchObject({ caller: 'ann', awayMs: 0 })
    plan.ann.hangUp()
    expect(plan.records.at(-1)).toMatchObject({ Caller: 'ann', PlaceOf: leftId })
    expect(plan.centre.state().places).toEqual([])
  })

  it('does not hear the menu again', () => {
    const plan = full()
    const eve = plan.guest('eve')
    eve.start('menu')
    eve.digits('1')
    eve.says({})
    eve.says(leaves)
    plan.first.hangUp()
    plan.ann.hangUp()
    eve.start('menu', 'again')
    expect(lastWords(eve)).toBe('started queued')
    expect(plan.centre.state().sessions.find(({ caller }) => caller === 'eve')).toMatchObject({
      ivrPath: [{ key: '1', label: 'Sales' }],
    })
  })

  it('before the turn has the old place, and is not called any more', () => {
    const plan = left()
    const dan = plan.guest('dan')
    dan.start('direct')
    plan.ann.start('direct', 'again')
    expect(plan.ann.heard.at(-1)).toMatchObject({ type: 'call/queued', position: 2 })
    plan.first.hangUp()
    expect(plan.sent).toEqual([])
  })

  it('while the message is on its way: the turn comes as the app opens, and nothing is sent to who is here', () => {
    const plan = left()
    plan.first.hangUp()
    plan.ann.start('direct', 'again')
    expect(plan.dropped).toContain(plan.sent[0]?.id)
    plan.told('sent')
    expect(plan.centre.state().places).toEqual([])
  })

  it('too late hears that the place is gone, and waits as anybody does', () => {
    const plan = called()
    plan.clock.advance(300_000)
    expect(placeOf(plan)).toMatchObject({ state: 'gone' })
    const dan = plan.guest('dan')
    dan.start('direct')
    plan.ann.start('direct', 'again')
    plan.ann.says({})
    expect(plan.ann.hears().slice(2, 3)).toEqual([{ gone: true }])
    expect(plan.ann.heard.find((told, at) => told.type === 'call/queued' && at > 3)).toMatchObject({ position: 2 })
  })

  it('has the whole time from the message on, however late that was', () => {
    const plan = left()
    plan.first.hangUp()
    plan.clock.advance(200_000)
    plan.told('sent')
    plan.clock.advance(299_999)
    expect(placeOf(plan)).toMatchObject({ state: 'called', message: 'sent' })
    plan.clock.advance(1)
    expect(placeOf(plan)).toMatchObject({ state: 'gone' })
  })

  it('may do so though the message was refused: the board says that nobody was reached', () => {
    const plan = left()
    plan.first.hangUp()
    plan.told('refused')
    expect(placeOf(plan)).toMatchObject({ state: 'called', message: 'refused' })
    plan.ann.start('direct', 'again')
    expect(plan.ann.heard.at(-1)).toMatchObject({ type: 'call/queued', position: 1 })
  })

  it('is reminded once, half of the time before it is over, where that is allowed', () => {
    const plan = called({}, createShelf([]), ['T1', 'R1'])
    plan.clock.advance(149_999)
    expect(plan.sent).toHaveLength(1)
    plan.clock.advance(1)
    expect(plan.sent[1]).toMatchObject({ kind: 'reminder', words: { minutes: '2' } })
    plan.clock.advance(150_000)
    expect(plan.sent).toHaveLength(2)
  })

  it.each([
    ['is not reminded again by the next process', 150_000, []],
    ['is reminded by the next process where the one before ended earlier', 149_999, ['reminder']],
  ])('%s', (_, ms, reminders) => {
    const shelf = createShelf([])
    const plan = called({}, shelf, ['T1', 'R1'])
    plan.clock.advance(ms)
    const after = takenOver(shelf, plan)
    after.allow('ann', ['R1'])
    after.clock.advance(300_000)
    expect(after.sent.map(({ kind }) => kind)).toEqual(reminders)
  })

  it('after a place that nobody called was given up, hears so, too', () => {
    const plan = left({ keptForMs: 60_000 })
    plan.clock.advance(60_000)
    expect(placeOf(plan)).toMatchObject({ state: 'gone' })
    plan.clock.advance(86_400_000)
    expect(placeOf(plan)).toBeUndefined()
  })
})

describe('a second device', () => {
  const onTablet = (plan: FloorPlan, callId: string) => {
    plan.centre.customer(
      { linkId: 'link-tablet', userId: 'ann' },
      { type: 'call/start', callId, channelId: 'direct', media: 'audio' },
    )
  }

  it('is refused while the first is in the call, and the place is used once', () => {
    const plan = called()
    plan.ann.start('direct', 'again')
    onTablet(plan, 'tablet')
    expect(plan.centre.state().sessions.filter(({ caller }) => caller === 'ann')).toHaveLength(1)
  })

  it('has the place when the line of the first is lost; the first hears that it is over when it resumes', () => {
    const plan = called()
    plan.guest('dan').start('direct')
    plan.ann.start('direct', 'again')
    plan.centre.line(plan.ann.linkId, 'lost')
    onTablet(plan, 'tablet')
    expect(plan.ann.heard.at(-1)).toMatchObject({ type: 'call/ended', endStatus: 'callConflict' })
    plan.bob.hangUp()
    expect(plan.centre.state().sessions.find(({ caller }) => caller === 'ann')).toMatchObject({ phase: 'ringing' })
  })

  it('takes nothing from a first one that resumes: what it says of the call that was left is too late', () => {
    const plan = full()
    plan.ann.says({})
    plan.centre.line(plan.ann.linkId, 'lost')
    onTablet(plan, 'tablet')
    plan.centre.line(plan.ann.linkId, 'up')
    plan.ann.says(leaves)
    expect(plan.centre.state().places).toEqual([])
    expect(plan.centre.state().sessions.filter(({ caller }) => caller === 'ann')).toMatchObject([{ phase: 'waiting' }])
  })
})

describe('a place', () => {
  it('outlives the seat that leaves: the customer who comes back waits for the next one', () => {
    const plan = called()
    plan.centre.seatGone('1')
    plan.ann.start('direct', 'again')
    expect(lastWords(plan.ann)).toBe('started queued')
    plan.seat('2')
    expect(plan.centre.state().sessions.map(({ caller, phase }) => `${caller} ${phase}`)).toContain('ann waiting')
    plan.seat('3')
    expect(plan.centre.state().sessions.map(({ caller, phase }) => `${caller} ${phase}`)).toContain('ann ringing')
  })

  it('outlives the process, where it was in the line', () => {
    const shelf = createShelf([])
    left({}, shelf)
    shelf.take()
    const after = house({}, shelf)
    const [first, ann, dan] = [after.guest('first'), after.guest('ann'), after.guest('dan')]
    dan.start('direct')
    ann.start('direct', 'again')
    expect(ann.heard.at(-1)).toMatchObject({ position: 2 })
    expect(first.words()).toBe('')
  })

  it('that was called in the process before is not called again', () => {
    const shelf = createShelf([])
    called({}, shelf)
    shelf.take()
    const after = house({}, shelf)
    after.seat('2')
    expect(after.sent).toEqual([])
    after.clock.advance(300_000)
    expect(placeOf(after)).toMatchObject({ state: 'gone' })
  })

  it('is forgotten with the customer', () => {
    const plan = called()
    plan.centre.forget('ann')
    expect(plan.centre.state().places).toEqual([])
  })
})
