/** The operator page as a pure function of its state and the present time. */
import type { OperatorNotice } from '../../seat-messages'
import type { View } from '../shared/h'
import { h } from '../shared/h'
import { icon } from '../shared/icons'
import { languageSwitch, lineNotice, mediaChip, menuTrail, recordTable, seatList } from '../shared/parts'
import { clock } from '../shared/times'
import type { OperatorClick, OperatorPage } from './state'
import type { OperatorWords } from './words'
import { operatorWords } from './words'

type Act = (click: OperatorClick) => void
type Live = OperatorNotice['sessions'][number]

const PHASES = ['ivr', 'waiting', 'ringing', 'talking'] as const

const totals = (sessions: readonly Live[], words: OperatorWords): View =>
  h(
    'ul',
    { class: 'totals', 'aria-label': words.totals },
    ...PHASES.map((phase) =>
      h(
        'li',
        { key: phase, class: `total is-${phase}` },
        h('span', { class: 'number' }, sessions.filter((session) => session.phase === phase).length),
        h('span', { class: 'label' }, words.phase[phase]),
      ),
    ),
  )

const hangUp = (session: Live, page: OperatorPage, words: OperatorWords, act: Act): View => {
  const { sessionId, caller } = session
  const ending = page.ending.includes(sessionId)
  return h(
    'button',
    {
      type: 'button',
      class: 'stop soft',
      'data-do': 'hang-up',
      'aria-label': ending ? undefined : words.hangUpOf(caller),
      disabled: ending || page.link !== 'up',
      onclick: () => {
        act({ type: 'click/hangUp', sessionId })
      },
    },
    icon('hangUp'),
    ending ? words.ending : words.hangUp,
  )
}

const liveCall = (session: Live, page: OperatorPage, now: number, words: OperatorWords, act: Act): View => {
  const { sessionId, phase, line, position, seatName } = session
  return h(
    'li',
    { key: sessionId, class: `live is-${phase}`, 'data-session': sessionId, 'data-phase': phase },
    h(
      'div',
      { class: 'live-who' },
      h('span', { class: 'caller' }, session.caller),
      h('span', { class: 'quiet' }, session.channel),
      mediaChip(session.media, words),
    ),
    h(
      'div',
      { class: 'live-phase' },
      h('span', { class: 'chip phase' }, words.phase[phase]),
      h('span', { class: 'number' }, clock(now + page.clockAheadMs - session.since)),
      position !== undefined && h('span', { class: 'chip' }, words.place(position)),
      seatName !== undefined && h('span', { class: 'chip' }, seatName),
      line === 'lost' && h('span', { class: 'chip alarm' }, words.lineLost),
    ),
    menuTrail(session.ivrPath, words.noMenu),
    hangUp(session, page, words, act),
  )
}

const topBar = (page: OperatorPage, sessions: readonly Live[], words: OperatorWords, act: Act): View =>
  h(
    'header',
    { class: 'top' },
    h('div', { class: 'me' }, h('h1', {}, words.operator), lineNotice(page.link, words)),
    totals(sessions, words),
    h(
      'div',
      { class: 'tools' },
      languageSwitch(page.language, words, (language) => {
        act({ type: 'click/language', language })
      }),
    ),
  )

/** `act` is called with what the operator clicks; `now` is this page's clock in epoch milliseconds. */
export const operatorView = (page: OperatorPage, now: number, act: Act): View => {
  const words = operatorWords[page.language]
  const { language, picture } = page
  const sessions = picture?.sessions ?? []
  return h(
    'div',
    { class: 'desk', key: 'desk' },
    topBar(page, sessions, words, act),
    h(
      'main',
      { class: page.link === 'lost' ? 'stale' : undefined },
      h(
        'section',
        { class: 'card live-calls' },
        h('h2', {}, words.live),
        sessions.length === 0
          ? h('p', { class: 'quiet' }, words.liveEmpty)
          : h('ul', { class: 'lives' }, ...sessions.map((session) => liveCall(session, page, now, words, act))),
      ),
      h(
        'aside',
        { class: 'card team' },
        h('h2', {}, words.agents),
        seatList(picture?.seats ?? [], words, words.phase.talking),
      ),
      h(
        'section',
        { class: 'card history' },
        h('h2', {}, words.history),
        recordTable(picture?.records ?? [], { now: now + page.clockAheadMs, language, words, withAgent: true }),
      ),
    ),
  )
}
