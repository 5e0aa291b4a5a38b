/** What the operator page knows, and how it changes. */
import type { LineEvent } from 'tccc-wx-sdk/call'
import type { OperatorCommand, OperatorLists, OperatorNotice } from '../../server/operator-messages'
import type { Board } from '../../server/history-messages'
import type { EstimateQuality } from '../../server/routing/estimate'
import type { Language } from '../shared/language'
import type { LineState } from '../shared/parts'
import { withNews } from '../shared/rows'
import type { Transition } from '../shared/store'

export interface OperatorPage extends OperatorLists {
  readonly language: Language
  readonly link: LineState
  /** The centre's clock minus this page's, in milliseconds. */
  readonly clockAheadMs: number
  /** Null: nobody has been answered yet. */
  readonly estimate: EstimateQuality | null
  /** Sessions that this page asked to end, until their records come. */
  readonly ending: readonly string[]
  /** The call of which the page asks whether it is to end. */
  readonly doubted: string | null
  /** The figures of today; null: not heard yet. */
  readonly today: Board | null
  /** The day that was chosen, and its figures; null: today. */
  readonly day: string | null
  readonly ofDay: Board | null
}

export type OperatorClick =
  /** Asks first: null lets the call go on. */
  | { readonly type: 'click/doubt'; readonly sessionId: string | null }
  | { readonly type: 'click/hangUp'; readonly sessionId: string }
  | { readonly type: 'click/day'; readonly day: string | null }
  | { readonly type: 'click/language'; readonly language: Language }

export interface ReportEvent {
  readonly type: 'report/told'
  /** Null: today's. */
  readonly day: string | null
  readonly board: Board
}

export type OperatorEvent = OperatorNotice | LineEvent | ReportEvent | OperatorClick

const nothing: OperatorLists = { sessions: [], places: [], seats: [], records: [] }

export const openingState = (language: Language): OperatorPage => ({
  language,
  link: 'off',
  ...nothing,
  clockAheadMs: 0,
  estimate: null,
  ending: [],
  doubted: null,
  ...{ today: null, day: null, ofDay: null },
})

const informed = (page: OperatorPage, notice: OperatorNotice, at: number): OperatorPage => {
  const { time, sessions, places, seats, records, gone, estimate = null } = notice
  return {
    ...page,
    estimate,
    sessions: withNews(page.sessions, sessions, gone.sessions, ({ sessionId }) => sessionId),
    places: withNews(page.places, places, gone.places, ({ placeId }) => placeId),
    seats: withNews(page.seats, seats, gone.seats, ({ seatId }) => seatId),
    records: withNews(page.records, records, gone.records, ({ sessionId }) => sessionId),
    clockAheadMs: time - at,
    ending: page.ending.filter((asked) => records.every(({ sessionId }) => sessionId !== asked)),
  }
}

/** `at` is this page's clock, in epoch milliseconds. */
export const reduce = (page: OperatorPage, event: OperatorEvent, at: number): OperatorPage => {
  switch (event.type) {
    case 'operator/changed':
      return informed(page, event, at)
    case 'line/opening':
      return page.link === 'lost' ? page : { ...page, link: 'connecting' }
    case 'line/up':
      // On a new link the centre tells everything anew, and what was asked for is asked again.
      return { ...page, link: 'up', ...(event.resumed ? {} : nothing) }
    case 'line/lost':
      return { ...page, link: 'lost' }
    case 'line/gaveUp':
      return { ...page, link: 'off' }
    case 'click/hangUp':
      return page.doubted === event.sessionId
        ? { ...page, doubted: null, ending: [...page.ending, event.sessionId] }
        : page
    case 'click/doubt':
      return { ...page, doubted: event.sessionId }
    case 'click/day':
      return { ...page, day: event.day, ofDay: null }
    case 'report/told':
      if (event.day === null) return { ...page, today: event.board }
      return event.day === page.day ? { ...page, ofDay: event.board } : page
    case 'click/language':
      return { ...page, language: event.language }
    default:
      return page
  }
}

/** The command that a transition asks for, or null. It is delivered once, now or when the line is back. */
export const commandFor = ({ event, from, to }: Transition<OperatorPage, OperatorEvent>): OperatorCommand | null =>
  event.type === 'click/hangUp' && from.ending !== to.ending
    ? { type: 'operator/hangUp', sessionId: event.sessionId }
    : null
