/** The workstation as a pure function of its state and the present time. */
import type { View } from '../shared/h'
import { h } from '../shared/h'
import { icon } from '../shared/icons'
import { languageSwitch, lineNotice, seatList } from '../shared/parts'
import { expectedNotice } from './call-again'
import { companyFrame } from './company-page'
import { earlierCard } from './earlier-card'
import { historyCard } from './history-card'
import { idleStage, outcomeStage } from './quiet-stage'
import { refusalIn } from './refusals'
import type { Act } from './ringing-stage'
import { remarkCard } from './remark-card'
import { ringingStage } from './ringing-stage'
import { signInForm } from './sign-in-form'
import { soundPanel } from './sound-panel'
import { soundWords } from './sound-words'
import type { Who, Workstation } from './state'
import { isReady } from './state'
import { textCard } from './text-card'
import { talkingStage } from './talking-stage'
import { writingUp } from './wrap-up-stage'
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
          disabled: !state.welcomed,
          onclick: () => {
            act({ type: 'click/status', status })
          },
        },
        words.seatStatus[status],
      ),
    ),
  )

const soundSwitch = ({ language, sound }: Workstation, act: Act): View =>
  h(
    'button',
    {
      type: 'button',
      class: 'plain',
      'data-do': 'sound',
      'aria-expanded': String(sound.shown),
      onclick: () => {
        act({ type: 'sound/panel' })
      },
    },
    icon('sound'),
    soundWords[language].title,
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
      soundSwitch(state, act),
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
  if (state.call?.phase === 'ringing')
    return ringingStage(state.call, { now, words, ready, act, declineReasons: state.choices.declineReasons })
  if (state.call?.phase === 'talking') {
    const seats = state.seats.filter(({ seatId }) => seatId !== state.who?.seatId)
    const { groups } = state.choices
    return talkingStage(state.call, { now, words, ready, seats, groups, act })
  }
  if (state.call?.phase === 'wrapUp') return writingUp(state.call, { now, words, ready, outcome: state.outcome, act })
  return state.outcome ? outcomeStage(state.outcome, words, act) : idle(state, now, words, act)
}

const idle = (state: Workstation, now: number, words: WorkstationWords, act: Act): View => {
  const { audible, notices, away, reason, choices, seats, clockAheadMs } = state
  const own = seats.find(({ seatId }) => seatId === state.who?.seatId)
  return idleStage(
    {
      ...{ audible, notices, away, reason, breakReasons: choices.breakReasons, status: state.status ?? 'online' },
      lastsMs: own ? now + clockAheadMs - own.since : null,
    },
    words,
    act,
  )
}

/** The company's page beside the call, where there is one. */
const company = ({ call, choices, who }: Workstation, words: WorkstationWords): View | false =>
  call !== null &&
  choices.companyPage !== undefined &&
  h(
    'section',
    { class: 'card company', key: `company-${call.sessionId}`, 'aria-label': words.companyPage },
    companyFrame(choices.companyPage, call, who?.seatId ?? '', words.companyPage),
  )

/** What is known of the customer, as long as the call is at hand. */
const earlierOf = ({ call, earlier, choices, language }: Workstation, now: number, words: WorkstationWords) =>
  earlier !== null &&
  earlier.sessionId === call?.sessionId &&
  earlierCard(earlier.calls, { now, language, words, choices })

const afterTalk: readonly (string | undefined)[] = ['ended', 'hungUp', 'transferred']

/** Over here, and the time to write it up is about to begin: whoever is typing goes on typing. */
const isAboutToWriteUp = ({ call, outcome, choices }: Workstation): boolean =>
  call === null && choices.writesUp === true && afterTalk.includes(outcome?.kind)

/** As long as there is a talk to write of. */
const remarkOf = (state: Workstation, words: WorkstationWords, act: Act): View | false => {
  const { call, remark, choices } = state
  if (remark === null || call?.phase === 'ringing') return false
  const isAtHand = call?.sessionId === remark.sessionId || isAboutToWriteUp(state)
  return isAtHand && remarkCard(remark, choices, words, act)
}

/** As long as the talk is at hand. */
const textsOf = (state: Workstation, now: number, words: WorkstationWords, act: Act): View | false => {
  const { texts, call, language } = state
  if (texts === null || texts.sessionId !== call?.sessionId) return false
  return textCard(texts, { now, language, words, open: call.phase === 'talking' && isReady(state), act })
}

/** Spoken at once by a screen reader when a call comes in; empty otherwise. */
const announcement = ({ call }: Workstation, words: WorkstationWords): string => {
  if (call?.phase !== 'ringing') return ''
  const caller = call.caller || words.unknownCaller
  return call.askedBy === undefined ? words.announce(caller, call.channel) : words.announceAsked(call.askedBy, caller)
}

const desk = (state: Workstation, who: Who, now: number, act: Act): View => {
  const words = workstationWords[state.language]
  const { language, seats, trouble } = state
  return h(
    'div',
    { class: 'desk', key: 'desk' },
    topBar(state, who, words, act),
    h('p', { class: 'unseen', role: 'alert' }, announcement(state, words)),
    h(
      'div',
      { class: 'said', key: 'said' },
      h('p', { class: 'trouble', role: 'alert' }, trouble?.kind === 'refused' && refusalIn(trouble.code, language)),
      expectedNotice(state.expects, now, words, act),
    ),
    h(
      'main',
      {},
      soundPanel(state.sound, { language, inCall: state.call !== null, act }),
      stage(state, now, words, act),
      h(
        'aside',
        { class: 'card team' },
        h('h2', {}, words.agents),
        seatList(seats, { words, talking: words.talking, centreNow: now + state.clockAheadMs }),
      ),
      earlierOf(state, now, words),
      company(state, words),
      textsOf(state, now, words, act),
      remarkOf(state, words, act),
      historyCard(state.history, state.records, {
        ...{ now, language, words, act },
        ...{ supervises: state.supervises, seatId: who.seatId, ready: isReady(state) },
      }),
    ),
  )
}

/** `act` is called with what the agent clicks. */
export const workstationView = (state: Workstation, now: number, act: Act): View =>
  state.who === null ? signInForm(state, workstationWords[state.language], act) : desk(state, state.who, now, act)
