/** The operator page as a pure function of its state and the present time. */
import type { LiveCall } from '../../server/operator-messages'
import type { View } from '../shared/h'
import { h } from '../shared/h'
import { icon } from '../shared/icons'
import { historyHead, languageSwitch, lineNotice, mediaChip, menuTrail, recordTable, seatList } from '../shared/parts'
import { clock } from '../shared/times'
import { alarmCard, dayCard } from './board-view'
import { boardWords } from './board-words'
import { keptPlaces } from './kept-places'
import type { OperatorClick, OperatorPage } from './state'
import type { OperatorWords } from './words'
import { operatorWords } from './words'

type Act = (click: OperatorClick) => void

const PHASES = ['ivr', 'waiting', 'ringing', 'talking'] as const

const totals = (sessions: readonly LiveCall[], words: OperatorWords): View =>
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

/** Asks before a call ends: the first press opens the question. */
const hangUp = ({ sessionId, caller }: LiveCall, page: OperatorPage, words: OperatorWords, act: Act): View => {
  const { really, keep } = boardWords[page.language]
  const ending = page.ending.includes(sessionId)
  const button = (what: string, style: string, label: string, click: OperatorClick, name?: string): View =>
    h(
      'button',
      {
        ...{ type: 'button', key: what, class: style, 'data-do': what, 'aria-label': name, disabled: ending },
        onclick: () => {
          act(click)
        },
      },
      what === 'keep' ? null : icon('hangUp'),
      label,
    )
  if (page.doubted !== sessionId) {
    const name = ending ? undefined : words.hangUpOf(caller)
    const label = ending ? words.ending : words.hangUp
    return button('hang-up', 'stop soft', label, { type: 'click/doubt', sessionId }, name)
  }
  return h(
    'div',
    { class: 'doubt', role: 'group', 'aria-label': really(caller) },
    h('p', { role: 'alert' }, really(caller)),
    button('hang-up-really', 'stop', words.hangUp, { type: 'click/hangUp', sessionId }, words.hangUpOf(caller)),
    button('keep', '', keep, { type: 'click/doubt', sessionId: null }),
  )
}

/** The place of each call that waits, by its ticket, among those for the same group; 1 is next. */
const placesIn = (sessions: readonly LiveCall[]): ReadonlyMap<number, number> => {
  const waiting = sessions.flatMap(({ ticket, group }) => (ticket === undefined ? [] : { ticket, group }))
  const lengths = new Map<string | undefined, number>()
  return new Map(
    waiting
      .sort((one, other) => one.ticket - other.ticket)
      .map(({ ticket, group }) => {
        const place = (lengths.get(group) ?? 0) + 1
        lengths.set(group, place)
        return [ticket, place]
      }),
  )
}

/** What a row needs of the page around it. */
interface Around {
  readonly page: OperatorPage
  readonly places: ReturnType<typeof placesIn>
  readonly now: number
  readonly words: OperatorWords
  readonly act: Act
}

const liveCall = (session: LiveCall, { page, places, now, words, act }: Around): View => {
  const { sessionId, phase, line, ticket, seatName, held, asked } = session
  const position = ticket === undefined ? undefined : places.get(ticket)
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
      asked && h('span', { class: 'chip' }, boardWords[page.language].consult[asked.state](asked.seatName)),
      held && h('span', { class: 'chip held' }, boardWords[page.language].held[held]),
      line === 'lost' && h('span', { class: 'chip alarm' }, words.lineLost),
    ),
    menuTrail(session.ivrPath, words.noMenu),
    hangUp(session, page, words, act),
  )
}

const topBar = (page: OperatorPage, sessions: readonly LiveCall[], words: OperatorWords, act: Act): View =>
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

const liveCard = (page: OperatorPage, now: number, words: OperatorWords, act: Act): View => {
  const { sessions, estimate } = page
  const places = placesIn(sessions)
  return h(
    'section',
    { class: 'card live-calls' },
    h('h2', {}, words.live),
    estimate && h('p', { class: 'quiet', key: 'estimate' }, words.estimate(estimate)),
    sessions.length === 0
      ? h('p', { class: 'quiet' }, words.liveEmpty)
      : h('ul', { class: 'lives' }, ...sessions.map((session) => liveCall(session, { page, places, now, words, act }))),
  )
}

/** `act` is called with what the operator clicks; `now` is this page's clock in epoch milliseconds. */
export const operatorView = (page: OperatorPage, now: number, act: Act): View => {
  const words = operatorWords[page.language]
  const { language, sessions, seats, records } = page
  return h(
    'div',
    { class: 'desk', key: 'desk' },
    topBar(page, sessions, words, act),
    h(
      'main',
      { class: page.link === 'lost' ? 'stale' : undefined },
      alarmCard(page, now),
      h('div', { class: 'calls', key: 'calls' }, liveCard(page, now, words, act), keptPlaces(page, now)),
      h(
        'aside',
        { class: 'card team' },
        h('h2', {}, words.agents),
        seatList(seats, { words, talking: words.phase.talking, centreNow: now + page.clockAheadMs }),
      ),
      dayCard(page, words, act),
      h(
        'section',
        { class: 'card history' },
        historyHead(language, words),
        recordTable(records.toReversed(), { now: now + page.clockAheadMs, language, words, withAgent: true }),
      ),
    ),
  )
}
