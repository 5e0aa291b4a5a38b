/** What the accounts page knows, and what it asks the centre. */
import type { Role, Skills } from '../../server/accounts/account'
import type { AuditEntry } from '../../server/accounts/audit'
import type { Me, Reply } from '../shared/account'
import type { Language } from '../shared/language'
import type { Transition } from '../shared/store'

export interface Row extends Me {
  readonly disabled: boolean
  readonly hasPassword: boolean
  /** Absent: those of the configuration. */
  readonly skills?: Skills
}

export interface GroupRow {
  readonly groupId: string
  readonly name: string
}

/** A link that was just made: it is shown once. */
export interface FreshLink {
  readonly name: string
  readonly address: string
}

export interface AccountsPage {
  readonly language: Language
  readonly me: Me
  /** Where this page came from, as `https://calls.example`. */
  readonly origin: string
  /** Null: not heard yet. */
  readonly accounts: readonly Row[] | null
  readonly groups: readonly GroupRow[]
  readonly audit: readonly AuditEntry[]
  readonly link: FreshLink | null
  readonly copied: boolean
  /** The centre's code of what was refused. */
  readonly trouble: string | null
  readonly asking: boolean
  /** A new key empties the form of the account that was made. */
  readonly made: number
}

export type NewAccount = Me

export type AccountsEvent =
  | { readonly type: 'page/opened' }
  | { readonly type: 'submit/account'; readonly account: NewAccount }
  | { readonly type: 'click/role'; readonly accountId: string; readonly role: Role }
  | { readonly type: 'click/disabled'; readonly accountId: string; readonly disabled: boolean }
  /** Null: those of the configuration again. */
  | { readonly type: 'click/skills'; readonly accountId: string; readonly skills: Skills | null }
  | { readonly type: 'click/link'; readonly accountId: string }
  | { readonly type: 'click/copy' }
  | { readonly type: 'click/language'; readonly language: Language }
  | {
      readonly type: 'centre/answered'
      readonly about: Question['about']
      readonly name: string
      readonly reply: Reply
    }

export interface Question {
  readonly about: 'accounts' | 'groups' | 'audit' | 'made' | 'changed' | 'link'
  readonly method: 'GET' | 'POST' | 'PATCH'
  readonly path: string
  readonly body?: object
  /** Whom it is about. */
  readonly name: string
}

export const openingState = (language: Language, me: Me, origin: string): AccountsPage => ({
  ...{ language, me, origin, accounts: null, groups: [], audit: [], link: null },
  ...{ copied: false, trouble: null, asking: false, made: 0 },
})

const codeOf = (body: object): string => ('code' in body ? String(body.code) : '')

const onAnswer = (
  page: AccountsPage,
  { about, name, reply }: Extract<AccountsEvent, { type: 'centre/answered' }>,
): AccountsPage => {
  const { status, body } = reply
  const answered = { ...page, asking: false }
  if (status === 0) return { ...answered, trouble: 'UNREACHABLE' }
  if (status >= 400) return { ...answered, trouble: codeOf(body) }
  if (about === 'accounts') return { ...answered, accounts: body as readonly Row[] }
  if (about === 'groups') return { ...answered, groups: body as readonly GroupRow[] }
  if (about === 'audit') return { ...answered, audit: body as readonly AuditEntry[] }
  const link = 'link' in body ? { name, address: `${page.origin}${String(body.link)}` } : null
  return { ...answered, link, copied: false, trouble: null, made: page.made + (about === 'made' ? 1 : 0) }
}

export const reduce = (page: AccountsPage, event: AccountsEvent): AccountsPage => {
  switch (event.type) {
    case 'centre/answered':
      return onAnswer(page, event)
    case 'click/language':
      return { ...page, language: event.language }
    case 'click/copy':
      return { ...page, copied: true }
    default:
      return { ...page, asking: true, trouble: null, link: null }
  }
}

const lists: readonly Question[] = [
  { about: 'accounts', method: 'GET', path: '/api/accounts', name: '' },
  { about: 'audit', method: 'GET', path: '/api/audit', name: '' },
]

const groups: Question = { about: 'groups', method: 'GET', path: '/api/accounts/groups', name: '' }

const pathOf = (accountId: string): string => `/api/accounts/${encodeURIComponent(accountId)}`

const nameOf = ({ accounts }: AccountsPage, id: string): string =>
  accounts?.find(({ accountId }) => accountId === id)?.name ?? id

/** What a transition asks the centre. */
export const questionsOf = ({ event, to: page }: Transition<AccountsPage, AccountsEvent>): readonly Question[] => {
  switch (event.type) {
    case 'page/opened':
      return [...lists, groups]
    case 'submit/account':
      return [{ about: 'made', method: 'POST', path: '/api/accounts', body: event.account, name: event.account.name }]
    case 'click/role':
    case 'click/disabled': {
      const body = event.type === 'click/role' ? { role: event.role } : { disabled: event.disabled }
      return [{ about: 'changed', method: 'PATCH', path: pathOf(event.accountId), body, name: '' }]
    }
    case 'click/skills': {
      const { accountId, skills } = event
      return [{ about: 'changed', method: 'PATCH', path: pathOf(accountId), body: { skills }, name: '' }]
    }
    case 'click/link': {
      const { accountId } = event
      return [{ about: 'link', method: 'POST', path: `${pathOf(accountId)}/link`, name: nameOf(page, accountId) }]
    }
    case 'centre/answered':
      return ['accounts', 'audit', 'groups'].includes(event.about) ? [] : lists
    default:
      return []
  }
}
