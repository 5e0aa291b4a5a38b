/** The stage between calls: what became of the last one, or that the next one may come. */
import type { EndStatus } from 'tccc-wx-sdk/call'
import type { View } from '../shared/h'
import { h } from '../shared/h'
import { clock } from '../shared/times'
import { reasonList } from './reason-list'
import type { Act } from './ringing-stage'
import type { AwayReason } from '../../server/desk-messages'
import type { Click } from './events'
import type { ChosenStatus, Outcome } from './state'
import type { WorkstationWords } from './words'

const isEndStatus = (reason: string, { endStatus }: WorkstationWords): reason is EndStatus =>
  Object.hasOwn(endStatus, reason)

/** A title, and lines that may be empty. */
export const outcomeWords = (
  outcome: Outcome,
  words: WorkstationWords,
): { readonly title: string; readonly lines: readonly string[] } => {
  switch (outcome.kind) {
    case 'ended': {
      const { endStatus, closeBy, caller, durationMs } = outcome.record
      const lasted = durationMs > 0 ? `${words.duration} ${clock(durationMs)}` : ''
      return { title: words.endStatus[endStatus], lines: [`${caller} · ${words.closeBy[closeBy]}`, lasted] }
    }
    case 'missed': {
      const why = isEndStatus(outcome.reason, words)
        ? words.endStatus[outcome.reason]
        : (words.missedReasons[outcome.reason] ?? words.askedMissed[outcome.reason])
      const title = outcome.reason === 'declined' ? words.declinedTitle : words.missedTitle
      return { title, lines: [outcome.caller || words.unknownCaller, why ?? outcome.reason] }
    }
    case 'hungUp':
      return { title: words.hungUpTitle, lines: [outcome.caller || words.unknownCaller] }
    case 'lost':
      return { title: words.lostTitle, lines: [words.lostText(outcome.caller || words.unknownCaller)] }
    case 'advised': {
      const { by, caller } = outcome
      return { title: words.advisedTitle, lines: [words.advisedText(by, caller || words.unknownCaller)] }
    }
    case 'transferred':
      return { title: words.transferredTitle, lines: [words.transferredText(outcome.caller || words.unknownCaller)] }
  }
}

export const outcomeStage = (outcome: Outcome, words: WorkstationWords, act: Act): View => {
  const { title, lines } = outcomeWords(outcome, words)
  return h(
    'section',
    { class: 'stage outcome-stage', key: 'outcome', 'aria-label': title, 'data-phase': outcome.kind },
    h('h2', {}, title),
    ...lines.filter((line) => line !== '').map((line) => h('p', { class: 'quiet' }, line)),
    h(
      'div',
      { class: 'actions' },
      h(
        'button',
        {
          type: 'button',
          'data-do': 'dismiss',
          onclick: () => {
            act({ type: 'click/dismiss' })
          },
        },
        words.dismiss,
      ),
    ),
  )
}

interface Idle {
  readonly status: ChosenStatus
  readonly away: AwayReason | null
  readonly reason: string | null
  readonly breakReasons: readonly string[]
  /** For how long the seat has this status; null: not known yet. */
  readonly lastsMs: number | null
  readonly audible: boolean | null
  readonly notices: NotificationPermission | null
}

/** What would keep a ring from reaching the agent, each with the one button that mends it. */
const ringHelp = ({ audible, notices }: Idle, words: WorkstationWords, act: Act): readonly View[] => {
  const help = (name: string, text: string, label: string, click: Click): View =>
    h(
      'div',
      { class: 'ring-help', key: name, role: 'status' },
      h('p', {}, text),
      h(
        'button',
        {
          type: 'button',
          'data-do': name,
          onclick: () => {
            act(click)
          },
        },
        label,
      ),
    )
  return [
    ...(audible === false ? [help('ring-on', words.silentRing, words.ringOn, { type: 'click/ringOn' })] : []),
    ...(notices === 'default'
      ? [help('notices-on', words.noNotices, words.noticesOn, { type: 'click/noticesOn' })]
      : []),
  ]
}

export const idleStage = (idle: Idle, words: WorkstationWords, act: Act): View => {
  const { status, away, reason, breakReasons, lastsMs } = idle
  const title = { online: words.readyTitle, busy: words.busyTitle, rest: words.restTitle }[status]
  const text = status === 'online' ? words.readyText : away === null ? words.awayText : words.awayReasons[away]
  return h(
    'section',
    { class: `stage idle is-${status}`, key: 'idle', 'aria-label': title, 'data-phase': 'idle' },
    h('span', { class: 'pulse', 'aria-hidden': 'true' }),
    h('h2', {}, title),
    lastsMs !== null && h('span', { class: 'quiet number', role: 'timer' }, clock(lastsMs)),
    h('p', { class: 'quiet' }, text),
    status === 'rest' &&
      breakReasons.length > 0 &&
      reasonList(breakReasons, {
        ...{ label: words.breakReason, name: 'break', chosen: reason },
        choose: (chosen) => {
          act({ type: 'click/status', status, reason: chosen })
        },
      }),
    ...(status === 'online' ? ringHelp(idle, words, act) : []),
  )
}
