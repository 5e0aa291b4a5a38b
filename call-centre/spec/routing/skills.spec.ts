/** Skills of accounts: an administrator sets them, and the next ring honours them. */
import type { Account, Skills } from '../../server/accounts/account'
import { rankOf } from '../../server/routing/reach'
import { floorPlan } from '../floor-plan'

const groups = {
  sales: { name: 'Sales', seats: { '1': 1 } },
  support: { name: 'Support' },
}
const channels = { sales: { name: 'Sales', group: 'sales', priority: 0, lastSeatFirst: false } }

it('skills of an account take the place of what the configuration says of its seat', () => {
  const rank = (skills?: Skills) => ['sales', 'support'].map((group) => rankOf(groups, [group], '1', skills))
  expect(rank()).toEqual([1, 1])
  expect(rank({ sales: 4 })).toEqual([4, undefined])
  expect(rank({})).toEqual([undefined, undefined])
  expect(rank(JSON.parse('{"constructor":1}') as Skills)).toEqual([undefined, undefined])
})

describe('an administrator gives a seat other skills', () => {
  const play = (first: Skills | undefined) => {
    const accounts: Account[] = []
    const set = (accountId: string, skills: Skills | undefined): void => {
      const index = accounts.findIndex((each) => each.accountId === accountId)
      accounts.splice(index < 0 ? accounts.length : index, 1, {
        ...{ accountId, name: accountId, role: 'seat', disabled: false },
        ...(skills ? { skills } : {}),
      })
    }
    set('2', first)
    const plan = floorPlan({ groups, channels }, undefined, {}, accounts)
    return { plan, two: plan.seat('2'), set }
  }

  it('and the call that waits rings there at once', () => {
    const { plan, two, set } = play(undefined)
    const ann = plan.customer('ann')
    ann.start('sales')
    expect(two.words()).toBe('signedIn')
    set('2', { sales: 2 })
    plan.centre.skillsChanged()
    expect(two.words()).toBe('signedIn incoming')
  })

  it('and the next call rings at the better one', () => {
    const { plan, two, set } = play({ sales: 5 })
    const one = plan.seat('1')
    set('2', { sales: 1 })
    set('1', { sales: 2 })
    plan.customer('ann').start('sales')
    expect([one.words(), two.words()]).toEqual(['signedIn', 'signedIn incoming'])
  })

  it('and what rings there already goes on: it was right when it began', () => {
    const { plan, two, set } = play({ sales: 1 })
    const sessionId = plan.customer('ann').start('sales')
    set('2', {})
    plan.centre.skillsChanged()
    two.does({ type: 'seat/answer', sessionId })
    expect(two.words()).toBe('signedIn incoming talking')
  })

  it('and customers are sent home when nobody is left who may take them', () => {
    const accounts: Account[] = []
    const plan = floorPlan({ groups, channels, noSeatOnline: 'end' }, undefined, {}, accounts)
    const one = plan.seat('1')
    one.does({ type: 'seat/status', status: 'busy' })
    one.does({ type: 'seat/status', status: 'online' })
    const busy = plan.customer('bob').start('sales')
    one.does({ type: 'seat/answer', sessionId: busy })
    const ann = plan.customer('ann')
    ann.start('sales')
    expect(ann.words()).toBe('started queued')
    accounts.push({ accountId: '1', name: '1', role: 'seat', disabled: false, skills: { support: 1 } })
    plan.centre.skillsChanged()
    expect(ann.heard.at(-1)).toMatchObject({ type: 'call/ended', endStatus: 'noSeatOnline' })
  })
})
