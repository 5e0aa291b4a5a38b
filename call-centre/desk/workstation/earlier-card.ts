/** What is known of the customer from calls before this one: when, where, what came of it, and what was written. */
import type { Choices, EarlierCall } from '../../server/desk-messages'
import { h, type View } from '../shared/h'
import type { Language } from '../shared/language'
import { timeOfDay } from '../shared/times'
import type { WorkstationWords } from './words'

interface Around {
  readonly now: number
  readonly language: Language
  readonly words: WorkstationWords
  readonly choices: Choices
}

const line = (call: EarlierCall, { now, language, words, choices }: Around): View => {
  const { sessionId, startedAt, channel, seatName, endStatus, disposition, notes } = call
  const label = choices.dispositions.find(({ code }) => code === disposition)?.label ?? disposition
  return h(
    'li',
    { key: sessionId, class: 'earlier-call' },
    h('span', { class: 'number' }, timeOfDay(startedAt, now, language)),
    ' ',
    h('span', { class: 'quiet' }, [channel, seatName].filter(Boolean).join(' · ')),
    ' ',
    h('span', { class: 'chip' }, label ?? words.endStatus[endStatus]),
    ...notes.map((written, index) =>
      h(
        'p',
        { key: String(index), class: 'written' },
        h('span', { class: 'quiet' }, written.seatName),
        ' ',
        written.notes,
      ),
    ),
  )
}

export const earlierCard = (calls: readonly EarlierCall[], around: Around): View =>
  h(
    'section',
    { class: 'card earlier', key: 'earlier', 'aria-label': around.words.earlier },
    h('h2', {}, around.words.earlier),
    h('ol', { class: 'earlier-calls' }, ...calls.map((call) => line(call, around))),
  )
