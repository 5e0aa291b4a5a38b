/** The panel on the desk beside the phone: a button for each misbehaviour. */
import { GROUPS, type Misbehaviour, type Words } from './misbehaviours'

export type Language = keyof Words

interface Act extends Words {
  readonly codes: string
}

const TITLE: Words = { en: 'Make trouble', zh: '制造故障' }
const CLOSE: Words = { en: 'Close', zh: '关闭' }
const HINT: Words = {
  en: 'What a phone may do wrong, done to this one. A test does it by phone.misbehave(name).',
  zh: '真机可能出的问题，在这部手机上重现。测试中用 phone.misbehave(名称)。',
}

const element = (tag: string, given: Readonly<Record<string, string>>, ...inside: (Node | string)[]): HTMLElement => {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(given)) made.setAttribute(name, value)
  made.append(...inside)
  return made
}

const button = (name: string, act: Act, language: Language, done: (act: Act) => void): HTMLElement => {
  const codes = act.codes === '' ? [] : [element('code', {}, act.codes)]
  const made = element('button', { type: 'button', 'data-act': name }, act[language], ...codes)
  made.addEventListener('click', () => {
    globalThis.phone.misbehave(name as Misbehaviour)
    done(act)
  })
  return made
}

/** Adds the panel to the page, closed: a button that opens it, and the sheet itself. */
export const addPanel = (language: Language): void => {
  const said = element('output', {})
  const tell = (act: Act) => {
    said.textContent = `${act[language]}  ${act.codes}`
  }
  const groups = GROUPS.map(({ title, acts }) =>
    element(
      'section',
      {},
      element('h3', {}, title[language]),
      ...Object.entries<Act>(acts).map(([name, act]) => button(name, act, language, tell)),
    ),
  )
  const hide = { type: 'button', class: 'panel-close', popovertarget: 'panel', popovertargetaction: 'hide' }
  const close = element('button', { ...hide, 'aria-label': CLOSE[language] }, '×')
  const title = element('h2', { id: 'panel-title' }, TITLE[language])
  const hint = element('p', {}, HINT[language])
  const sheet = { id: 'panel', class: 'panel', popover: 'auto', 'aria-labelledby': 'panel-title' }
  document.body.append(
    element('button', { class: 'panel-open', type: 'button', popovertarget: 'panel' }, TITLE[language]),
    element('aside', sheet, element('header', {}, title, close, hint, said), ...groups),
  )
}
