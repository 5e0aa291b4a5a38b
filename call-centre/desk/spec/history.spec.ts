import { BehaviorSubject } from 'rxjs'
import { TestScheduler } from 'rxjs/testing'
import type { CallStory } from '../../server/history-messages'
import { findAll, textOf } from '../shared/h'
import { historyAddress, searchHistory } from '../workstation/history'
import { reduce } from '../workstation/reduce'
import type { Click, Workstation, WorkstationEvent } from '../workstation/state'
import { workstationView } from '../workstation/view'
import { after, atDesk, record } from './scene'

const entry: CallStory = {
  ...{ ...record, callId: 'c1', remarks: [{ seatName: 'Fang', notes: 'wants a refund', disposition: 'solved' }] },
  steps: [
    { at: record.startedAt, what: 'rang', seatName: 'Lin' },
    { at: record.startedAt + 9_000, what: 'left', seatName: 'Lin', outcome: 'declined', reason: 'Not my subject' },
    { at: record.startedAt + 10_000, what: 'answered', seatName: 'Fang' },
  ],
}
const found: WorkstationEvent = { type: 'history/found', found: [entry] }
const view = (state: Workstation, act: (click: Click) => void = () => undefined) => workstationView(state, 90_000, act)

describe('the history', () => {
  it('tells the story of each call', () => {
    const text = textOf(findAll(view(after(...atDesk, found)), 'class', 'story')[0] ?? '')
    for (const part of ['Lin', 'declined', 'Not my subject', 'Talked to Fang', '0:10', 'solved', 'wants a refund']) {
      expect(text).toContain(part)
    }
  })

  it('shows the latest calls while the centre has not answered', () => {
    const state = after(...atDesk, { type: 'seat/record', record })
    expect(textOf(findAll(view(state), 'class', 'records')[0] ?? '')).toContain('Wang')
    expect(findAll(view(state), 'class', 'story')).toEqual([])
  })

  it('offers the team’s calls to supervisors only, and what is sought as CSV', () => {
    const clicks: Click[] = []
    const of = (supervises: boolean) => view({ ...after(...atDesk), supervises }, (click) => clicks.push(click))
    expect(findAll(of(false), 'data-do', 'history-team')).toEqual([])
    const onclick = findAll(of(true), 'data-do', 'history-team')[0]?.props['onclick']
    if (typeof onclick === 'function') onclick(new Event('click'))
    expect(clicks).toEqual([{ type: 'click/history', change: { team: true } }])
    const sought = after(...atDesk, { type: 'click/history', change: { text: ' a&b ', outcome: 'missed', team: true } })
    const href = '/api/calls.csv?words=a%26b&outcome=missed'
    expect(findAll(view(sought), 'data-do', 'history-csv')[0]?.props['href']).toBe(href)
    expect(historyAddress({ text: ' ', outcome: '', team: false }, '1001', '')).toBe('/api/calls?seatId=1001')
  })

  it('asks when the agent pauses, and again when a call is over; not before the welcome', () => {
    const scheduler = new TestScheduler((actual, expected) => {
      expect(actual).toEqual(expected)
    })
    scheduler.run(({ flush, cold }) => {
      let state = after()
      const state$ = new BehaviorSubject(state)
      const does = (event: WorkstationEvent): void => {
        state = reduce(state, event, 0)
        state$.next(state)
      }
      const asked: string[] = []
      const running = searchHistory(state$, (_, path) => {
        asked.push(path)
        return new Promise(() => undefined)
      }).subscribe()
      const seek = (text: string) => ({ type: 'click/history', change: { text } }) as const
      const events: Readonly<Record<string, WorkstationEvent>> = {
        r: { type: 'seat/record', record: { ...record, sessionId: 's2' } },
        w: seek('w'),
        a: seek('wa'),
      }
      for (const event of atDesk) does(event)
      cold('400ms w 100ms a 400ms r 400ms l', { ...events, l: { type: 'click/language', language: 'zh' } }).subscribe(
        (event) => {
          does(event as WorkstationEvent)
        },
      )
      flush()
      running.unsubscribe()
      const own = '/api/calls?seatId=1001'
      expect(asked).toEqual([own, `${own}&words=wa`, `${own}&words=wa`])
    })
  })
})
