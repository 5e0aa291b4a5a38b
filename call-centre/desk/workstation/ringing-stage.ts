/** The stage while a call rings. */
import type { View } from '../shared/h'
import { h } from '../shared/h'
import { icon } from '../shared/icons'
import { menuTrail } from '../shared/parts'
import { clock } from '../shared/times'
import { contextList } from './context-list'
import { keyCap, shortcut } from './keys'
import { reasonList } from './reason-list'
import type { Click } from './events'
import { isTooSoon, type RingingCall, type Workstation } from './state'
import type { WorkstationWords } from './words'

export type Act = (click: Click) => void

const RADIUS = 26
const AROUND = 2 * Math.PI * RADIUS

/** Who calls, on which channel, and by which keys: the same place in every phase. */
export const callerName = (call: NonNullable<Workstation['call']>, words: WorkstationWords): View =>
  h('h2', { class: 'caller' }, call.nickName ?? (call.caller || words.unknownCaller))

/** What is known of the caller beside the name. */
export const callerFacts = (call: NonNullable<Workstation['call']>, words: WorkstationWords) => [
  h(
    'p',
    { class: 'facts' },
    call.nickName !== undefined && h('span', { class: 'chip' }, call.caller),
    call.phoneNumber !== undefined && h('span', { class: 'chip' }, call.phoneNumber),
    call.channel && h('span', { class: 'chip' }, call.channel),
    call.awayMs !== undefined && h('span', { class: 'chip' }, words.cameBack(clock(call.awayMs))),
    call.transferredFrom !== undefined && h('span', { class: 'chip' }, words.from(call.transferredFrom)),
  ),
  menuTrail(call.ivrPath, words.noMenu),
  contextList(call.context, words.context),
]

export const callerLines = (call: NonNullable<Workstation['call']>, words: WorkstationWords): View =>
  h(
    'div',
    { class: 'who' },
    call.avatarUrl !== undefined &&
      h('img', { class: 'avatar', src: call.avatarUrl, alt: '', width: 48, height: 48, referrerpolicy: 'no-referrer' }),
    callerName(call, words),
    ...callerFacts(call, words),
  )

interface Span {
  readonly since: number
  readonly lastsMs: number
}

/** The seconds that are left; `unit` says to screen readers what they are. */
export const countdown = ({ since, lastsMs }: Span, now: number, unit: string): View => {
  const leftMs = Math.max(0, since + lastsMs - now)
  const share = lastsMs > 0 ? leftMs / lastsMs : 0
  const circle = { cx: 32, cy: 32, r: RADIUS }
  const seconds = Math.ceil(leftMs / 1000)
  return h(
    'div',
    { class: 'countdown', role: 'timer', 'aria-label': `${seconds} ${unit}` },
    h(
      'svg',
      { viewBox: '0 0 64 64', 'aria-hidden': 'true', focusable: 'false' },
      h('circle', { ...circle, class: 'track' }),
      h('circle', {
        ...circle,
        class: 'rest',
        'stroke-dasharray': AROUND.toFixed(1),
        'stroke-dashoffset': (AROUND * (1 - share)).toFixed(1),
      }),
    ),
    h('span', { class: 'number' }, seconds),
  )
}

interface Around {
  readonly now: number
  readonly words: WorkstationWords
  readonly ready: boolean
  readonly declineReasons: readonly string[]
  readonly act: Act
}

const choices = (call: RingingCall, { now, words, ready, act }: Around): View => {
  const { sessionId } = call
  const answer = (): void => {
    act({ type: 'click/answer', sessionId })
  }
  const decline = (): void => {
    act({ type: 'click/decline', sessionId })
  }
  const letRing = (): void => {
    act({ type: 'click/letRing' })
  }
  const disabled = !ready || call.said !== null || isTooSoon(call, now)
  return h(
    'div',
    { class: 'actions' },
    h(
      'button',
      { type: 'button', class: 'go', 'data-do': 'answer', disabled, onclick: answer, ...shortcut('answer') },
      icon('answer'),
      call.said === 'answer' ? words.answering : words.answer,
      keyCap('answer'),
    ),
    h(
      'button',
      { type: 'button', 'data-do': 'decline', disabled, onclick: decline, ...shortcut('decline') },
      icon('hangUp'),
      words.decline,
      keyCap('decline'),
    ),
    !call.silenced &&
      h('button', { type: 'button', 'data-do': 'let-ring', onclick: letRing }, icon('quiet'), words.letRing),
  )
}

/** Declines with a reason, where the centre has reasons. */
const declining = ({ sessionId, said }: RingingCall, { words, ready, declineReasons, act }: Around): View | false =>
  declineReasons.length > 0 &&
  reasonList(declineReasons, {
    ...{ label: words.declineBecause, name: 'decline', disabled: !ready || said !== null },
    choose: (reason) => {
      act({ type: 'click/decline', sessionId, reason })
    },
  })

const incomingTitle = ({ media, askedBy }: RingingCall, words: WorkstationWords): string => {
  if (askedBy !== undefined) return words.askingTitle(askedBy)
  return media === 'video' ? words.incomingVideo : words.incoming
}

const hint = ({ silenced, askedBy }: RingingCall, words: WorkstationWords): string => {
  if (askedBy !== undefined) return silenced ? words.silencedAsked : words.answerAsked
  return silenced ? words.silenced : words.enterAnswers
}

/**
 * The card of an incoming call; that of the next one is another, so that a press that began on one button does not end on
 * the same button of the next caller.
 */
export const ringingStage = (call: RingingCall, around: Around): View => {
  const { now, words } = around
  return h(
    'section',
    { class: 'stage ringing', key: `ringing-${call.sessionId}`, 'aria-label': words.incoming, 'data-phase': 'ringing' },
    h(
      'div',
      { class: 'stage-head' },
      h('p', { class: 'eyebrow' }, incomingTitle(call, words)),
      countdown({ since: call.since, lastsMs: call.timeoutMs }, now, words.secondsLeft),
    ),
    callerLines(call, words),
    choices(call, around),
    declining(call, around),
    h('p', { class: 'quiet' }, hint(call, words)),
  )
}
