/** What the operator page knows, and how it changes. */
import type { OperatorCommand, OperatorNotice } from '../../seat-messages'
import type { Language } from '../shared/language'
import type { LinkEvent } from '../shared/page-link'
import type { Transition } from '../shared/store'

export interface OperatorPage {
  readonly language: Language
  readonly link: 'off' | 'connecting' | 'up' | 'lost'
  /** The centre's last word; null before the first. */
  readonly picture: OperatorNotice | null
  /** The centre's clock minus this page's, in milliseconds. */
  readonly clockAheadMs: number
  /** Sessions that this page asked to end. */
  readonly ending: readonly string[]
}

export type OperatorClick =
  | { readonly type: 'click/hangUp'; readonly sessionId: string }
  | { readonly type: 'click/language'; readonly language: Language }

export type OperatorEvent = OperatorNotice | LinkEvent | OperatorClick

export const openingState = (language: Language): OperatorPage => ({
  language,
  link: 'off',
  picture: null,
  clockAheadMs: 0,
  ending: [],
})

/** `at` is this page's clock, in epoch milliseconds. */
export const reduce = (page: OperatorPage, event: OperatorEvent, at: number): OperatorPage => {
  switch (event.type) {
    case 'operator/state': {
      const running = new Set(event.sessions.map(({ sessionId }) => sessionId))
      const ending = page.ending.filter((sessionId) => running.has(sessionId))
      return { ...page, picture: event, clockAheadMs: event.time - at, ending }
    }
    case 'link/connecting':
      return page.link === 'lost' ? page : { ...page, link: 'connecting' }
    case 'link/up':
      return { ...page, link: 'up' }
    case 'link/lost':
      return { ...page, link: 'lost', ending: [] }
    case 'click/hangUp':
      return page.link === 'up' && !page.ending.includes(event.sessionId)
        ? { ...page, ending: [...page.ending, event.sessionId] }
        : page
    case 'click/language':
      return { ...page, language: event.language }
    default:
      return page
  }
}

/** The command that a transition asks for, or null. */
export const commandFor = ({ event, from, to }: Transition<OperatorPage, OperatorEvent>): OperatorCommand | null =>
  event.type === 'click/hangUp' && from.ending !== to.ending
    ? { type: 'operator/hangUp', sessionId: event.sessionId }
    : null
