/** Text beside the voice: kept with the call, told to whoever talks in it, and back how far it has come. */
import { limits } from '../server/limits'
import { createShelf } from '../server/state/shelf'
import { floorPlan } from './floor-plan'

const calling = (more = {}, shelf = createShelf([])) => {
  const plan = floorPlan(more, shelf)
  const ann = plan.customer('ann')
  const sessionId = ann.start('direct')
  const says = (body: object, from = 'ann') => {
    const aside = { type: 'call/aside', sessionId, about: 'text', body: JSON.stringify(body) } as const
    plan.centre.customer({ linkId: `link-${from}`, userId: from }, aside)
  }
  const hears = () => ann.heard.flatMap((told) => (told.type === 'call/aside' ? [JSON.parse(told.body) as object] : []))
  const answered = () => {
    const lin = plan.seat('1')
    lin.does({ type: 'seat/answer', sessionId })
    return lin
  }
  return { ...plan, ann, sessionId, says, hears, answered }
}

describe('a text of the customer', () => {
  it('that was written while waiting is told when the seat talks, once, however often it came', () => {
    const { says, answered } = calling()
    says({ id: 't1', text: 'My order is late' })
    says({ id: 't1', text: 'My order is late' })
    const texts = answered().heard.filter(({ type }) => type === 'seat/text')
    expect(texts).toMatchObject([{ textId: 't1', by: 'customer', text: 'My order is late' }])
  })

  it('comes back as delivered and read, each once, and never backwards', () => {
    const { says, hears, answered, sessionId } = calling()
    says({ id: 't1', text: 'Hello' })
    const lin = answered()
    const saw = (seen: 'delivered' | 'read') => {
      lin.does({ type: 'seat/textSeen', sessionId, textId: 't1', seen })
    }
    ;(['delivered', 'delivered', 'read', 'delivered'] as const).forEach(saw)
    expect(hears()).toEqual([
      { id: 't1', seen: 'delivered' },
      { id: 't1', seen: 'read' },
    ])
  })

  it.each<[string, object]>([
    ['without words', { id: 't1', text: '' }],
    ['of 1,025 bytes', { id: 't1', text: 'x'.repeat(1_025) }],
    ['without a name', { text: 'Hello' }],
    ['with a name that is too long', { id: 'x'.repeat(129), text: 'Hello' }],
  ])('%s is ignored', (_, body) => {
    const { says, answered } = calling()
    says(body)
    expect(answered().heard.some(({ type }) => type === 'seat/text')).toBe(false)
  })

  it('of somebody else is ignored', () => {
    const { says, answered } = calling()
    says({ id: 't1', text: 'Hello' }, 'bob')
    expect(answered().heard.some(({ type }) => type === 'seat/textOn')).toBe(false)
  })

  it('pushes out the oldest, when there are more than are kept', () => {
    const { says, answered } = calling()
    for (let each = 0; each <= limits.textsKept; each += 1) says({ id: `t${each}`, text: 'x' })
    const ids = answered().heard.flatMap((told) => (told.type === 'seat/text' ? [told.textId] : []))
    expect([ids.length, ids[0]]).toEqual([limits.textsKept, 't1'])
  })
})

describe('a text of the seat', () => {
  it('goes to a page that shows text, and comes back as delivered and read', () => {
    const { says, hears, answered, sessionId } = calling()
    says({})
    const lin = answered()
    lin.does({ type: 'seat/text', sessionId, textId: 's1', text: 'Which one?' })
    lin.does({ type: 'seat/text', sessionId, textId: 's1', text: 'Which one?' })
    expect(hears()).toEqual([{ id: 's1', text: 'Which one?', name: 'Seat 1' }])
    says({ id: 's1', seen: 'delivered' })
    says({ id: 's1', seen: 'read' })
    expect(lin.heard.filter(({ type }) => type === 'seat/textSeen')).toMatchObject([
      { seen: 'delivered' },
      { seen: 'read' },
    ])
  })

  it('is refused where no page would show it: an old SDK, or a page without text', () => {
    const { answered, sessionId, hears } = calling()
    const lin = answered()
    expect(lin.heard.some(({ type }) => type === 'seat/textOn')).toBe(false)
    lin.does({ type: 'seat/text', sessionId, textId: 's1', text: 'Which one?' })
    expect(lin.heard.at(-1)).toMatchObject({ type: 'seat/refused', command: 'seat/text' })
    expect(hears()).toEqual([])
  })

  it('of a seat that does not talk in the call is refused', () => {
    const { says, answered, seat, sessionId, hears } = calling()
    says({})
    answered()
    seat('2').does({ type: 'seat/text', sessionId, textId: 's1', text: 'Which one?' })
    seat('2').does({ type: 'seat/textSeen', sessionId, textId: 's1', seen: 'read' })
    expect(hears()).toEqual([])
  })
})

describe('all texts of a call', () => {
  it('are told to the seat that it is given to, and to one that comes back', () => {
    const { says, answered, seat, sessionId, centre } = calling()
    says({ id: 't1', text: 'Hello' })
    const lin = answered()
    const wang = seat('2')
    lin.does({ type: 'seat/transfer', sessionId, toSeatId: '2' })
    wang.does({ type: 'seat/answer', sessionId })
    expect(wang.heard).toContainEqual(expect.objectContaining({ type: 'seat/text', textId: 't1' }))
    centre.signIn('2', 'Seat 2')
    expect(wang.heard.filter(({ type }) => type === 'seat/text')).toHaveLength(2)
  })

  it('outlive the process', () => {
    const shelf = createShelf([])
    const before = calling({}, shelf)
    before.says({ id: 't1', text: 'Hello' })
    shelf.take()
    const again = floorPlan({}, shelf)
    again.customer('ann')
    const lin = again.seat('1')
    lin.does({ type: 'seat/answer', sessionId: before.sessionId })
    expect(lin.heard).toContainEqual(expect.objectContaining({ type: 'seat/text', textId: 't1' }))
  })

  it('are in the record where the configuration says so, and nowhere else', () => {
    const recordOf = (textInRecord: boolean) => {
      const { says, ann, answered, sessionId, records } = calling({ textInRecord })
      says({ id: 't1', text: 'Hello' })
      answered().does({ type: 'seat/text', sessionId, textId: 's1', text: 'Hi' })
      ann.hangUp()
      return records.at(-1)
    }
    expect(recordOf(true)).toMatchObject({
      Texts: [
        { From: '', Text: 'Hello' },
        { From: 'Seat 1', Text: 'Hi' },
      ],
    })
    expect(recordOf(false)).not.toHaveProperty('Texts')
  })
})
