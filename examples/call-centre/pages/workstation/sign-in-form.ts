/** Who sits here? */
import type { View } from '../shared/h'
import { h } from '../shared/h'
import { languageSwitch } from '../shared/parts'
import type { Act } from './ringing-stage'
import type { Who, Workstation } from './state'
import type { WorkstationWords } from './words'

const textIn = (value: FormDataEntryValue | null): string => (typeof value === 'string' ? value.trim() : '')

const read = (event: Event): Who | null => {
  event.preventDefault()
  if (!(event.target instanceof HTMLFormElement)) return null
  const form = new FormData(event.target)
  const [name, seatId] = ['name', 'seat'].map((field) => textIn(form.get(field)))
  return name && seatId ? { name, seatId } : null
}

const field = (name: string, label: string, value: string | undefined, autofocus: boolean): View =>
  h(
    'label',
    { key: name },
    h('span', { class: 'label' }, label),
    h('input', { name, value, autofocus, required: true, maxlength: 32, autocomplete: 'off' }),
  )

export const signInForm = (state: Workstation, words: WorkstationWords, act: Act): View => {
  const { remembered, trouble } = state
  const said = trouble?.kind === 'takenOver' ? words.takenOver : trouble?.message
  const submit = (event: Event): void => {
    const who = read(event)
    if (who) act({ type: 'click/signIn', who })
  }
  return h(
    'main',
    { class: 'sign-in', key: 'sign-in' },
    h(
      'form',
      { class: 'card', onsubmit: submit },
      h('h1', {}, words.workstation),
      h('p', { class: 'quiet' }, words.signInHint),
      h('p', { class: 'trouble', role: 'alert' }, said),
      field('name', words.yourName, remembered?.name, true),
      field('seat', words.yourSeat, remembered?.seatId, false),
      h('button', { type: 'submit', class: 'go', 'data-do': 'sign-in' }, words.signIn),
      languageSwitch(state.language, words, (language) => {
        act({ type: 'click/language', language })
      }),
    ),
  )
}
