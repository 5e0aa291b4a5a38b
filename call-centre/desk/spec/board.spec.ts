import { TestScheduler } from 'rxjs/testing'
import type { SeatInfo } from '../../server/desk-messages'
import type { LiveCall, OperatorNotice } from '../../server/operator-messages'
import type { Board } from '../../server/history-messages'
import { alarmsIn } from '../operator/alarms'
import { reports } from '../operator/reports'
import { openingState, reduce, type OperatorEvent } from '../operator/state'
import { operatorView } from '../operator/view'
import { findAll, textOf } from '../shared/h'

const board = (serviceLevelPercent?: number): Board => ({
  rules: {
    ...{ answerWithinMs: 20_000, targetPercent: 80, shortAbandonMs: 5_000 },
    ...{ waitAlarmMs: 60_000, waitingAlarm: 2, breakAlarmMs: 900_000, targetCalls: 7 },
  },
  report: {
    ...{ day: '2030-01-02', calls: 9, queued: 8, answered: 7, inTime: 6, short: 1 },
    ...(serviceLevelPercent === undefined ? {} : { serviceLevelPercent }),
    ...{ longestWaitMs: 65_000, meanWaitMs: 20_000, meanTalkMs: 100_000 },
    rating: { score: 4.3, scale: 5, calls: 3 },
    seats: [{ seatId: '1', seatName: 'Lin', taken: 7, transferred: 2, missed: 1, declined: 0 }],
  },
})
const waits = (caller: string, since: number): LiveCall => ({
  ...{ sessionId: caller, caller, channel: 'Sales', media: 'audio', phase: 'waiting', line: 'up', since, ivrPath: [] },
})
const seat = (status: SeatInfo['status'], since = 0): SeatInfo => ({ seatId: '1', name: 'Lin', status, since })

describe('an alarm', () => {
  it.each<readonly [name: string, seen: Omit<Parameters<typeof alarmsIn>[0], 'board'>, percent: number, kinds: string]>(
    [
      ['none at the thresholds', { sessions: [waits('a', 40_000)], seats: [seat('busy')] }, 80, ''],
      ['a long wait', { sessions: [waits('a', 39_999)], seats: [seat('busy')] }, 80, 'waitsLong'],
      ['many that wait', { sessions: [waits('a', 90_000), waits('b', 90_000)], seats: [seat('busy')] }, 80, 'manyWait'],
      ['nobody who works', { sessions: [waits('a', 90_000)], seats: [seat('rest')] }, 80, 'nobodyWorks'],
      [
        'nobody who can be reached',
        { sessions: [waits('a', 90_000)], seats: [{ ...seat('online'), line: 'lost' }] },
        80,
        'nobodyWorks',
      ],
      ['a long break', { sessions: [], seats: [seat('rest', -800_001)] }, 80, 'longBreak'],
      ['a service level below the target', { sessions: [], seats: [] }, 79, 'belowTarget'],
    ],
  )('%s', (_name, seen, percent, kinds) => {
    const alarms = alarmsIn({ ...seen, board: board(percent) }, 100_000)
    expect(alarms.map(({ kind }) => kind).join(' ')).toBe(kinds)
  })

  it('of the service level waits until enough calls count: one that gave up is no bad day', () => {
    const { rules, report } = board(0)
    const kindsAfter = (queued: number) =>
      alarmsIn({ sessions: [], seats: [], board: { rules, report: { ...report, queued, short: 1 } } }, 0).length
    expect([kindsAfter(7), kindsAfter(8)]).toEqual([0, 1])
  })
})

const told: OperatorNotice = {
  ...{
    type: 'operator/changed',
    time: 100_000,
    places: [],
    seats: [],
    records: [],
    gone: { sessions: [], places: [], seats: [], records: [] },
  },
  sessions: [{ ...waits('Wang', 30_000), phase: 'talking', held: 'seat' }],
}
const page = (...events: readonly OperatorEvent[]) =>
  operatorView(
    events.reduce((before, event) => reduce(before, event, 100_000), openingState('en')),
    100_000,
    () => undefined,
  )
const shown = (...events: readonly OperatorEvent[]) => textOf(page(...events))

describe('the board', () => {
  it('shows the figures of today with their formula, and of a day that was chosen', () => {
    const today = { type: 'report/told', day: null, board: board(75) } as const
    const text = shown(told, today)
    for (const part of [
      '75 %',
      'answered within 0:20',
      'given up within 0:05',
      '1:05',
      '4.3 of 5 (3)',
      'On hold',
      'Service level 75 %',
    ])
      expect(text).toContain(part)
    const chosen = { type: 'click/day', day: '2030-01-01' } as const
    const late = { type: 'report/told', day: '2030-01-01', board: board() } as const
    expect(shown(told, today, chosen, late)).toContain('–')
    expect(shown(told, today, chosen, { ...late, day: '2029-12-31' })).not.toContain('Longest wait')
  })

  it('keeps the field of the day while the centre is asked, and shows no other day’s figures under it', () => {
    const today = { type: 'report/told', day: null, board: board(75) } as const
    const asked = page(told, today, { type: 'click/day', day: '2030-01-01' })
    const [field] = findAll(asked, 'type', 'date')
    expect(field?.props).toMatchObject({ value: '2030-01-01', max: '2030-01-02' })
    expect(textOf(asked)).not.toContain('Longest wait')
    expect(textOf(asked)).toContain('The centre is asked')
  })

  it('asks for today and for a chosen day again and again, also when an answer fails', () => {
    const scheduler = new TestScheduler((actual, expected) => {
      expect(actual).toEqual(expected)
    })
    scheduler.run(({ cold, flush }) => {
      const asked: string[] = []
      const running = reports(cold('a 8s b 3s b 8s a', { a: null, b: '2030-01-01' }), (_, path) => {
        asked.push(path)
        return Promise.resolve({ status: 0, body: {} })
      }).subscribe()
      scheduler.schedule(() => {
        running.unsubscribe()
      }, 25_000)
      flush()
      const [now, then] = ['/api/report', '/api/report?day=2030-01-01']
      expect(asked).toEqual([now, then, now, then, now])
    })
  })
})
