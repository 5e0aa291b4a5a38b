/** What an app says of a call: the agent sees it, the record holds it, and a restart does not lose it. */
import { createShelf } from '../server/state/shelf'
import { floorPlan } from './floor-plan'

const order = '{"order":"A-1029"}'
const other = '{"order":"A-2000"}'

const calling = (shelf = createShelf([])) => {
  const plan = floorPlan({}, shelf)
  const ann = plan.customer('ann')
  const start = (context?: string) => ann.start('direct', 'c1', context)
  const change = (sessionId: string, context: string) => {
    plan.centre.customer(
      { linkId: ann.linkId, userId: 'ann' },
      { type: 'call/aside', sessionId, about: 'context', body: context },
    )
  }
  return { ...plan, ann, start, change }
}

describe('the context of a call', () => {
  it('is shown as it rings, and as one talks', () => {
    const { seat, start } = calling()
    const lin = seat('1')
    const sessionId = start(order)
    expect(lin.heard).toContainEqual(expect.objectContaining({ type: 'seat/incoming', context: order }))
    lin.does({ type: 'seat/answer', sessionId })
    expect(lin.heard).toContainEqual(expect.objectContaining({ type: 'seat/talking', context: order }))
  })

  it('that changes while the customer waits is what rings; while it rings or is talked about, it is told', () => {
    const { seat, start, change } = calling()
    const sessionId = start(order)
    change(sessionId, other)
    const lin = seat('1')
    expect(lin.heard).toContainEqual(expect.objectContaining({ type: 'seat/incoming', context: other }))
    change(sessionId, order)
    expect(lin.heard.at(-1)).toEqual({ type: 'seat/context', sessionId, context: order })
    lin.does({ type: 'seat/answer', sessionId })
    change(sessionId, other)
    expect(lin.heard).toContainEqual({ type: 'seat/context', sessionId, context: other })
  })

  it('that changes is told to a colleague who is asked, while it rings there and while the two talk', () => {
    const { seat, start, change } = calling()
    const [one, two] = [seat('1'), seat('2')]
    const sessionId = start(order)
    one.does({ type: 'seat/answer', sessionId })
    one.does({ type: 'seat/consult', sessionId, toSeatId: '2' })
    change(sessionId, other)
    expect(two.heard).toContainEqual({ type: 'seat/context', sessionId, context: other })
    two.does({ type: 'seat/answer', sessionId })
    change(sessionId, order)
    for (const { heard } of [one, two])
      expect(heard.at(-1)).toEqual({ type: 'seat/context', sessionId, context: order })
    two.does({ type: 'seat/goBack', sessionId })
    const before = two.heard.length
    change(sessionId, other)
    expect(two.heard.slice(before).map(({ type }) => type)).not.toContain('seat/context')
  })

  it('is in the record as Uui, as it was last; a call without one has none', () => {
    const { start, change, ann, records } = calling()
    change(start(order), other)
    ann.hangUp()
    expect(records.at(-1)).toMatchObject({ Uui: other })
    const silent = calling()
    silent.start()
    silent.ann.hangUp()
    expect(silent.records.at(-1)).toMatchObject({ Uui: '' })
  })

  it('of a call that is over, or of somebody else, changes nothing', () => {
    const { start, change, ann, records, centre } = calling()
    const sessionId = start(order)
    const aside = { type: 'call/aside', sessionId, about: 'context', body: other } as const
    centre.customer({ linkId: 'link-bob', userId: 'bob' }, aside)
    ann.hangUp()
    change(sessionId, other)
    expect(records.at(-1)).toMatchObject({ Uui: order })
  })

  it('outlives the process', () => {
    const shelf = createShelf([])
    calling(shelf).start(order)
    shelf.take()
    const again = floorPlan({}, shelf)
    again.customer('ann')
    expect(again.seat('1').heard).toContainEqual(expect.objectContaining({ type: 'seat/incoming', context: order }))
  })
})
