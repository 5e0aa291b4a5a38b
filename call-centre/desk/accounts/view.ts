/** The accounts page as a pure function of its state. */
import { isRole, roles, type Role } from '../../server/accounts/account'
import { fieldsOf } from '../shared/form'
import { h, type View } from '../shared/h'
import { languageSwitch } from '../shared/parts'
import { auditTable } from './audit-view'
import { skillsOf } from './skills-view'
import type { AccountsEvent, AccountsPage, FreshLink, Row } from './state'
import { accountsWords, type AccountsWords } from './words'

export type Act = (event: AccountsEvent) => void

const roleOptions = (words: AccountsWords, chosen: Role): readonly View[] =>
  roles.map((role) => h('option', { value: role, key: role, selected: role === chosen }, words.roles[role]))

const stateOf = ({ disabled, hasPassword }: Row, words: AccountsWords): string => {
  if (disabled) return words.disabled
  return hasPassword ? words.active : words.invited
}

/** A chosen role is shown when the centre has agreed: another role brings a list of its own. */
const roleList = ({ accountId, name, role }: Row, page: AccountsPage, words: AccountsWords, act: Act): View => {
  const onchange = ({ target }: Event): void => {
    if (!(target instanceof HTMLSelectElement) || !isRole(target.value)) return
    act({ type: 'click/role', accountId, role: target.value })
    target.value = role
  }
  return h(
    'select',
    { key: role, 'aria-label': words.roleOf(name), disabled: page.asking, onchange },
    ...roleOptions(words, role),
  )
}

const row = (account: Row, page: AccountsPage, words: AccountsWords, act: Act): View => {
  const { accountId, name, disabled } = account
  const button = (what: string, label: string, event: AccountsEvent): View => {
    const onclick = (): void => {
      act(event)
    }
    return h('button', { type: 'button', 'data-do': what, disabled: page.asking, onclick }, label)
  }
  const cell = (column: string, ...content: readonly (View | string)[]) =>
    h('td', { class: `is-${column}` }, ...content)
  return h(
    'tr',
    { key: accountId, class: disabled ? 'is-disabled' : undefined },
    cell('caller', name),
    cell('time', h('span', { class: 'number' }, accountId)),
    cell('channel', roleList(account, page, words, act)),
    ...(page.groups.length === 0 ? [] : [cell('skills', skillsOf(account, page, words, act))]),
    cell('duration', h('span', { class: 'chip' }, stateOf(account, words))),
    cell(
      'actions',
      button('link', words.link, { type: 'click/link', accountId }),
      button('disable', disabled ? words.enable : words.disable, {
        ...{ type: 'click/disabled', accountId },
        disabled: !disabled,
      }),
    ),
  )
}

const people = (page: AccountsPage, words: AccountsWords, act: Act): View => {
  const { accounts } = page
  if (accounts === null) return h('p', { class: 'quiet', role: 'status' }, words.looking)
  const skills = page.groups.length === 0 ? [] : [words.skills]
  const heads = [words.name, words.accountId, words.role, ...skills, words.state, words.actions]
  return h(
    'table',
    { class: 'records people' },
    h('thead', {}, h('tr', {}, ...heads.map((head) => h('th', { scope: 'col' }, head)))),
    h('tbody', {}, ...accounts.map((account) => row(account, page, words, act))),
  )
}

const field = (name: string, label: string, pattern: string): View =>
  h(
    'label',
    { key: name },
    h('span', { class: 'label' }, label),
    h('input', { name, required: true, maxlength: 32, pattern, autocomplete: 'off' }),
  )

const newAccount = (page: AccountsPage, words: AccountsWords, act: Act): View => {
  const submit = (event: Event): void => {
    const { accountId = '', name = '', role = '' } = fieldsOf(event)
    if (isRole(role)) act({ type: 'submit/account', account: { accountId: accountId.trim(), name: name.trim(), role } })
  }
  return h(
    'form',
    { class: 'new', key: `new-${page.made}`, onsubmit: submit },
    field('name', words.name, '.*\\S.*'),
    field('accountId', words.accountIdHint, '[A-Za-z0-9][A-Za-z0-9_\\-]*'),
    h(
      'label',
      { key: 'role' },
      h('span', { class: 'label' }, words.role),
      h('select', { name: 'role' }, ...roleOptions(words, 'seat')),
    ),
    h('button', { type: 'submit', class: 'go', 'data-do': 'make', disabled: page.asking }, words.make),
  )
}

const freshLink = ({ name, address }: FreshLink, { copied }: AccountsPage, words: AccountsWords, act: Act): View =>
  h(
    'section',
    { class: 'card fresh', key: 'fresh', role: 'status' },
    h('h2', {}, words.linkTitle(name)),
    h('p', { class: 'quiet' }, words.linkHint),
    h(
      'div',
      { class: 'copying' },
      h('input', { readonly: true, value: address, 'aria-label': words.linkLabel, 'data-link': address }),
      h(
        'button',
        {
          type: 'button',
          'data-do': 'copy',
          onclick: () => {
            act({ type: 'click/copy' })
          },
        },
        copied ? words.copied : words.copy,
      ),
    ),
  )

const topBar = (page: AccountsPage, words: AccountsWords, act: Act): View =>
  h(
    'header',
    { class: 'top' },
    h('div', { class: 'me' }, h('h1', {}, words.title), h('span', { class: 'quiet' }, words.signedInAs(page.me.name))),
    h(
      'div',
      { class: 'tools' },
      h('a', { href: '/sign-in/', class: 'own' }, words.own),
      languageSwitch(page.language, words, (language) => {
        act({ type: 'click/language', language })
      }),
    ),
  )

const troubleIn = ({ trouble }: AccountsPage, words: AccountsWords): string =>
  trouble === null ? '' : (words.troubles[trouble] ?? words.refused)

export const accountsView = (page: AccountsPage, now: number, act: Act): View => {
  const words = accountsWords[page.language]
  return h(
    'div',
    { class: 'desk', key: 'desk' },
    topBar(page, words, act),
    h('p', { class: 'trouble', role: 'alert' }, troubleIn(page, words)),
    h(
      'main',
      {},
      page.link && freshLink(page.link, page, words, act),
      h('section', { class: 'card', key: 'new' }, h('h2', {}, words.newTitle), newAccount(page, words, act)),
      h('section', { class: 'card', key: 'people' }, h('h2', {}, words.people), people(page, words, act)),
      h('section', { class: 'card', key: 'audit' }, h('h2', {}, words.audit), auditTable(page, now, words)),
    ),
  )
}
