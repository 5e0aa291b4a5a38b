/** The stage between calls: what became of the last one, or that the next one may come. */
import type { EndStatus } from 'tccc-wx-sdk/call'
import type { View } from '../shared/h'
import { h } from '../shared/h'
import { clock } from '../shared/times'
import type { Act } from './ringing-stage'
import type { ChosenStatus, Outcome } from './state'
import type { WorkstationWords } from './words'

const isEndStatus = (reason: string, { endStatus }: WorkstationWords): reason is EndStatus =>
  Object.hasOwn(endStatus, reason)

const said = (
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
        : words.missedReasons[outcome.reason]
      return { title: words.missedTitle, lines: [outcome.caller || words.unknownCaller, why ?? outcome.reason] }
    }
    case 'lost':
      return { title: words.lostTitle, lines: [words.lostText(outcome.caller || words.unknownCaller)] }
    case 'transferred':
      return { title: words.transferredTitle, lines: [words.transferredText(outcome.caller || words.unknownCaller)] }
  }
}

export const outcomeStage = (outcome: Outcome, words: WorkstationWords, act: Act): View => {
  const { title, lines } = said(outcome, words)
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

export const idleStage = (status: ChosenStatus, words: WorkstationWords): View => {
  const title = { online: words.readyTitle, busy: words.busyTitle, rest: words.restTitle }[status]
  return h(
    'section',
    { class: `stage idle is-${status}`, key: 'idle', 'aria-label': title, 'data-phase': 'idle' },
    h('span', { class: 'pulse', 'aria-hidden': 'true' }),
    h('h2', {}, title),
    h('p', { class: 'quiet' }, status === 'online' ? words.readyText : words.awayText),
  )
}
