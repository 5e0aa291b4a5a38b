/** After a talk, until it is written up: a stage that leaves the room to the notes, and what is known beneath. */
import type { View } from '../shared/h'
import { h } from '../shared/h'
import { callAgainButton } from './call-again'
import { keyCap, shortcut } from './keys'
import { outcomeWords } from './quiet-stage'
import { type Act, callerFacts, callerName, countdown } from './ringing-stage'
import type { Outcome, WrappingCall } from './state'
import type { WorkstationWords } from './words'

interface Around {
  readonly now: number
  readonly words: WorkstationWords
  readonly ready: boolean
  readonly outcome: Outcome | null
  readonly act: Act
}

const wrapUpStage = (call: WrappingCall, { now, words, act }: Around): View => {
  const done = (): void => {
    act({ type: 'click/wrapUpDone' })
  }
  return h(
    'section',
    { class: 'stage wrap-up', 'aria-label': words.wrapUpTitle, 'data-phase': 'wrapUp' },
    h(
      'div',
      { class: 'stage-head' },
      h('div', {}, h('p', { class: 'eyebrow' }, words.wrapUpTitle), callerName(call, words)),
      countdown({ since: call.since, lastsMs: call.limitMs }, now, words.wrapUpLeft),
    ),
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
    ),
  )
}

const knownCard = (call: WrappingCall, around: Around): View => {
  const { outcome, words } = around
  const ended = outcome && outcomeWords(outcome, words)
  return h(
    'section',
    { class: 'card known' },
    h('h2', {}, words.known),
    ended && h('p', {}, [ended.title, ...ended.lines].filter((line) => line !== '').join(' · ')),
    ...callerFacts(call, words),
    outcome?.kind !== 'transferred' &&
      h('div', { class: 'actions' }, callAgainButton(call.sessionId, call.nickName ?? call.caller, around)),
  )
}

export const writingUp = (call: WrappingCall, around: Around): View =>
  h('div', { class: 'writing-up', key: 'wrapUp' }, wrapUpStage(call, around), knownCard(call, around))
