/** The workstation as a pure function of its state and the present time. */
import type { View } from '../shared/h'
import { h } from '../shared/h'
import { icon } from '../shared/icons'
import { languageSwitch, lineNotice, recordTable, seatList } from '../shared/parts'
import { idleStage, outcomeStage } from './quiet-stage'
import type { Act } from './ringing-stage'
import { ringingStage } from './ringing-stage'
import { signInForm } from './sign-in-form'
import type { Who, Workstation } from './state'
import { isReady } from './state'
import { talkingStage } from './talking-stage'
import type { WorkstationWords } from './words'
import { workstationWords } from './words'

const STATUSES = ['online', 'busy', 'rest'] as const

const statusChoice = (state: Workstation, words: WorkstationWords, act: Act): View =>
  h(
    'div',
    { class: 'choice', role: 'group', 'aria-label': words.status },
    ...STATUSES.map((status) =>
      h(
        'button',
        {
          type: 'button',
          key: status,
          class: `is-${status}`,
          'data-do': status,
          'aria-pressed': String(state.status === status),
          disabled: !isReady(state),
          onclick: () => {
            act({ type: 'click/status', status })
          },
        },
        words.seatStatus[status],
      ),
    ),
  )

const topBar = (state: Workstation, who: Who, words: WorkstationWords, act: Act): View =>
  h(
    'header',
    { class: 'top' },
    h(
      'div',
      { class: 'me' },
      h('h1', {}, who.name, ' ', h('span', { class: 'quiet number' }, who.seatId)),
      lineNotice(state.link === 'up' && !state.welcomed ? 'connecting' : state.link, words),
    ),
    statusChoice(state, words, act),
    h(
      'div',
      { class: 'tools' },
      languageSwitch(state.language, words, (language) => {
        act({ type: 'click/language', language })
      }),
      h(
        'button',
        {
          type: 'button',
          class: 'plain',
          'data-do': 'sign-out',
          disabled: state.call?.phase === 'talking',
          onclick: () => {
            act({ type: 'click/signOut' })
          },
        },
        icon('signOut'),
        words.signOut,
      ),
    ),
  )

const stage = (state: Workstation, now: number, words: WorkstationWords, act: Act): View => {
  const ready = isReady(state)
  if (state.call?.phase === 'ringing') return ringingStage(state.call, { now, words, ready, act })
  if (state.call?.phase === 'talking') {
    const free = state.seats.filter(
      ({ seatId, status, sessionId }) => seatId !== state.who?.seatId && status === 'online' && sessionId === undefined,
    )
    return talkingStage(state.call, { now, words, ready, free, act })
  }
  return state.outcome ? outcomeStage(state.outcome, words, act) : idleStage(state.status ?? 'online', words)
}

/** Spoken at once by a screen reader when a call comes in; empty otherwise. */
const announcement = ({ call }: Workstation, words: WorkstationWords): string =>
  call?.phase === 'ringing' ? words.announce(call.caller || words.unknownCaller, call.channel) : ''

const desk = (state: Workstation, who: Who, now: number, act: Act): View => {
  const words = workstationWords[state.language]
  const { language, records, seats, trouble } = state
  return h(
    'div',
    { class: 'desk', key: 'desk' },
    topBar(state, who, words, act),
    h('p', { class: 'unseen', role: 'alert' }, announcement(state, words)),
    h('p', { class: 'trouble', role: 'alert' }, trouble?.kind === 'refused' && trouble.message),
    h(
      'main',
      {},
      stage(state, now, words, act),
      h('aside', { class: 'card team' }, h('h2', {}, words.agents), seatList(seats, words, words.talking)),
      h(
        'section',
        { class: 'card history' },
        h('h2', {}, words.history),
        recordTable(records, { now, language, words, withAgent: false }),
      ),
    ),
  )
}

/** `act` is called with what the agent clicks. */
export const workstationView = (state: Workstation, now: number, act: Act): View =>
  state.who === null ? signInForm(state, workstationWords[state.language], act) : desk(state, state.who, now, act)
