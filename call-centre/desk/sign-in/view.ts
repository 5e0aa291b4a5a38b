/** The sign-in page as a pure function of its state. */
import type { Me } from '../shared/account'
import { fieldsOf } from '../shared/form'
import { h, type View } from '../shared/h'
import { languageSwitch } from '../shared/parts'
import { homeOf, type SignInEvent, type SignInPage } from './state'
import { signInWords, type SignInWords } from './words'

type Act = (event: SignInEvent) => void

const field = (name: string, label: string, props: Readonly<Record<string, string | boolean>>): View =>
  h(
    'label',
    { key: name },
    h('span', { class: 'label' }, label),
    h('input', { name, required: true, maxlength: 128, ...props }),
  )

const secret = (name: string, label: string, autocomplete: 'current-password' | 'new-password', autofocus = false) =>
  field(name, label, { type: 'password', autocomplete, autofocus })

const whoIs = ({ name, accountId, role }: Me, words: SignInWords): View =>
  h(
    'div',
    { class: 'who' },
    h('strong', {}, name),
    h('span', { class: 'quiet' }, `${words.roles[role]} · `, h('span', { class: 'number' }, accountId)),
  )

const trouble = (page: SignInPage, words: SignInWords): View =>
  h('p', { class: 'trouble', role: 'alert' }, page.trouble === null ? '' : words.troubles[page.trouble])

const form = (key: string, page: SignInPage, submit: (fields: Readonly<Record<string, string>>) => void) => {
  const onsubmit = (event: Event): void => {
    submit(fieldsOf(event))
  }
  return (...children: readonly View[]): View =>
    h(
      'form',
      { class: 'card', key, 'data-form': key, onsubmit, 'aria-busy': page.asking ? 'true' : undefined },
      ...children,
    )
}

const go = (page: SignInPage, label: string): View =>
  h('button', { type: 'submit', class: 'go', 'data-do': 'submit', disabled: page.asking }, label)

const passwordForm = (page: SignInPage, words: SignInWords, act: Act, language: View): View =>
  form('password', page, ({ accountId = '', password = '' }) => {
    act({ type: 'submit/password', accountId: accountId.trim(), password })
  })(
    h('h1', {}, words.title),
    h('p', { class: 'quiet' }, words.hint),
    trouble(page, words),
    field('accountId', words.account, { autocomplete: 'username', autocapitalize: 'off', autofocus: true }),
    secret('password', words.password, 'current-password'),
    go(page, words.submit),
    language,
  )

const choiceForm = (page: SignInPage, who: Me, words: SignInWords, act: Act, language: View): View =>
  form('choice', page, ({ password = '', again = '' }) => {
    act({ type: 'submit/choice', password, again })
  })(
    h('h1', {}, words.chooseTitle),
    h('p', { class: 'quiet' }, words.chooseHint),
    whoIs(who, words),
    h('input', { type: 'text', name: 'accountId', value: who.accountId, autocomplete: 'username', hidden: true }),
    trouble(page, words),
    secret('password', words.newPassword, 'new-password', true),
    secret('again', words.again, 'new-password'),
    go(page, words.choose),
    language,
  )

const changeForm = (page: SignInPage, who: Me, words: SignInWords, act: Act, language: View): View =>
  form('change', page, ({ old = '', password = '', again = '' }) => {
    act({ type: 'submit/change', old, password, again })
  })(
    h('h1', {}, words.change),
    whoIs(who, words),
    h('input', { type: 'text', name: 'accountId', value: who.accountId, autocomplete: 'username', hidden: true }),
    trouble(page, words),
    secret('old', words.oldPassword, 'current-password', true),
    secret('password', words.newPassword, 'new-password'),
    secret('again', words.again, 'new-password'),
    go(page, words.save),
    button(words.keep, 'change', () => {
      act({ type: 'click/change' })
    }),
    language,
  )

const button = (label: string, what: string, onclick: () => void): View =>
  h('button', { type: 'button', class: 'plain', 'data-do': what, onclick }, label)

const card = (key: string, ...children: readonly (View | false)[]): View =>
  h('div', { class: 'card', key, 'data-form': key }, ...children)

const signedInCard = (page: SignInPage, who: Me, words: SignInWords, act: Act, language: View): View =>
  card(
    'signed-in',
    h('h1', {}, words.signedInTitle),
    whoIs(who, words),
    page.to !== null && h('p', { class: 'trouble', role: 'alert' }, words.notForRole),
    page.changed && h('p', { role: 'status' }, words.changed),
    h('a', { href: homeOf(who), 'data-do': 'home' }, words.pages[who.role]),
    h(
      'div',
      { class: 'ways' },
      button(words.change, 'change', () => {
        act({ type: 'click/change' })
      }),
      button(words.signOut, 'sign-out', () => {
        act({ type: 'click/signOut', everywhere: false })
      }),
      button(words.signOutEverywhere, 'sign-out-everywhere', () => {
        act({ type: 'click/signOut', everywhere: true })
      }),
    ),
    language,
  )

const stageOf = (page: SignInPage, words: SignInWords, act: Act): View => {
  const { stage } = page
  const language = languageSwitch(page.language, words, (chosen) => {
    act({ type: 'click/language', language: chosen })
  })
  switch (stage.kind) {
    case 'looking':
      return card('looking', h('p', { class: 'quiet', role: 'status' }, words.looking))
    case 'password':
      return passwordForm(page, words, act, language)
    case 'choosing':
      return choiceForm(page, stage.who, words, act, language)
    case 'linkVoid':
      return card(
        'void',
        h('h1', {}, words.voidTitle),
        h('p', { class: 'quiet', role: 'alert' }, words.voidText),
        h('a', { href: '/sign-in/' }, words.toPassword),
        language,
      )
    case 'signedIn':
      return stage.changing
        ? changeForm(page, stage.who, words, act, language)
        : signedInCard(page, stage.who, words, act, language)
  }
}

export const signInView = (page: SignInPage, act: Act): View =>
  h('main', { class: 'sign-in', key: page.stage.kind }, stageOf(page, signInWords[page.language], act))
