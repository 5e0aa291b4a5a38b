import { openingState, questionsOf, reduce, type AccountsEvent, type AccountsPage } from '../accounts/state'
import { accountsView } from '../accounts/view'
import { textOf } from '../shared/h'

const boss = { accountId: 'boss', name: 'Boss', role: 'administrator' } as const
const page = openingState('en', boss, 'https://calls.example')
const rows = [{ ...boss, disabled: false, hasPassword: true }]
const answer = (
  about: 'accounts' | 'groups' | 'made' | 'changed' | 'link',
  status: number,
  body: object,
): AccountsEvent => ({
  ...{ type: 'centre/answered', about, name: 'Mei' },
  reply: { status, body },
})

const step = (from: AccountsPage, event: AccountsEvent) => ({ event, from, to: reduce(from, event) })
const shows = ({ to }: { readonly to: AccountsPage }): string => textOf(accountsView(to, 0, () => undefined))

describe('the accounts page', () => {
  it('shows a fresh link with its whole address, once: the next step takes it away', () => {
    const made = step(page, answer('made', 201, { link: '/sign-in/#code' }))
    expect(made.to.link).toEqual({ name: 'Mei', address: 'https://calls.example/sign-in/#code' })
    expect(shows(made)).toContain('Send this link to Mei')
    expect(step(made.to, { type: 'click/link', accountId: 'boss' }).to.link).toBeNull()
  })

  it('shows the calls that an account gets, and sets them level by level', () => {
    const groups = [
      { groupId: 'sales', name: 'Sales' },
      { groupId: 'support', name: 'Support' },
    ]
    const withGroups = step(page, answer('groups', 200, groups)).to
    expect(shows(step(withGroups, answer('accounts', 200, rows)))).toContain('As configured')
    const skilled = step(withGroups, answer('accounts', 200, [{ ...rows[0], skills: { sales: 2 } }]))
    expect(shows(skilled)).toContain('Sales 2')
    expect(shows(step(page, answer('accounts', 200, rows)))).not.toContain('Calls of')
    const set = { type: 'click/skills', accountId: 'boss', skills: { sales: 2, support: 1 } } as const
    expect(questionsOf(step(skilled.to, set))).toMatchObject([
      { method: 'PATCH', path: '/api/accounts/boss', body: { skills: { sales: 2, support: 1 } } },
    ])
  })

  it('shows a skill of a group that is not configured any more as such', () => {
    const withGroups = step(page, answer('groups', 200, [{ groupId: 'sales', name: 'Sales' }])).to
    const row = { ...rows[0], skills: { sales: 2, gone: 1 } }
    const shown = shows(step(withGroups, answer('accounts', 200, [row])))
    expect(shown).toContain('Sales 2, gone (removed)')
    expect(shown).toContain('The next change here drops it.')
  })

  it('asks for the lists anew after each change, and not after the lists', () => {
    expect(questionsOf(step(page, answer('changed', 200, {}))).map(({ path }) => path)).toEqual([
      '/api/accounts',
      '/api/audit',
    ])
    expect(questionsOf(step(page, answer('accounts', 200, rows)))).toEqual([])
  })

  it('says why the last administrator stays one', () => {
    const refused = step(page, answer('changed', 409, { code: 'LAST_ADMINISTRATOR' }))
    expect(shows(refused)).toContain('Make another administrator first.')
  })

  it('names who has no password yet', () => {
    const invited = [{ accountId: '1002', name: 'Mei', role: 'seat', disabled: false, hasPassword: false }]
    expect(shows(step(page, answer('accounts', 200, invited)))).toContain('Has no password yet')
  })
})
