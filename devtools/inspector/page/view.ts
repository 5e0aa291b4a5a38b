/** The inspector page as a pure function of its state. */
import { explain, type Picture, pictureOf, type Recording, replay } from 'tccc-wx-sdk/black-box'
import type { View } from '../../../call-centre/desk/shared/h'
import { h } from '../../../call-centre/desk/shared/h'
import { type IconName, icon } from '../../../call-centre/desk/shared/icons'
import type { Language } from '../../../call-centre/desk/shared/language'
import { languageSwitch } from '../../../call-centre/desk/shared/parts'
import { diagram } from './diagram'
import { moment } from './moment'
import { followedOf } from './phones'
import { columnOf, type InspectorClick, type InspectorPage, shownOf } from './state'
import { inspectorWords, type InspectorWords } from './words'

/** Each recording is laid out once in each language. */
const drawn: Readonly<Record<Language, WeakMap<Recording, Picture>>> = { en: new WeakMap(), zh: new WeakMap() }

const drawnFrom = (recording: Recording, language: Language): Picture => {
  const picture = drawn[language].get(recording) ?? pictureOf(replay(recording), language)
  drawn[language].set(recording, picture)
  return picture
}

type Act = (click: InspectorClick) => void

const source = ({ file, phones }: InspectorPage, words: InspectorWords): View => {
  const status = (state: 'connecting' | 'up' | 'lost', text: string) =>
    h('span', { class: `line line-${state}`, role: 'status' }, text)
  if (file !== null) return status('connecting', words.fromFile(file.name))
  const phone = followedOf(phones)
  if (phone === null) return status('connecting', words.noPhone)
  return phone.isGone ? status('lost', words.phoneGone) : status('up', words.live)
}

/** Which phone is followed, when there are several. */
const chooser = ({ file, phones, language }: InspectorPage, words: InspectorWords, act: Act): View | false =>
  phones.all.length > 1 &&
  h(
    'div',
    { class: 'phones', role: 'group', 'aria-label': words.phones },
    ...phones.all.map(({ id, number, recording }) => {
      const phase = drawnFrom(recording, language).phases.at(-1)?.state ?? 'idle'
      return h(
        'button',
        {
          type: 'button',
          'data-do': 'phone',
          'aria-pressed': String(file === null && id === phones.followed),
          onclick: () => {
            act({ type: 'click/phone', phone: id })
          },
        },
        words.phone(number),
        ' ',
        h('span', { class: `chip is-${phase}` }, words.phase[phase]),
      )
    }),
  )

const button = (name: string, label: string, act: () => void, sign?: IconName): View =>
  h('button', { type: 'button', 'data-do': name, onclick: act }, sign !== undefined && icon(sign), label)

const openButton = (words: InspectorWords, act: Act): View =>
  h(
    'label',
    { class: 'button' },
    icon('open'),
    words.open,
    h('input', {
      type: 'file',
      class: 'unseen',
      accept: '.json,application/json',
      onchange: ({ target }) => {
        if (!(target instanceof HTMLInputElement)) return
        const [file] = target.files ?? []
        target.value = ''
        if (file !== undefined) act({ type: 'click/file', file })
      },
    }),
  )

const topBar = (page: InspectorPage, words: InspectorWords, act: Act): View => {
  const press = (type: 'click/live' | 'click/saveRecording' | 'click/saveSpec') => () => {
    act({ type })
  }
  const isEmpty = shownOf(page) === null
  return h(
    'header',
    { class: 'top' },
    h('div', { class: 'me' }, h('h1', {}, words.inspector), source(page, words)),
    h(
      'div',
      { class: 'tools' },
      page.file !== null && button('live', words.backToLive, press('click/live')),
      openButton(words, act),
      !isEmpty && button('save', words.saveRecording, press('click/saveRecording'), 'save'),
      !isEmpty && button('save-spec', words.saveSpec, press('click/saveSpec'), 'save'),
      languageSwitch(page.language, words, (language) => {
        act({ type: 'click/language', language })
      }),
    ),
  )
}

const scrubber = (picture: Picture, column: number, page: InspectorPage, words: InspectorWords, act: Act): View => {
  const looked = picture.columns[column]
  const first = picture.columns[0]?.transition.at ?? 0
  const time = looked === undefined ? '' : words.seconds(looked.transition.at - first)
  return h(
    'div',
    { class: 'scrubber' },
    h('input', {
      type: 'range',
      min: 0,
      max: Math.max(0, picture.columns.length - 1),
      // The attribute sets where the slider begins; only the property moves it afterwards.
      'data-value': column,
      'aria-label': words.scrub,
      'aria-valuetext': looked === undefined ? '' : `${time}, ${looked.transition.event.type}`,
      oninput: ({ target }) => {
        if (target instanceof HTMLInputElement) act({ type: 'click/column', column: Number(target.value) })
      },
    }),
    h('output', { class: 'number quiet' }, time),
    h(
      'button',
      {
        type: 'button',
        'data-do': 'follow',
        'aria-pressed': String(page.moment === null),
        onclick: () => {
          act({ type: 'click/follow' })
        },
      },
      words.follow,
    ),
  )
}

const call = (recording: Recording, page: InspectorPage, words: InspectorWords, act: Act): View => {
  const picture = drawnFrom(recording, page.language)
  const column = columnOf(page)
  const looked = { column, isFollowing: page.moment === null, follows: page.follows, pointed: page.pointed }
  return h(
    'main',
    { class: 'inspected' },
    h(
      'section',
      { class: 'card lanes' },
      scrubber(picture, column, page, words, act),
      diagram(picture, looked, words, act),
      h('p', { class: 'label' }, `${words.hollow} ${words.keys}`),
    ),
    h(
      'section',
      { class: 'card in-words' },
      h('h2', {}, words.inWords),
      ...explain(recording, page.language).map((sentence) => h('p', {}, sentence)),
    ),
    ...moment(picture, column, words),
  )
}

const nothing = (words: InspectorWords): View =>
  h(
    'main',
    { class: 'card nothing-yet' },
    h('p', {}, words.waits),
    h('a', { class: 'button', href: '/phone/', target: '_blank' }, words.openPhone),
  )

/** `act` is called with what the visitor does. */
export const inspectorView = (page: InspectorPage, act: Act): View => {
  const words = inspectorWords[page.language]
  const shown = shownOf(page)
  return h(
    'div',
    { class: 'desk', key: 'desk' },
    topBar(page, words, act),
    h('p', { class: 'trouble', role: 'alert' }, page.fault),
    chooser(page, words, act),
    shown === null ? nothing(words) : call(shown, page, words, act),
    page.isDropping && h('div', { class: 'drop' }, words.drop),
  )
}
