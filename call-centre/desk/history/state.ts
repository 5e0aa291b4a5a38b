/** What the history page knows, and what it asks the centre. */
import type { CallPage } from '../../server/history-messages'
import type { CallQuery } from '../../server/records/search-calls'
import type { Me, Reply } from '../shared/account'
import { callsAddress } from '../shared/calls-address'
import type { Language } from '../shared/language'
import type { Transition } from '../shared/store'
import { onRecording, type RecordingEvent, type Told } from './recordings'

export interface HistoryPage {
  readonly language: Language
  readonly me: Me
  readonly query: CallQuery
  /** All that was asked for so far, the latest first; null: not heard yet. */
  readonly found: CallPage | null
  readonly asking: boolean
  /** `lost`: the centre did not answer. */
  readonly trouble: 'lost' | 'refused' | null
  /** What is known of recordings, by the call. */
  readonly told: Readonly<Record<string, Told>>
}

export type HistoryEvent =
  | RecordingEvent
  | { readonly type: 'page/opened' }
  | { readonly type: 'submit/search'; readonly query: CallQuery }
  | { readonly type: 'click/more' }
  | { readonly type: 'click/language'; readonly language: Language }
  | { readonly type: 'centre/answered'; readonly question: Question; readonly reply: Reply }

export interface Question {
  /** Earlier ones are put below those that are shown. */
  readonly about: 'calls' | 'earlier'
  readonly path: string
  /** An answer to what is not asked any more is dropped. */
  readonly query: CallQuery
}

export const openingState = (language: Language, me: Me): HistoryPage => ({
  ...{ language, me, query: {}, found: null, asking: true, trouble: null, told: {} },
})

const onAnswer = (page: HistoryPage, question: Question, { status, body }: Reply): HistoryPage => {
  if (question.query !== page.query) return page
  const answered = { ...page, asking: false }
  if (status !== 200) return { ...answered, trouble: status === 0 ? 'lost' : 'refused' }
  const found = body as CallPage
  const before = question.about === 'earlier' ? (page.found?.calls ?? []) : []
  return { ...answered, found: { ...found, calls: [...before, ...found.calls] } }
}

export const reduce = (page: HistoryPage, event: HistoryEvent): HistoryPage => {
  const asking = { ...page, asking: true, trouble: null }
  switch (event.type) {
    case 'page/opened':
    case 'click/more':
      return asking
    case 'submit/search':
      return { ...asking, query: event.query }
    case 'click/language':
      return { ...page, language: event.language }
    case 'centre/answered':
      return onAnswer(page, event.question, event.reply)
    case 'click/read':
    case 'click/add':
    case 'recording/told':
      return onRecording(page, event)
  }
}

/** What a transition asks the centre. */
export const questionOf = ({ event, to: page }: Transition<HistoryPage, HistoryEvent>): Question | null => {
  const { query, found } = page
  switch (event.type) {
    case 'page/opened':
    case 'submit/search':
      return { about: 'calls', path: callsAddress(query), query }
    case 'click/more': {
      const before = found?.calls.at(-1)?.sessionId
      return { about: 'earlier', path: callsAddress({ ...query, before }), query }
    }
    default:
      return null
  }
}
