/** The calls that are over: search, filter, the story of each, and all of them for a spreadsheet. */
import { partOutcomes, type CallSummary, type PartOutcome } from '../../server/call-summary'
import type { CallStory } from '../../server/history-messages'
import { callsAddress } from '../shared/calls-address'
import { valueOf } from '../shared/form'
import type { View } from '../shared/h'
import { h } from '../shared/h'
import type { Language } from '../shared/language'
import { historyHead, recordTable } from '../shared/parts'
import { storyOf } from '../shared/story'
import { callAgainButton } from './call-again'
import { isAnything, queryOf, type History } from './history'
import type { Act } from './ringing-stage'
import type { WorkstationWords } from './words'

const isOutcome = (value: string): value is PartOutcome => partOutcomes.some((outcome) => outcome === value)

interface Around {
  readonly now: number
  readonly language: Language
  readonly words: WorkstationWords
  readonly supervises: boolean
  /** The own one. */
  readonly seatId: string
  readonly ready: boolean
  readonly act: Act
}

const outcomeField = ({ wish }: History, { words, act }: Around): View =>
  h(
    'select',
    {
      ...{ 'data-do': 'history-outcome', 'aria-label': words.anyOutcome },
      onchange: (event) => {
        const chosen = valueOf(event)
        act({ type: 'click/history', change: { outcome: isOutcome(chosen) ? chosen : '' } })
      },
    },
    h('option', { value: '', selected: wish.outcome === '' }, words.anyOutcome),
    ...partOutcomes.map((outcome) =>
      h('option', { value: outcome, key: outcome, selected: wish.outcome === outcome }, words.part[outcome]),
    ),
  )

const teamButton = ({ wish }: History, { words, act }: Around): View =>
  h(
    'button',
    {
      ...{ type: 'button', 'data-do': 'history-team', 'aria-pressed': String(wish.team) },
      onclick: () => {
        act({ type: 'click/history', change: { team: !wish.team } })
      },
    },
    words.teamHistory,
  )

const tools = (history: History, around: Around): View => {
  const { words, supervises, act } = around
  return h(
    'div',
    { class: 'field history-tools' },
    h('input', {
      ...{ type: 'search', 'data-do': 'history-text', 'aria-label': words.searchHistory, maxlength: 128 },
      ...{ placeholder: words.searchHistory, value: history.wish.text },
      oninput: (event) => {
        act({ type: 'click/history', change: { text: valueOf(event) } })
      },
    }),
    outcomeField(history, around),
    supervises && teamButton(history, around),
    h(
      'a',
      {
        href: callsAddress(queryOf(history.wish, around.seatId), '.csv'),
        ...{ download: 'calls.csv', class: 'own', 'data-do': 'history-csv' },
      },
      words.csv,
    ),
  )
}

const status = (text: string): View => h('p', { class: 'quiet', role: 'status', key: 'status' }, text)

/** Until the centre has answered, what this page knows are the latest calls, and never those that are sought. */
const calls = ({ wish, found }: History, latest: readonly CallSummary[], around: Around): readonly (View | false)[] => {
  const { now, language, words } = around
  const table = (records: readonly (CallSummary | CallStory)[]): View =>
    recordTable(records, {
      ...{ now, language, words, withAgent: wish.team },
      story: (call) => storyOf(call, language),
      does: ({ sessionId, caller }) => callAgainButton(sessionId, caller, around),
    })
  if (found === 'lost') return [status(words.historyLost), isAnything(wish) && table(latest)]
  if (found === null) return [isAnything(wish) ? table(latest) : status(words.historyAsked)]
  return [found.length === 0 && !isAnything(wish) ? status(words.historyNone) : table(found)]
}

/** `latest`: what is shown while the centre has not answered. */
export const historyCard = (history: History, latest: readonly CallSummary[], around: Around): View =>
  h(
    'section',
    { class: 'card history' },
    historyHead(around.language, around.words),
    tools(history, around),
    ...calls(history, latest, around),
  )
