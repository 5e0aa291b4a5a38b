/** The history page as a pure function of its state. */
import { mayAs } from '../../server/accounts/account'
import { callsAddress } from '../shared/calls-address'
import { fieldsOf } from '../shared/form'
import { h, type View } from '../shared/h'
import { icon } from '../shared/icons'
import { languageSwitch, recordTable } from '../shared/parts'
import { storyOf } from '../shared/story'
import { recordingOf } from './recording-view'
import type { HistoryEvent, HistoryPage } from './state'
import { historyWords, type HistoryWords } from './words'

type Act = (event: HistoryEvent) => void
type Choice = readonly [value: string, label: string]

const field = (name: string, label: string, input: View): View =>
  h('label', { key: name }, h('span', { class: 'label' }, label), input)

const select = (name: string, all: string, choices: readonly Choice[]): View =>
  h(
    'select',
    { name },
    h('option', { value: '' }, all),
    ...choices.map(([value, label]) => h('option', { value, key: value }, label)),
  )

const searchForm = ({ found, asking }: HistoryPage, words: HistoryWords, act: Act): View => {
  const submit = (event: Event): void => {
    const said = Object.entries(fieldsOf(event)).filter(([, value]) => value.trim() !== '')
    act({ type: 'submit/search', query: Object.fromEntries(said) })
  }
  const seats = (found?.seats ?? []).map(({ seatId, seatName }): Choice => [seatId, seatName])
  const channels = (found?.channels ?? []).map((channel): Choice => [channel, channel])
  return h(
    'form',
    { class: 'search', role: 'search', onsubmit: submit },
    field(
      'words',
      words.words,
      h('input', { name: 'words', type: 'search', maxlength: 200, placeholder: words.wordsHint }),
    ),
    field('from', words.from, h('input', { name: 'from', type: 'date' })),
    field('to', words.to, h('input', { name: 'to', type: 'date' })),
    field('channel', words.channel, select('channel', words.all, channels)),
    field('seatId', words.agent, select('seatId', words.all, seats)),
    field('endStatus', words.ended, select('endStatus', words.all, Object.entries(words.endStatus))),
    h('button', { type: 'submit', class: 'go', 'data-do': 'search', disabled: asking }, words.search),
  )
}

const calls = (page: HistoryPage, now: number, words: HistoryWords, act: Act): View => {
  const { found, language } = page
  if (found === null) return h('p', { class: 'quiet', role: 'status' }, words.looking)
  if (found.total === 0) return h('p', { class: 'quiet', role: 'status' }, words.none)
  return recordTable(found.calls, {
    ...{ now, language, words, withAgent: true },
    story: (call) => storyOf(call, language, (story) => recordingOf(story, { page, now, words, act })),
  })
}

const results = (page: HistoryPage, now: number, words: HistoryWords, act: Act): View => {
  const { found, query, asking } = page
  return h(
    'section',
    { class: 'card history', key: 'calls' },
    h(
      'div',
      { class: 'found' },
      h('p', { class: 'quiet', role: 'status' }, found && words.count(found.calls.length, found.total)),
      h(
        'a',
        { href: callsAddress(query, '.csv'), download: 'calls.csv', class: 'own', 'data-do': 'csv' },
        icon('save'),
        words.csv,
      ),
    ),
    calls(page, now, words, act),
    found?.more === true &&
      h(
        'button',
        {
          type: 'button',
          'data-do': 'more',
          disabled: asking,
          onclick: () => {
            act({ type: 'click/more' })
          },
        },
        words.more,
      ),
  )
}

const topBar = ({ language, me }: HistoryPage, words: HistoryWords, act: Act): View =>
  h(
    'header',
    { class: 'top' },
    h(
      'div',
      { class: 'me' },
      h('h1', {}, words.title),
      h('span', { class: 'quiet' }, mayAs(me.role, 'supervisor') ? words.ofTeam : words.own(me.name)),
    ),
    h(
      'div',
      { class: 'tools' },
      languageSwitch(language, words, (chosen) => {
        act({ type: 'click/language', language: chosen })
      }),
    ),
  )

export const historyView = (page: HistoryPage, now: number, act: Act): View => {
  const words = historyWords[page.language]
  return h(
    'div',
    { class: 'desk', key: 'desk' },
    topBar(page, words, act),
    h('p', { class: 'trouble', role: 'alert' }, page.trouble && words[page.trouble]),
    h(
      'main',
      {},
      h('section', { class: 'card', key: 'search' }, searchForm(page, words, act)),
      results(page, now, words, act),
    ),
  )
}
