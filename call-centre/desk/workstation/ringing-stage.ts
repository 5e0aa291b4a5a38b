/** The stage while a call rings. */
import type { View } from '../shared/h'
import { h } from '../shared/h'
import { icon } from '../shared/icons'
import { menuTrail } from '../shared/parts'
import type { Click, RingingCall, TalkingCall } from './state'
import type { WorkstationWords } from './words'

export type Act = (click: Click) => void

const RADIUS = 26
const AROUND = 2 * Math.PI * RADIUS

/** Who calls, on which channel, and by which keys: the same place in every phase. */
export const callerLines = (call: RingingCall | TalkingCall, words: WorkstationWords): View =>
  h(
    'div',
    { class: 'who' },
    h('h2', { class: 'caller' }, call.caller || words.unknownCaller),
    h(
      'p',
      { class: 'facts' },
      call.channel && h('span', { class: 'chip' }, call.channel),
      call.transferredFrom !== undefined && h('span', { class: 'chip' }, words.from(call.transferredFrom)),
    ),
    menuTrail(call.ivrPath, words.noMenu),
  )

const countdown = (call: RingingCall, now: number, words: WorkstationWords): View => {
  const leftMs = Math.max(0, call.since + call.timeoutMs - now)
  const share = call.timeoutMs > 0 ? leftMs / call.timeoutMs : 0
  const circle = { cx: 32, cy: 32, r: RADIUS }
  const seconds = Math.ceil(leftMs / 1000)
  return h(
    'div',
    { class: 'countdown', role: 'timer', 'aria-label': `${seconds} ${words.secondsLeft}` },
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
  readonly act: Act
}

const choices = (call: RingingCall, { words, ready, act }: Around): View => {
  const answer = (): void => {
    act({ type: 'click/answer' })
  }
  const letRing = (): void => {
    act({ type: 'click/letRing' })
  }
  const disabled = !ready || call.answering
  return h(
    'div',
    { class: 'actions' },
    h(
      'button',
      { type: 'button', class: 'go', 'data-do': 'answer', disabled, onclick: answer },
      icon('answer'),
      call.answering ? words.answering : words.answer,
    ),
    !call.silenced &&
      h('button', { type: 'button', 'data-do': 'let-ring', onclick: letRing }, icon('quiet'), words.letRing),
  )
}

/** The card of an incoming call. */
export const ringingStage = (call: RingingCall, around: Around): View => {
  const { now, words } = around
  return h(
    'section',
    { class: 'stage ringing', key: 'ringing', 'aria-label': words.incoming, 'data-phase': 'ringing' },
    h(
      'div',
      { class: 'stage-head' },
      h('p', { class: 'eyebrow' }, call.media === 'video' ? words.incomingVideo : words.incoming),
      countdown(call, now, words),
    ),
    callerLines(call, words),
    choices(call, around),
    call.silenced && h('p', { class: 'quiet' }, words.silenced),
  )
}
