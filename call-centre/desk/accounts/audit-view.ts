/** What was done: a table, the latest first. */
import type { AuditEntry } from '../../server/accounts/audit'
import { h, type View } from '../shared/h'
import { timeOfDay } from '../shared/times'
import type { AccountsPage } from './state'
import type { AccountsWords } from './words'

const shown = 100

export const auditTable = ({ audit, language }: AccountsPage, now: number, words: AccountsWords): View => {
  if (audit.length === 0) return h('p', { class: 'quiet' }, words.auditEmpty)
  const row = ({ at, deed, by, about = '', source = '' }: AuditEntry): View =>
    h(
      'tr',
      {},
      h('td', { class: 'is-time' }, timeOfDay(at, now, language)),
      h('td', { class: 'is-caller' }, words.deeds[deed]),
      h('td', { class: 'is-channel' }, by),
      h('td', { class: 'is-menu' }, about),
      h('td', { class: 'is-duration number' }, source),
    )
  return h(
    'table',
    { class: 'records audit' },
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        ...[words.when, words.deed, words.by, words.about, words.source].map((head) => h('th', { scope: 'col' }, head)),
      ),
    ),
    h('tbody', {}, ...audit.slice(0, shown).map(row)),
  )
}
