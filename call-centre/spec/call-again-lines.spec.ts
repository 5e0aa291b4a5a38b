/** An agent calls a customer again who has called by more than one way. */
import { checkConfig } from '../server/config/read-config'
import { floorPlan, type TestSeat } from './floor-plan'
import { house, leaves } from './waiting-scene'

const lastOf = ({ heard }: TestSeat, type: string) => heard.findLast((notice) => notice.type === type)
const rings = ({ heard }: TestSeat): boolean => heard.some(({ type }) => type === 'seat/incoming')

const callAgain = { brokenWithinMs: 300_000, expectedForMs: 1_800_000 }
const key = (name: string, group: string) => ({ key: name, label: group, then: 'queue', group }) as const
const { groups, channels } = checkConfig({
  sdkAppId: '1400000000',
  groups: {
    sales: { name: 'Sales', seats: { '1': 1, '3': 1 } },
    support: { name: 'Support', seats: { '1': 2, '2': 1 } },
  },
  channels: {
    menu: { name: 'Menu', group: 'sales', ivr: { prompt: '1 or 2', keys: [key('1', 'sales'), key('2', 'support')] } },
  },
})

describe('the customer of a skill group', () => {
  /** Seat 1 has talked with Ann, who has chosen `pressed`; seats 2 and 3 work since. */
  const talked = (pressed: string) => {
    const plan = floorPlan({ groups, channels })
    const [one, ann] = [plan.seat('1'), plan.customer('ann')]
    const sessionId = ann.start('menu')
    ann.digits(pressed)
    one.does({ type: 'seat/answer', sessionId })
    return { ...plan, one, ann, sessionId, two: plan.seat('2'), three: plan.seat('3') }
  }

  it.each([
    ['1', [false, true]],
    ['2', [true, false]],
  ])('who chose %s comes to a seat of the same group when the one that called is gone', (pressed, expected) => {
    const { one, two, three, ann, sessionId } = talked(pressed)
    ann.hangUp()
    one.does({ type: 'seat/callAgain', sessionId })
    one.does({ type: 'seat/signOut' })
    ann.start('menu', 'again')
    expect([rings(two), rings(three)]).toEqual(expected)
  })

  it('whose call was given to another group comes to that one', () => {
    const { one, two, three, ann, sessionId, clock } = talked('1')
    three.does({ type: 'seat/status', status: 'busy' })
    one.does({ type: 'seat/transfer', sessionId, toGroup: 'support' })
    two.does({ type: 'seat/answer', sessionId })
    clock.advance(1_000)
    ann.hangUp()
    one.does({ type: 'seat/callAgain', sessionId })
    expect(lastOf(one, 'seat/expects')).toMatchObject({ caller: 'ann', channel: 'Menu' })
    one.does({ type: 'seat/signOut' })
    three.does({ type: 'seat/status', status: 'online' })
    ann.start('menu', 'again')
    expect(two.heard.filter(({ type }) => type === 'seat/incoming')).toHaveLength(2)
    expect(rings(three)).toBe(false)
  })
})

describe('a customer who has left a line, and keeps the place', () => {
  /** Ann has talked with Lin by `channelId`, and has then left the line of "direct". */
  const left = (channelId: string) => {
    const plan = house({}, undefined, { callAgain })
    const [lin, ann, bob] = [plan.seat('1'), plan.guest('ann'), plan.guest('bob')]
    const sessionId = ann.start(channelId, 'before')
    ann.digits('1')
    lin.does({ type: 'seat/answer', sessionId })
    ann.hangUp()
    lin.does({ type: 'seat/answer', sessionId: bob.start('direct') })
    plan.guest('first').start('direct')
    ann.start('direct')
    ann.says({})
    ann.says(leaves)
    return { ...plan, lin, ann, bob, sessionId, places: () => plan.centre.state().places }
  }

  it('of another channel keeps it: the agent is told why nobody is called', () => {
    const { lin, sessionId, places } = left('menu')
    lin.does({ type: 'seat/callAgain', sessionId })
    expect(lastOf(lin, 'seat/refused')).toMatchObject({ code: 'KEEPS_A_PLACE' })
    expect(places()).toMatchObject([{ channel: 'Direct', state: 'kept' }])
  })

  it('of the same line is called, and hears of it when the time is over', () => {
    const { lin, ann, sessionId, clock, places } = left('direct')
    lin.does({ type: 'seat/callAgain', sessionId })
    expect(lastOf(lin, 'seat/expects')).toMatchObject({ caller: 'ann', channel: 'Direct' })
    expect(places()).toMatchObject([{ channel: 'Direct', state: 'called' }])
    clock.advance((places()[0]?.dueAt ?? 0) - clock.now() + 1)
    ann.start('direct', 'late')
    ann.says({})
    expect(ann.hears()).toContainEqual({ gone: true })
  })

  it('keeps it when a talk by another channel breaks', () => {
    const { ann, bob, lin, seat, centre, places } = left('menu')
    // The call of "first" rings there.
    seat('2')
    const sessionId = ann.start('menu', 'other')
    ann.digits('1')
    bob.hangUp()
    lin.does({ type: 'seat/status', status: 'online' })
    lin.does({ type: 'seat/answer', sessionId })
    centre.linkGone(ann.linkId)
    expect(places()).toMatchObject([{ channel: 'Direct' }])
  })
})
