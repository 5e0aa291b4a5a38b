/** What is written beside the voice, and the field to write in. */
import type { WrittenText } from '../../server/desk-messages'
import { limits } from '../../server/limits'
import type { View } from '../shared/h'
import { h } from '../shared/h'
import type { Language } from '../shared/language'
import { timeOfDay } from '../shared/times'
import type { Act } from './ringing-stage'
import type { Texts } from './state'
import type { WorkstationWords } from './words'

interface Around {
  readonly now: number
  readonly language: Language
  readonly words: WorkstationWords
  /** Whether the customer can read it now. */
  readonly open: boolean
  readonly act: Act
}

const LINK = /(https?:\/\/[^\s"'<>]+)/

/** A link does nothing before it is clicked, and then tells the other page nothing of this one. */
const withLinks = (text: string): readonly (View | string)[] =>
  text
    .split(LINK)
    .filter((part) => part !== '')
    .map((part, index) =>
      LINK.test(part)
        ? h('a', { href: part, target: '_blank', rel: 'noopener noreferrer', key: String(index) }, part)
        : part,
    )

const line = (text: WrittenText, { now, language, words }: Around): View =>
  h(
    'li',
    { class: `text by-${text.by}`, key: text.textId },
    h('span', { class: 'label' }, text.name ?? (text.by === 'seat' ? words.me : words.customer)),
    h('p', {}, ...withLinks(text.text)),
    h(
      'span',
      { class: 'quiet' },
      timeOfDay(text.at, now, language),
      text.by === 'seat' && ` · ${words.seen[text.seen ?? 'sent']}`,
    ),
  )

const valueOf = ({ target }: Event): string => (target instanceof HTMLInputElement ? target.value : '')

const isTooLong = (draft: string): boolean => new TextEncoder().encode(draft).length > limits.textBytes

const field = ({ draft }: Texts, { words, open, act }: Around): View =>
  h(
    'form',
    {
      class: 'field text-field',
      onsubmit: (event) => {
        event.preventDefault()
        if (open && draft !== '' && !isTooLong(draft)) act({ type: 'click/sendText', textId: crypto.randomUUID() })
      },
    },
    h('input', {
      ...{ type: 'text', 'data-do': 'text', 'aria-label': words.writeText, placeholder: words.writeText },
      ...{ value: draft, autocomplete: 'off', disabled: !open, 'aria-invalid': String(isTooLong(draft)) },
      onfocus: () => {
        act({ type: 'click/readTexts' })
      },
      oninput: (event) => {
        act({ type: 'click/draft', draft: valueOf(event) })
      },
    }),
    h(
      'button',
      { type: 'submit', 'data-do': 'send-text', disabled: !open || draft === '' || isTooLong(draft) },
      words.sendText,
    ),
  )

export const textCard = (texts: Texts, around: Around): View =>
  h(
    'section',
    { class: 'card texts', key: `texts-${texts.sessionId}`, 'aria-label': around.words.textTitle },
    h('h2', {}, around.words.textTitle),
    texts.lines.length === 0 && h('p', { class: 'quiet' }, around.words.noText),
    h('ol', { class: 'text-lines', role: 'log' }, ...texts.lines.map((each) => line(each, around))),
    field(texts, around),
  )
