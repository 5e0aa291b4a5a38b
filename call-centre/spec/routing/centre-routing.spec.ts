import { checkConfig } from '../../server/config/read-config'
import { createMetrics } from '../../server/observe/metrics'
import { floorPlan, type TestCustomer } from '../floor-plan'

const { channels, groups, holidays } = checkConfig({
  sdkAppId: '1400000000',
  channels: {
    sales: { name: 'Sales', group: 'sales' },
    support: { name: 'Support', group: 'support' },
    direct: { name: 'Direct' },
    urgent: { name: 'Urgent', priority: 9 },
    known: { name: 'Known', lastSeatFirst: true },
    office: { name: 'Office', openHours: [{ days: [0, 1, 2, 3, 4, 5, 6], from: '00:00', to: '24:00' }] },
    menu: {
      name: 'Menu',
      group: 'support',
      ivr: {
        prompt: 'Press 1 or 2',
        keys: [
          { key: '1', label: 'Sales', then: 'queue', group: 'sales' },
          { key: '2', label: 'Support', then: 'queue' },
        ],
      },
    },
  },
  groups: {
    sales: { name: 'Sales', seats: { '1': 1 }, overflow: { afterMs: 30_000, to: 'support' } },
    support: { name: 'Support', seats: { '2': 1, '3': 2 } },
  },
  holidays: [{ date: '2030-01-02' }],
})
const plan = (more: Parameters<typeof floorPlan>[0] = {}) => floorPlan({ channels, groups, ...more })

const seatOf = ({ heard }: TestCustomer) => {
  const ringing = heard.findLast((message) => message.type === 'call/ringing')
  return ringing?.type === 'call/ringing' ? ringing.seat.seatId : undefined
}
const lastOf = ({ heard }: TestCustomer) => heard.at(-1)

describe('groups', () => {
  it('get their own calls only, the best seat first, also by the key of a menu', () => {
    const { seat, customer } = plan()
    seat('3')
    seat('2')
    const [ann, bob, cid] = [customer('ann'), customer('bob'), customer('cid')]
    ann.start('support')
    bob.start('menu')
    bob.digits('1')
    cid.start('menu')
    cid.digits('2')
    expect([seatOf(ann), seatOf(bob), seatOf(cid)]).toEqual(['2', undefined, '3'])
    seat('1')
    expect(seatOf(bob)).toBe('1')
  })

  it('have places of their own', () => {
    const { customer } = plan()
    const [ann, bob, cid] = [customer('ann'), customer('bob'), customer('cid')]
    ann.start('support')
    bob.start('sales')
    cid.start('support')
    expect([ann, bob, cid].map(lastOf)).toMatchObject([{ position: 1 }, { position: 1 }, { position: 2 }])
  })

  it('help out after the time, to the millisecond, and those who wait longer come first', () => {
    const { seat, customer, clock } = plan()
    const two = seat('2')
    const [ann, bob, cid] = [customer('ann'), customer('bob'), customer('cid')]
    ann.start('sales')
    clock.advance(10)
    const sessionId = bob.start('support')
    two.does({ type: 'seat/answer', sessionId })
    cid.start('support')
    clock.advance(29_989)
    expect(ann.words()).toBe('started queued')
    clock.advance(1)
    two.does({ type: 'seat/hangUp', sessionId })
    expect([ann.words(), cid.words()]).toEqual(['started queued ringing', 'started queued'])
  })

  it('help out at once when they are free as the time comes', () => {
    const { seat, customer, clock } = plan()
    seat('2')
    const ann = customer('ann')
    ann.start('sales')
    clock.advance(30_000)
    expect(seatOf(ann)).toBe('2')
  })

  it('wait for their own seats anew when the call was given back', () => {
    const { seat, customer, clock } = plan()
    const [one, ann] = [seat('1'), customer('ann')]
    const sessionId = ann.start('sales')
    one.does({ type: 'seat/answer', sessionId })
    clock.advance(60_000)
    const two = seat('2')
    one.does({ type: 'seat/transfer', sessionId })
    clock.advance(29_999)
    expect(two.words()).toBe('signedIn')
    clock.advance(1)
    expect(two.words()).toBe('signedIn incoming')
  })

  it('without anybody at work end the call where the configuration says so, and no other group’s calls', () => {
    const { seat, customer } = plan({ noSeatOnline: 'end' })
    seat('1')
    const [ann, bob] = [customer('ann'), customer('bob')]
    ann.start('support')
    bob.start('sales')
    expect(lastOf(ann)).toMatchObject({ type: 'call/ended', endStatus: 'noSeatOnline' })
    expect(seatOf(bob)).toBe('1')
  })

  it('have somebody at work also where that seat talks and has asked for a break', () => {
    const { seat, customer } = plan({ noSeatOnline: 'end' })
    const [one, ann, bob] = [seat('1'), customer('ann'), customer('bob')]
    const sessionId = ann.start('sales')
    one.does({ type: 'seat/answer', sessionId })
    one.does({ type: 'seat/status', status: 'busy' })
    bob.start('sales')
    expect(bob.words()).toBe('started queued')
    one.does({ type: 'seat/hangUp', sessionId })
    expect(lastOf(bob)).toMatchObject({ type: 'call/ended', endStatus: 'noSeatOnline' })
  })

  it('take a call that is given to them while their other seat talks and has asked for a break', () => {
    const { seat, customer } = plan()
    const [two, three, ann, bob] = [seat('2'), seat('3'), customer('ann'), customer('bob')]
    const sessions = [ann.start('support'), bob.start('support')]
    for (const [index, desk] of [two, three].entries()) {
      desk.does({ type: 'seat/answer', sessionId: sessions[index] ?? '' })
      desk.does({ type: 'seat/status', status: 'busy' })
    }
    two.does({ type: 'seat/transfer', sessionId: sessions[0] ?? '', toGroup: 'support' })
    expect(two.words()).toMatch(/transferred/)
  })

  it('without anybody at work promise no wait', () => {
    const { seat, customer } = plan()
    seat('2').does({ type: 'seat/status', status: 'busy' })
    seat('3')
    const [ann, bob] = [customer('ann'), customer('bob')]
    ann.start('sales')
    bob.start('support')
    expect(lastOf(ann)).not.toHaveProperty('estimatedWaitMs')
    expect(bob.heard[1]).toMatchObject({ type: 'call/queued', estimatedWaitMs: 60_000 })
  })
})

