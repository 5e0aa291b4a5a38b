/** A customer is to call once more: the button, and what comes of it. Nobody can ring a mini program. */
import { h, type View } from '../shared/h'
import { icon } from '../shared/icons'
import { minutes } from '../shared/times'
import type { Act } from './ringing-stage'
import type { Expected } from './state'
import type { WorkstationWords } from './words'

interface Around {
  readonly words: WorkstationWords
  /** Whether the centre hears it. */
  readonly ready: boolean
  readonly act: Act
}

/** `of`: whose call it was. */
export const callAgainButton = (sessionId: string, of: string, { words, ready, act }: Around): View =>
  h(
    'button',
    {
      ...{ type: 'button', 'data-do': 'call-again', disabled: !ready },
      ...(ready
        ? { 'aria-label': words.callAgainOf(of) }
        : { 'aria-label': `${words.callAgainOf(of)}. ${words.noLineYet}`, title: words.noLineYet }),
      onclick: () => {
        act({ type: 'click/callAgain', sessionId })
      },
    },
    icon('answer'),
    words.callAgain,
  )

/** Who comes here first, for how long still, and whether a message says so. */
export const expectedNotice = (
  expects: Expected | null,
  now: number,
  words: WorkstationWords,
  act: Act,
): View | false => {
  if (expects === null || expects.until <= now) return false
  const { caller, channel, until, message } = expects
  return h(
    'div',
    { class: 'card expects', key: 'expects', role: 'status' },
    h('p', {}, words.expects(caller, channel, minutes(until - now))),
    h('p', { class: 'quiet' }, words.callAgainMessages[message]),
    h(
      'button',
      {
        ...{ type: 'button', 'data-do': 'dismiss-expects' },
        onclick: () => {
          act({ type: 'click/dismissExpects' })
        },
      },
      words.gotIt,
    ),
  )
}
