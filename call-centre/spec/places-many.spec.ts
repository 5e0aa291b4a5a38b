/** Many customers keep places: there is a limit, and whoever else calls does not wait for them. */
import { limits } from '../server/limits'
import { full, leaves, manyAway, offered } from './waiting-scene'

const noted = ({
  centre,
}: {
  readonly centre: { state(): { readonly places: readonly { readonly state: string }[] } }
}) => centre.state().places.map(({ state }) => state)

describe('when as many places are kept as may be', () => {
  it('nobody else is offered one, and who waits is offered it as soon as one is free', () => {
    const plan = manyAway(limits.placesKept)
    expect(plan.centre.state().places).toHaveLength(limits.placesKept)
    const last = plan.guest('last')
    last.start('direct')
    last.says({})
    expect([last.words(), last.hears()]).toEqual(['started queued', []])
    plan.guest('g0').start('direct', 'again')
    last.says({})
    expect(last.hears()).toEqual([offered])
  })

  it('who was offered one before keeps it', () => {
    const plan = manyAway(limits.placesKept - 1)
    const [eve, fay] = [plan.guest('eve'), plan.guest('fay')]
    for (const who of [eve, fay]) {
      who.start('direct')
      who.says({})
    }
    for (const who of [eve, fay]) who.says(leaves)
    expect([eve.hears(), fay.hears()]).toEqual([eve, fay].map(() => [offered, { kept: { backWithinMs: 300_000 } }]))
  })

  it('an agent who calls a customer again reads that too many are expected; a talk that broke is not waited for', () => {
    const plan = manyAway(limits.placesKept)
    const before = plan.centre.state().places.length
    const sessionId = plan.centre.state().sessions.find(({ caller }) => caller === 'bob')?.sessionId ?? ''
    plan.centre.linkGone(plan.bob.linkId)
    plan.lin.does({ type: 'seat/callAgain', sessionId })
    expect(plan.lin.heard.findLast(({ type }) => type === 'seat/refused')).toMatchObject({
      code: 'TOO_MANY_EXPECTED',
    })
    expect(plan.centre.state().places).toHaveLength(before)
  })

  it('those who did not come are forgotten for those who leave', () => {
    const plan = manyAway(limits.placesKept)
    plan.clock.advance(3_600_000)
    expect(new Set(noted(plan))).toEqual(new Set(['gone']))
    const last = plan.guest('last')
    last.start('direct')
    last.says({})
    last.says(leaves)
    expect(noted(plan).filter((state) => state !== 'gone')).toEqual(['kept'])
    expect(noted(plan)).toHaveLength(limits.placesKept)
  })
})

describe('what a change costs while many keep places', () => {
  /** How often a place in the line is looked up while something happens. */
  const lookUps = (count: number): number => {
    const { lin } = manyAway(count)
    const look = jest.spyOn(WeakMap.prototype, 'get')
    lin.does({ type: 'seat/status', status: 'busy' })
    const times = look.mock.calls.length
    look.mockRestore()
    return times
  }

  it('does not grow with them', () => {
    expect(lookUps(400)).toBeLessThanOrEqual(lookUps(100) + 10)
  })

  it('nor do timers of those who left and came back, however often', () => {
    const plan = full()
    const before = plan.clock.pending()
    for (let times = 0; times < 20; times += 1) {
      plan.ann.says({})
      plan.ann.says(leaves)
      plan.ann.start('direct', `again${times}`)
    }
    expect(plan.clock.pending()).toBeLessThanOrEqual(before + 25)
  })
})