it('a channel of a higher priority comes before all who have waited longer, and is told so', () => {
  const { seat, customer } = plan()
  const [ann, bob, cid] = [customer('ann'), customer('bob'), customer('cid')]
  ann.start('direct')
  bob.start('urgent')
  cid.start('urgent')
  expect([ann, bob, cid].map(lastOf)).toMatchObject([{ position: 3 }, { position: 1 }, { position: 2 }])
  seat('7')
  expect([ann, bob, cid].map(seatOf)).toEqual([undefined, '7', undefined])
})

it('the seat that talked with the customer last rings first where the channel wishes it', () => {
  const { seat, customer, clock } = plan()
  const ann = customer('ann')
  const two = seat('2')
  const sessionId = ann.start('direct')
  two.does({ type: 'seat/answer', sessionId })
  seat('1')
  clock.advance(1_000)
  two.does({ type: 'seat/hangUp', sessionId })
  ann.start('known', 'second')
  expect(seatOf(ann)).toBe('2')
  ann.hangUp()
  // That call was given up before anybody talked: the seat before it is still the last one.
  clock.advance(1_000)
  ann.start('known', 'third')
  expect(seatOf(ann)).toBe('2')
  ann.hangUp()
  ann.start('direct', 'fourth')
  expect(seatOf(ann)).toBe('1')
})

it('on a holiday the customer hears that it is closed, and not a word of a queue', () => {
  const { customer } = plan({ holidays })
  const ann = customer('ann')
  ann.start('office')
  expect(ann.words()).toBe('started ended')
  expect(lastOf(ann)).toMatchObject({ endStatus: 'notWorkTime' })
})

describe('the estimate of a wait', () => {
  it('is held against what happened: the first that was told, against the answer', async () => {
    const { seat, customer, clock, centre, phases } = plan()
    const one = seat('7')
    const [ann, bob] = [customer('ann'), customer('bob')]
    const first = ann.start('direct')
    one.does({ type: 'seat/answer', sessionId: first })
    const second = bob.start('direct')
    expect(lastOf(bob)).toMatchObject({ estimatedWaitMs: 60_000 })
    clock.advance(90_000)
    one.does({ type: 'seat/hangUp', sessionId: first })
    clock.advance(5_000)
    one.does({ type: 'seat/answer', sessionId: second })
    // Ann was told 60 s and waited for nothing, Bob was told 60 s and waited 95 s.
    expect(centre.state().estimate).toEqual({ calls: 2, meanErrorMs: 47_500, late: 1 })
    const records = { waiting: () => 0, deadLetters: () => [] }
    const metrics = createMetrics(() => ({ ...centre.state(), links: { customer: 0, seat: 0 } }), records)
    for (const change of phases) metrics.see({ type: 'call', ...change })
    const text = await metrics.scrape()
    expect(text).toContain('tccc_wait_estimate_error_seconds_sum{side="late"} 35')
    expect(text).toContain('tccc_wait_estimate_error_seconds_sum{side="early"} 60')
  })

  it('is measured anew after a transfer, and not at all where nothing was promised or nobody answered', () => {
    const { seat, customer, clock, centre } = plan()
    const ann = customer('ann')
    const sessionId = ann.start('direct')
    expect(ann.words()).toBe('started queued')
    const one = seat('7')
    one.does({ type: 'seat/answer', sessionId })
    expect(centre.state().estimate).toBeUndefined()
    clock.advance(500_000)
    const two = seat('8')
    one.does({ type: 'seat/transfer', sessionId })
    two.does({ type: 'seat/answer', sessionId })
    expect(centre.state().estimate).toMatchObject({ calls: 1, meanErrorMs: 60_000 })
    customer('bob').start('direct')
    centre.seatGone('7')
    expect(centre.state().estimate).toMatchObject({ calls: 1 })
  })
})

it.each([
  [{ channels: { a: { name: 'A', group: 'nowhere' } } }, 'channels.a.group names "nowhere"'],
  [
    {
      channels: { a: { name: 'A' } },
      groups: { g: { name: 'G', overflow: { afterMs: 1, to: 'nowhere' } } },
    },
    'groups.g.overflow.to names "nowhere"',
  ],
  [
    {
      channels: {
        a: { name: 'A', ivr: { prompt: 'P', keys: [{ key: '1', label: 'L', then: 'queue', group: 'nowhere' }] } },
      },
    },
    'channels.a.ivr.keys.0.group names "nowhere"',
  ],
])('a group that is not described is named with its place: %j', (wrong, message) => {
  expect(() => checkConfig({ sdkAppId: '1400000000', ...wrong })).toThrow(message)
})
