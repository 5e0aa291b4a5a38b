/** How good an account is at the calls of each group, as an administrator sets it. */
import { h, type View } from '../shared/h'
import type { AccountsEvent, AccountsPage, GroupRow, Row } from './state'
import type { AccountsWords } from './words'

type Act = (event: AccountsEvent) => void

const LEVELS = [1, 2, 3, 4, 5, 6, 7, 8, 9]

/** A chosen level is shown when the centre has agreed. */
const levelList = (
  { groupId, name }: GroupRow,
  account: Row,
  page: AccountsPage,
  words: AccountsWords,
  act: Act,
): View => {
  const { accountId, skills = {} } = account
  const level = skills[groupId]
  const onchange = ({ target }: Event): void => {
    if (!(target instanceof HTMLSelectElement)) return
    const chosen = Number(target.value)
    const others = Object.entries(skills).filter(([each]) => each !== groupId)
    const chosenHere = chosen === 0 ? [] : [[groupId, chosen] as const]
    act({ type: 'click/skills', accountId, skills: Object.fromEntries([...others, ...chosenHere]) })
    target.value = String(level ?? 0)
  }
  return h(
    'label',
    { key: groupId, class: 'skill' },
    h('span', {}, name),
    h(
      'select',
      { key: String(level), 'data-do': `skill-${groupId}`, disabled: page.asking, onchange },
      h('option', { value: '0', selected: level === undefined }, words.noCalls),
      ...LEVELS.map((each) =>
        h('option', { value: String(each), key: String(each), selected: level === each }, words.level(each)),
      ),
    ),
  )
}

/** Shut until somebody opens it: most rows are looked at for something else. */
export const skillsOf = (account: Row, page: AccountsPage, words: AccountsWords, act: Act): View => {
  const { accountId, name, skills } = account
  const named = page.groups.filter(({ groupId }) => skills?.[groupId] !== undefined)
  const removed = Object.keys(skills ?? {}).filter((id) => page.groups.every(({ groupId }) => groupId !== id))
  const summary =
    skills === undefined
      ? words.asConfigured
      : [
          ...named.map((group) => `${group.name} ${skills[group.groupId] ?? ''}`),
          ...removed.map(words.removedGroup),
        ].join(', ') || words.noCalls
  const own = (chosen: Row['skills'] | null, label: string): View =>
    h(
      'button',
      {
        ...{ type: 'button', 'data-do': chosen === null ? 'skills-configured' : 'skills-own', disabled: page.asking },
        onclick: () => {
          act({ type: 'click/skills', accountId, skills: chosen ?? null })
        },
      },
      label,
    )
  return h(
    'details',
    { key: accountId, class: 'skills' },
    h('summary', { 'aria-label': words.skillsOf(name, summary) }, summary),
    ...(skills === undefined
      ? [own({}, words.ownSkills)]
      : [
          ...page.groups.map((group) => levelList(group, account, page, words, act)),
          removed.length > 0 && h('p', { class: 'quiet' }, words.removedHint),
          own(null, words.asConfigured),
        ]),
  )
}
