import { BehaviorSubject, EMPTY } from 'rxjs'
import { TestScheduler } from 'rxjs/testing'
import type { CallStory } from '../../server/history-messages'
import { findAll, textOf } from '../shared/h'
import { callsAddress } from '../shared/calls-address'
import { queryOf, searchHistory } from '../workstation/history'
import { reduce } from '../workstation/reduce'
import type { Click, WorkstationEvent } from '../workstation/events'
import type { Workstation } from '../workstation/state'
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
const unanswered: WorkstationEvent = { type: 'history/found', found: 'lost' }
const seek = (text: string) => ({ type: 'click/history', change: { text } }) as const
const view = (state: Workstation, act: (click: Click) => void = () => undefined) => workstationView(state, 90_000, act)

describe('the history', () => {
  it('tells the story of each call', () => {
    const text = textOf(findAll(view(after(...atDesk, found)), 'class', 'story')[0] ?? '')
    for (const part of ['Lin', 'declined', 'Not my subject', 'Talked to Fang', '0:10', 'solved', 'wants a refund']) {
      expect(text).toContain(part)
    }
  })

  it('has the customer call again with one press, whatever of the story is open', () => {
    const clicks: Click[] = []
    for (const told of [found, { type: 'seat/record', record }] as const) {
      const page = view(after(...atDesk, told), (click) => clicks.push(click))
      for (const story of findAll(page, 'class', 'story')) expect(findAll(story, 'data-do', 'call-again')).toEqual([])
      const [button, ...others] = findAll(page, 'data-do', 'call-again')
      expect([button?.props['aria-label'], others]).toEqual(['Call again: Wang', []])
      const onclick = button?.props['onclick']
      if (typeof onclick === 'function') onclick(new Event('click'))
    }
    const press = { type: 'click/callAgain', sessionId: record.sessionId }
    expect(clicks).toEqual([press, press])
  })

  it('shows the latest calls while the centre has not answered and nothing is sought', () => {
    const latest: readonly WorkstationEvent[] = [...atDesk, { type: 'seat/record', record }]
    for (const events of [latest, [...latest, unanswered]]) {
      expect(textOf(findAll(view(after(...events)), 'class', 'records')[0] ?? '')).toContain('Wang')
      expect(findAll(view(after(...events)), 'class', 'story')).toEqual([])
    }
  })

  it('shows no call as found that was not: while the centre is asked, and when it does not answer', () => {
    const sought: readonly WorkstationEvent[] = [...atDesk, { type: 'seat/record', record }, seek('refund')]
    const shown = (...events: readonly WorkstationEvent[]) => view(after(...sought, ...events))
    for (const page of [shown(), shown(unanswered), shown(found, seek('other'))])
      expect(findAll(page, 'class', 'records')).toEqual([])
    expect(textOf(shown())).toContain('The centre is asked')
    expect(textOf(shown(unanswered))).toContain('does not answer')
    expect(textOf(shown({ type: 'history/found', found: [] }))).toContain('No call fits')
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
    expect(callsAddress(queryOf({ text: ' ', outcome: '', team: false }, '1001'))).toBe('/api/calls?seatId=1001')
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
      const [own, words] = ['/api/calls?seatId=1001', '/api/calls?words=wa&seatId=1001']
      expect(asked).toEqual([own, words, words])
    })
  })

  it('says that the centre does not answer, and asks until it does', () => {
    const scheduler = new TestScheduler((actual, expected) => {
      expect(actual).toEqual(expected)
    })
    scheduler.run(({ flush, expectObservable, cold }) => {
      const answers = [0, 503, 200].map((status) => cold('(a|)', { a: { status, body: { calls: [entry] } } }))
      const event$ = searchHistory(new BehaviorSubject(after(...atDesk)), () => answers.shift() ?? EMPTY)
      const lost = unanswered
      expectObservable(event$, '^ 20s !').toBe('300ms l 4999ms l 4999ms f', { l: lost, f: found })
      flush()
      expect(answers).toEqual([])
    })
  })
})
