/** Alarms of now, and the figures of a day. */
import type { Board, SeatReport } from '../../server/history-messages'
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
  const { calls, queued, answered, inTime, short, meanWaitMs, longestWaitMs, meanTalkMs, serviceLevelPercent } = report
  const counts = Object.entries({ calls, queued, answered, inTime, short })
  const times = Object.entries({ meanWaitMs, longestWaitMs, meanTalkMs })
  const labels: Readonly<Record<string, string>> = words.figures
  return h(
    'dl',
    { class: 'figures' },
    figure(words.serviceLevel, serviceLevelPercent === undefined ? '–' : `${serviceLevelPercent} %`),
    ...counts.map(([name, value]) => figure(labels[name] ?? name, String(value))),
    ...times.map(([name, ms]) => figure(labels[name] ?? name, clock(ms))),
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

const dayField = ({ report }: Board, label: string, act: (click: OperatorClick) => void): View =>
  h(
    'label',
    { class: 'day' },
    h('span', { class: 'label' }, label),
    h('input', {
      type: 'date',
      value: report.day,
      onchange: ({ target }) => {
        if (target instanceof HTMLInputElement)
          act({ type: 'click/day', day: target.value === '' ? null : target.value })
      },
    }),
  )

export const dayCard = (page: OperatorPage, words: OperatorWords, act: (click: OperatorClick) => void): View | null => {
  const board = page.day === null ? page.today : page.ofDay
  if (board === null) return null
  const own = boardWords[page.language]
  return h(
    'section',
    { class: 'card history', key: 'day' },
    h('div', { class: 'head' }, h('h2', {}, own.serviceLevel), dayField(board, own.day, act)),
    figures(board, own),
    h('p', { class: 'quiet' }, own.formula(board.rules)),
    seatTable(board, words.agent, own),
  )
}
