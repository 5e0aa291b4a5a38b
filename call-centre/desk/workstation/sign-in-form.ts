/** Sits down at the desk: whose seat it is says the account that is signed in. */
import type { View } from '../shared/h'
import { h } from '../shared/h'
import { languageSwitch } from '../shared/parts'
import { refusalIn } from './refusals'
import type { Act } from './ringing-stage'
import type { Workstation } from './state'
import type { WorkstationWords } from './words'

const troubleIn = ({ trouble, language }: Workstation, words: WorkstationWords): string => {
  if (trouble === null) return ''
  return trouble.kind === 'refused' ? refusalIn(trouble.code, language) : words[trouble.kind]
}

export const signInForm = (state: Workstation, words: WorkstationWords, act: Act): View => {
  const { account, trouble } = state
  const takeOver = (): void => {
    act({ type: 'click/takeOver' })
  }
  const sitDown = (): void => {
    act({ type: 'click/signIn' })
  }
  return h(
    'main',
    { class: 'sign-in', key: 'sign-in' },
    h(
      'div',
      { class: 'card' },
      h('h1', {}, words.workstation),
      h('p', { class: 'quiet' }, words.signInHint),
      h(
        'div',
        { class: 'who' },
        h('strong', {}, account.name),
        h('span', { class: 'quiet' }, `${words.yourSeat} `, h('span', { class: 'number' }, account.seatId)),
      ),
      h('p', { class: 'trouble', role: 'alert' }, troubleIn(state, words)),
      trouble?.kind === 'taken' &&
        h('button', { type: 'button', 'data-do': 'take-over', onclick: takeOver }, words.takeOver),
      h(
        'button',
        { type: 'button', class: 'go', 'data-do': 'sign-in', autofocus: true, onclick: sitDown },
        words.signIn,
      ),
      h('a', { href: '/sign-in/', 'data-do': 'account' }, words.yourAccount),
      languageSwitch(state.language, words, (language) => {
        act({ type: 'click/language', language })
      }),
    ),
  )
}
