/** The stage after a talk, until it is written up. */
import type { View } from '../shared/h'
import { h } from '../shared/h'
import { callAgainButton } from './call-again'
import { keyCap, shortcut } from './keys'
import { outcomeWords } from './quiet-stage'
import { type Act, callerLines, countdown } from './ringing-stage'
import type { Outcome, WrappingCall } from './state'
import type { WorkstationWords } from './words'

interface Around {
  readonly now: number
  readonly words: WorkstationWords
  readonly outcome: Outcome | null
  readonly act: Act
}

export const wrapUpStage = (call: WrappingCall, { now, words, outcome, act }: Around): View => {
  const ended = outcome && outcomeWords(outcome, words)
  const done = (): void => {
    act({ type: 'click/wrapUpDone' })
  }
  return h(
    'section',
    { class: 'stage wrap-up', key: 'wrapUp', 'aria-label': words.wrapUpTitle, 'data-phase': 'wrapUp' },
    h(
      'div',
      { class: 'stage-head' },
      h('p', { class: 'eyebrow' }, words.wrapUpTitle),
      countdown({ since: call.since, lastsMs: call.limitMs }, now, words.wrapUpLeft),
    ),
    callerLines(call, words),
    ended && h('p', {}, [ended.title, ...ended.lines].filter((line) => line !== '').join(' · ')),
    h('p', { class: 'quiet' }, words.wrapUpText),
    h(
      'div',
      { class: 'actions' },
      h(
        'button',
        { type: 'button', class: 'go', 'data-do': 'wrap-up-done', onclick: done, ...shortcut('wrapUpDone') },
        words.wrapUpDone,
        keyCap('wrapUpDone'),
      ),
      outcome?.kind === 'ended' && callAgainButton(call.sessionId, call.nickName ?? call.caller, words, act),
    ),
  )
}
