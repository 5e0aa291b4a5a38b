import type { LiveCall, OperatorNotice } from '../../server/operator-messages'
import { findAll, textOf } from '../shared/h'
import type { OperatorEvent, OperatorPage } from '../operator/state'
import { commandFor, openingState, reduce } from '../operator/state'
import { operatorView } from '../operator/view'

const waits = (sessionId: string, ticket: number, caller = 'Wang'): LiveCall => ({
  ...{ sessionId, ticket, caller, channel: 'Sales', media: 'video', phase: 'waiting', line: 'lost', since: 40_000 },
  ivrPath: [],
})

const told = (news: Partial<OperatorNotice>, gone: Partial<OperatorNotice['gone']> = {}): OperatorNotice => ({
  ...{ type: 'operator/changed', time: 100_000, sessions: [], places: [], seats: [], records: [], ...news },
  gone: { sessions: [], places: [], seats: [], records: [], ...gone },
})

const anew: OperatorEvent = { type: 'line/up', resumed: false }
const again: OperatorEvent = { type: 'line/up', resumed: true }
const lost: OperatorEvent = { type: 'line/lost', reason: '1006', retryInMs: 300 }
const first = told({
  sessions: [waits('s1', 7)],
  seats: [{ seatId: '1001', name: 'Lin', status: 'rest', since: 30_000 }],
})
const up: readonly OperatorEvent[] = [{ type: 'line/opening', attempt: 0 }, anew, first]
const over = told({
  records: [
    {
      ...{ sessionId: 's1', caller: 'Wang', channel: 'Sales', media: 'video', startedAt: 1, endedAt: 2, durationMs: 0 },
      ...{ closeBy: 'admin', endStatus: 'error', ivrPath: [] },
    },
  ],
})
const doubt = { type: 'click/doubt', sessionId: 's1' } as const
const hangUp = { type: 'click/hangUp', sessionId: 's1' } as const
const after = (...events: readonly OperatorEvent[]) =>
  events.reduce((page, event) => reduce(page, event, 90_000), openingState('en'))
const ignore = (): void => undefined
const places = (...events: readonly OperatorEvent[]) =>
  [...textOf(operatorView(after(...events), 90_000, ignore)).matchAll(/Place (\d+)/g)].map(([, place]) => place)

describe('the operator page', () => {
  it('shows phase, queue place, line and time, by the centre’s clock, without new notices', () => {
    const text = (now: number) => textOf(operatorView(after(...up), now, ignore))
    for (const part of ['Waiting', 'Video', 'Place 1', 'Line lost', 'On a break', '1:00'])
      expect(text(90_000)).toContain(part)
    expect(text(95_000)).toContain('1:05')
  })

  it('shows how good the estimates of waits were, once there are any', () => {
    const text = (...events: readonly OperatorEvent[]) => textOf(operatorView(after(...events), 90_000, ignore))
    expect(text(...up)).not.toContain('waited longer than told')
    const estimate = { calls: 20, meanErrorMs: 47_500, late: 9 }
    expect(text(...up, told({ estimate }))).toContain('an error of 0:47 on average; of the last 20 customers 9 waited')
  })

  it('says at which seat a kept place is expected', () => {
    const times = { since: 40_000, dueAt: 160_000 } as const
    const place = {
      placeId: 'p1',
      caller: 'Ann',
      channel: 'Sales',
      state: 'called',
      seatName: 'Lin',
      ...times,
    } as const
    const text = (page: OperatorPage) => textOf(operatorView(page, 90_000, ignore))
    expect(text(after(...up, told({ places: [place] })))).toContain('Comes to Lin')
    expect(text({ ...after(...up, told({ places: [place] })), language: 'zh' })).toContain('将接到 Lin')
  })

  it('takes what is new or another, lets go what is gone, and keeps the rest', () => {
    const page = after(...up, told({ sessions: [waits('s2', 8), waits('s1', 7, 'Li')] }), told({}, { seats: ['1001'] }))
    expect(page.sessions.map(({ sessionId, caller }) => `${sessionId} ${caller}`)).toEqual(['s1 Li', 's2 Wang'])
    expect(page.seats).toEqual([])
  })

  it('counts the places of those who wait by their tickets, for each group by itself', () => {
    const both = [...up, told({ sessions: [waits('s0', 3), { ...waits('s3', 1), group: 'sales' }] })]
    expect(places(...both)).toEqual(['2', '1', '1'])
    expect(places(...both, told({}, { sessions: ['s0'] }))).toEqual(['1', '1'])
  })

  it('asks the supervisor, then the centre, once, for the end of a call, and shows that it did', () => {
    expect(after(...up, hangUp).ending).toEqual([])
    const kept = after(...up, doubt, { type: 'click/doubt', sessionId: null }, hangUp)
    expect(kept.ending).toEqual([])
    const from = after(...up, doubt)
    expect(textOf(operatorView(from, 90_000, ignore))).toContain('End the call of Wang?')
    const to = reduce(from, hangUp, 90_000)
    expect(commandFor({ event: hangUp, from, to })).toEqual({ type: 'operator/hangUp', sessionId: 's1' })
    expect(commandFor({ event: hangUp, from: to, to: reduce(to, hangUp, 90_000) })).toBeNull()
    expect(findAll(operatorView(to, 90_000, ignore), 'data-do', 'hang-up')[0]?.props['disabled']).toBe(true)
  })

  it('says that it reconnects, and asks all the same: the line delivers it when it is back', () => {
    const from = after(...up, doubt, lost, { type: 'line/opening', attempt: 1 })
    expect(textOf(operatorView(from, 90_000, ignore))).toContain('Reconnecting')
    expect(commandFor({ event: hangUp, from, to: reduce(from, hangUp, 90_000) })).not.toBeNull()
  })

  it('still knows what it asked for when the line is back, until the call is over', () => {
    expect(after(...up, doubt, hangUp, lost, again).ending).toEqual(['s1'])
    expect(after(...up, doubt, hangUp, lost, again, over).ending).toEqual([])
    expect(after(...up, doubt, hangUp, lost, anew, over).ending).toEqual([])
  })

  it('keeps its picture on a line that goes on, and begins anew on a new one', () => {
    expect(after(...up, lost, again).sessions).toHaveLength(1)
    expect(after(...up, lost, anew)).toMatchObject({ sessions: [], seats: [], records: [] })
  })
})
