/** Alarms of now, and the figures of a day. */
import type { Board, SeatReport } from '../../server/history-messages'
import { valueOf } from '../shared/form'
import { h, type View } from '../shared/h'
import { clock } from '../shared/times'
import { alarmsIn } from './alarms'
import { boardWords, type BoardWords } from './board-words'
import type { OperatorClick, OperatorPage } from './state'
import type { OperatorWords } from './words'

/** Spoken by a screen reader when one comes. */
export const alarmCard = (page: OperatorPage, now: number): View | null => {
  const { sessions, seats, today: board, clockAheadMs, language } = page
  if (board === null) return null
  const words = boardWords[language]
  const alarms = alarmsIn({ sessions, seats, board }, now + clockAheadMs)
  return h(
    'section',
    { class: 'card alarms', key: 'alarms' },
    h('h2', {}, words.alarms),
    alarms.length === 0
      ? h('p', { class: 'quiet' }, words.calm)
      : h(
          'ul',
          { role: 'list' },
          ...alarms.map((each) => h('li', {}, h('span', { class: 'chip alarm' }, words.alarm(each)))),
        ),
  )
}

const figure = (label: string, value: string): View =>
  h('div', { class: 'figure' }, h('dt', { class: 'label' }, label), h('dd', { class: 'number' }, value))

const figures = ({ report }: Board, words: BoardWords): View => {
  const { calls, queued, answered, inTime, short, meanWaitMs, longestWaitMs, meanTalkMs, serviceLevelPercent, rating } =
    report
  const counts = Object.entries({ calls, queued, answered, inTime, short })
  const times = Object.entries({ meanWaitMs, longestWaitMs, meanTalkMs })
  const labels: Readonly<Record<string, string>> = words.figures
  return h(
    'dl',
    { class: 'figures' },
    figure(words.serviceLevel, serviceLevelPercent === undefined ? '–' : `${serviceLevelPercent} %`),
    ...counts.map(([name, value]) => figure(labels[name] ?? name, String(value))),
    ...times.map(([name, ms]) => figure(labels[name] ?? name, clock(ms))),
    ...(rating ? [figure(words.rating, words.rated(rating))] : []),
  )
}

const seatRow = ({ seatId, seatName, taken, transferred, missed, declined }: SeatReport): View =>
  h(
    'tr',
    { key: seatId },
    h('th', { scope: 'row' }, seatName),
    ...[taken, transferred, missed, declined].map((count) => h('td', { class: 'number' }, String(count))),
  )

const seatTable = ({ report }: Board, agent: string, words: BoardWords): View | false =>
  report.seats.length > 0 &&
  h(
    'table',
    { class: 'seat-report' },
    h(
      'thead',
      {},
      h('tr', {}, ...[agent, ...Object.values(words.ofSeats)].map((head) => h('th', { scope: 'col' }, head))),
    ),
    h('tbody', {}, ...report.seats.map(seatRow)),
  )

/** `latest`: today, by the centre's calendar. */
const dayField = (day: string, latest: string, label: string, act: (click: OperatorClick) => void): View =>
  h(
    'label',
    { class: 'day' },
    h('span', { class: 'label' }, label),
    h('input', {
      ...{ type: 'date', value: day, max: latest },
      onchange: (event) => {
        const chosen = valueOf(event)
        act({ type: 'click/day', day: chosen === '' ? null : chosen })
      },
    }),
  )

/** The field stays while a day's figures are on their way: who types a date must not lose it. */
export const dayCard = (page: OperatorPage, words: OperatorWords, act: (click: OperatorClick) => void): View | null => {
  const { today, day } = page
  if (today === null) return null
  const board = day === null ? today : page.ofDay
  const own = boardWords[page.language]
  return h(
    'section',
    { class: 'card history', key: 'day' },
    h(
      'div',
      { class: 'head' },
      h('h2', {}, own.serviceLevel),
      dayField(day ?? today.report.day, today.report.day, own.day, act),
    ),
    board === null && h('p', { class: 'quiet', role: 'status', key: 'asked' }, own.asked),
    board && figures(board, own),
    h('p', { class: 'quiet', key: 'formula' }, own.formula(today.rules)),
    board && seatTable(board, words.agent, own),
  )
}
