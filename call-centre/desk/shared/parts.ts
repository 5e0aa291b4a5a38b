/** Pieces that both pages show. */
import type { IvrKey, MediaKind } from 'tccc-wx-sdk/call'
import type { CallPart, CallSummary, GivenRating } from '../../server/call-summary'
import type { SeatInfo } from '../../server/desk-messages'
import type { View } from './h'
import { h } from './h'
import { icon } from './icons'
import type { Language } from './language'
import { clock, timeOfDay } from './times'
import type { CommonWords } from './words'

/** Whether a call is with pictures; most are not, so a voice says nothing. */
export const mediaChip = (media: MediaKind, words: CommonWords): View | null =>
  media === 'video' ? h('span', { class: 'chip media' }, icon('camera'), words.video) : null

/** The keys that brought the caller here, as a trail. */
export const menuTrail = (path: readonly IvrKey[], none: string): View =>
  path.length === 0
    ? h('span', { class: 'quiet' }, none)
    : h('ol', { class: 'trail' }, ...path.map(({ key, label }) => h('li', {}, h('kbd', {}, key), ' ', label)))

export const languageSwitch = (language: Language, words: CommonWords, choose: (language: Language) => void): View => {
  const other = language === 'zh' ? 'en' : 'zh'
  return h(
    'button',
    {
      type: 'button',
      class: 'plain',
      'data-do': 'language',
      lang: other,
      onclick: () => {
        choose(other)
      },
    },
    icon('globe'),
    words.otherLanguage,
  )
}

/** `off`: there is none, and none is on its way. */
export type LineState = 'off' | 'connecting' | 'up' | 'lost'

/** How the page's line to the centre is; spoken by screen readers when it changes. */
export const lineNotice = (link: LineState, words: CommonWords): View => {
  const text = { off: '', connecting: words.connecting, up: words.connected, lost: words.reconnecting }[link]
  return h('span', { class: `line line-${link}`, role: 'status' }, text)
}

interface SeatListed {
  readonly words: CommonWords
  readonly talking: string
  /** The centre's clock. */
  readonly centreNow: number
}

/** Who works, doing what, since when. */
export const seatList = (seats: readonly SeatInfo[], { words, talking, centreNow }: SeatListed): View =>
  seats.length === 0
    ? h('p', { class: 'quiet' }, words.agentsEmpty)
    : h(
        'ul',
        { class: 'seats' },
        ...seats.map(({ seatId, name, status, since, reason, sessionId, rings }) =>
          h(
            'li',
            { key: seatId, class: `seat is-${sessionId === undefined ? status : rings ? 'ringing' : 'talking'}` },
            h('span', { class: 'name' }, name),
            h('span', { class: 'quiet number' }, seatId),
            h(
              'span',
              { class: 'state' },
              sessionId === undefined ? words.seatStatus[status] : rings ? words.seatRings : talking,
              ' ',
              h('span', { class: 'number' }, clock(centreNow - since)),
            ),
            reason !== undefined && h('span', { class: 'quiet why' }, reason),
          ),
        ),
      )

/** Keeps a column's place in a table; the narrow lines have no column to keep. */
const nothing = h('span', { class: 'nothing' }, '–')

const inList = (view: View | null): readonly View[] => (view === null ? [] : [view])

/** What became of it at each seat; a call that one seat talked in says nothing. */
const partTrail = (parts: readonly CallPart[], words: CommonWords): View | null =>
  parts.every(({ outcome }) => outcome === 'talked') && parts.length <= 1
    ? null
    : h(
        'ol',
        { class: 'trail' },
        ...parts.map(({ seatName, outcome }) =>
          h('li', {}, seatName, ' ', h('span', { class: 'quiet' }, words.part[outcome])),
        ),
      )

const ratingLine = (rating: GivenRating | undefined, words: CommonWords): View | null =>
  rating === undefined
    ? null
    : h(
        'p',
        { class: 'rating' },
        h('span', { class: 'chip' }, words.rated(rating)),
        ' ',
        h(
          'span',
          { class: 'quiet' },
          [...rating.tags, ...(rating.comment === undefined ? [] : [rating.comment])].join(' · '),
        ),
      )

const recordRow = (
  record: CallSummary,
  now: number,
  language: Language,
  words: CommonWords,
  withAgent: boolean,
  more: readonly View[],
): View => {
  const cell = (name: string, ...content: readonly (View | string)[]) => h('td', { class: `is-${name}` }, ...content)
  return h(
    'tr',
    { key: record.sessionId },
    cell('time', timeOfDay(record.startedAt, now, language)),
    cell('caller', record.caller),
    cell('channel', h('span', {}, record.channel), ' ', ...inList(mediaChip(record.media, words))),
    cell('menu', menuTrail(record.ivrPath, '–')),
    ...(withAgent ? [cell('agent', record.seatName ?? nothing)] : []),
    cell('duration', record.durationMs > 0 ? h('span', { class: 'number' }, clock(record.durationMs)) : nothing),
    cell(
      'ended',
      h('span', { class: record.endStatus === 'ok' ? 'outcome good' : 'outcome' }, words.endStatus[record.endStatus]),
      ' ',
      h('span', { class: 'quiet' }, words.closeBy[record.closeBy]),
      ...(record.keepsPlace ? [' ', h('span', { class: 'chip' }, words.keepsPlace)] : []),
      ...inList(partTrail(record.parts ?? [], words)),
      ...inList(ratingLine(record.rating, words)),
      ...(more.length > 0 ? [h('div', { class: 'more' }, ...more)] : []),
    ),
  )
}

interface RecordsListed<Call extends CallSummary> {
  readonly now: number
  readonly language: Language
  readonly words: CommonWords
  readonly withAgent: boolean
  /** What more is known of a call. */
  readonly story?: (record: Call) => View | null
  /** What may be done about it. */
  readonly does?: (record: Call) => View
}

/** Finished calls, newest first; on a narrow screen each row reads as a few lines. */
export const recordTable = <Call extends CallSummary>(
  records: readonly Call[],
  { now, language, words, withAgent, story = () => null, does }: RecordsListed<Call>,
): View => {
  if (records.length === 0) return h('p', { class: 'quiet' }, words.historyEmpty)
  const moreOf = (record: Call) => [...(does ? [does(record)] : []), ...inList(story(record))]
  const { time, caller, channel, menu, agent, duration, ended } = words
  const heads = [time, caller, channel, menu, ...(withAgent ? [agent] : []), duration, ended]
  return h(
    'table',
    { class: 'records' },
    h('thead', {}, h('tr', {}, ...heads.map((head) => h('th', { scope: 'col' }, head)))),
    h('tbody', {}, ...records.map((record) => recordRow(record, now, language, words, withAgent, moreOf(record)))),
  )
}

/** The heading over the latest calls, and the way to all of them. */
export const historyHead = (language: Language, words: CommonWords): View =>
  h(
    'div',
    { class: 'head' },
    h('h2', {}, words.history),
    h(
      'a',
      { href: `/history/?lang=${language}`, target: '_blank', class: 'own', 'data-do': 'history' },
      words.allCalls,
    ),
  )
