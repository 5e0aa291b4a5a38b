import type { OperatorNotice } from '../../seat-messages'
import { findAll, textOf } from '../shared/h'
import type { OperatorEvent } from '../operator/state'
import { commandFor, openingState, reduce } from '../operator/state'
import { operatorView } from '../operator/view'

const picture: OperatorNotice = {
  type: 'operator/state',
  time: 100_000,
  sessions: [
    {
      sessionId: 's1',
      caller: 'Wang',
      channel: 'Sales',
      media: 'video',
      phase: 'waiting',
      line: 'lost',
      since: 40_000,
      position: 2,
      ivrPath: [],
    },
  ],
  seats: [{ seatId: '1001', name: 'Lin', status: 'rest' }],
  records: [],
}

const up: readonly OperatorEvent[] = [{ type: 'link/connecting' }, { type: 'link/up' }, picture]
const hangUp = { type: 'click/hangUp', sessionId: 's1' } as const
const after = (...events: readonly OperatorEvent[]) =>
  events.reduce((page, event) => reduce(page, event, 90_000), openingState('en'))
const ignore = (): void => undefined

describe('the operator page', () => {
  it('shows phase, queue place, line and time, by the centre’s clock, without new notices', () => {
    const text = (now: number) => textOf(operatorView(after(...up), now, ignore))
    for (const part of ['Waiting', 'Video', 'Place 2', 'Line lost', 'On a break', '1:00'])
      expect(text(90_000)).toContain(part)
    expect(text(95_000)).toContain('1:05')
  })

  it('asks once for the end of a call, and shows that it did', () => {
    const from = after(...up)
    const to = reduce(from, hangUp, 90_000)
    expect(commandFor({ event: hangUp, from, to })).toEqual({ type: 'operator/hangUp', sessionId: 's1' })
    expect(commandFor({ event: hangUp, from: to, to: reduce(to, hangUp, 90_000) })).toBeNull()
    expect(findAll(operatorView(to, 90_000, ignore), 'data-do', 'hang-up')[0]?.props['disabled']).toBe(true)
  })

  it('forgets what it asked for when the call is gone or the line was lost', () => {
    expect(after(...up, hangUp, { ...picture, sessions: [] }).ending).toEqual([])
    expect(after(...up, hangUp, { type: 'link/lost', code: 1006, retryMs: 300 }).ending).toEqual([])
  })

  it('asks nothing while the line is lost', () => {
    const from = after(...up, { type: 'link/lost', code: 1006, retryMs: 300 })
    expect(commandFor({ event: hangUp, from, to: reduce(from, hangUp, 90_000) })).toBeNull()
  })
})
