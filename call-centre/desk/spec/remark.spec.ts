import { timer } from 'rxjs'
import { TestScheduler } from 'rxjs/testing'
import { findAll, textOf } from '../shared/h'
import { commandsFor } from '../workstation/outbox'
import { reduce } from '../workstation/reduce'
import type { Click, WorkstationEvent } from '../workstation/events'
import { workstationView } from '../workstation/view'
import { after, anew, atDesk, incoming, inRinging, inTalk, lost, record, signedIn, talking } from './scene'
import { at, virtually } from '../../spec/virtual-time'
import { createScene, type Page } from './seat-races/scene'

const said = (before: readonly WorkstationEvent[], event: WorkstationEvent) => {
  const from = after(...before)
  return commandsFor({ event, from, to: reduce(from, event, 60_000) })
}

const typed = { type: 'click/notes', notes: 'wants a refund' } as const
const chosen = { type: 'click/disposition', disposition: 'solved' } as const
const paused = { type: 'notes/paused' } as const
const remark = { type: 'seat/remark', sessionId: 's1', notes: 'wants a refund' } as const
const ended = { type: 'seat/ended', sessionId: 's1', closeBy: 'client', endStatus: 'ok', record } as const
const { timeoutMs: limitMs, ...caller } = incoming
const wrapUp = { ...caller, type: 'seat/wrapUp', limitMs, remark: { notes: '' } } as const
const wrapping: readonly WorkstationEvent[] = [...inTalk, ended, wrapUp]

describe('what the agent writes', () => {
  it('is told when the agent pauses, a choice at once, and nothing twice', () => {
    expect(said(inTalk, typed)).toEqual([])
    expect(said([...inTalk, typed], paused)).toEqual([remark])
    expect(said([...inTalk, typed, paused], paused)).toEqual([])
    expect(said([...inTalk, typed], chosen)).toEqual([{ ...remark, disposition: 'solved' }])
    expect(said([...inTalk, chosen], { type: 'click/disposition' })).toEqual([{ ...remark, notes: '' }])
  })

  it.each<readonly [string, readonly WorkstationEvent[], WorkstationEvent, string]>([
    ['the agent hangs up', inTalk, { type: 'click/hangUp' }, 'seat/hangUp'],
    ['the call is given away', inTalk, { type: 'click/transfer' }, 'seat/transfer'],
    ['the agent is done', wrapping, { type: 'click/wrapUpDone' }, 'seat/wrapUpDone'],
    ['the agent is online', wrapping, { type: 'click/status', status: 'online' }, 'seat/status'],
    ['the agent goes home', wrapping, { type: 'click/signOut' }, 'seat/signOut'],
  ])('is told before it is too late: %s', (_, before, event, then) => {
    expect(said([...before, typed], event).map(({ type }) => type)).toEqual(['seat/remark', then])
  })

  it.each<readonly [string, readonly WorkstationEvent[], WorkstationEvent]>([
    ['the customer hangs up', inTalk, ended],
    ['the time is up', wrapping, { type: 'seat/wrapUpOver', sessionId: 's1' }],
    ['the next talk begins', wrapping, { ...talking, sessionId: 's2' }],
  ])('is told before it is too late: %s', (_, before, event) => {
    expect(said([...before, typed], event)).toEqual([remark])
  })

  it('counts for more than what the centre knew, on another link and after the end', () => {
    const away = [...inTalk, typed, paused, lost, anew]
    expect(said(away, signedIn)).toContainEqual(remark)
    expect(said([...away, signedIn], talking)).toEqual([remark])
    expect(after(...inTalk, typed, ended, wrapUp).remark).toMatchObject({ notes: 'wants a refund' })
  })

  it('begins anew with the next talk, with what the centre knows', () => {
    const next = { ...talking, sessionId: 's2', remark: { notes: 'kept', disposition: 'solved' } }
    expect(after(...inTalk, typed, ended, next).remark).toMatchObject({ sessionId: 's2', notes: 'kept', sent: true })
  })
})

describe('the page', () => {
  const clicks: Click[] = []
  const show = (...events: readonly WorkstationEvent[]) => {
    clicks.length = 0
    return workstationView(after(...events), 20_000, (click) => clicks.push(click))
  }
  const press = (events: readonly WorkstationEvent[], name: string): readonly Click[] => {
    const onclick = findAll(show(...events), 'data-do', name)[0]?.props['onclick']
    if (typeof onclick === 'function') onclick(new Event('click'))
    return clicks
  }

  it('has one place for notes in a talk and after it, so that typing goes on; none while it rings', () => {
    const places = (events: readonly WorkstationEvent[]) =>
      findAll(show(...events), 'class', 'card remark').map(({ key }) => key)
    expect(places(inRinging)).toEqual([])
    expect(places([...inTalk, typed])).toEqual(['remark-s1'])
    expect(places([...inTalk, typed, ended, wrapUp])).toEqual(['remark-s1'])
    expect(textOf(show(...inTalk, typed))).toContain('wants a refund')
    const writes: readonly WorkstationEvent[] = [
      ...inTalk.slice(0, atDesk.length - 1),
      { ...signedIn, choices: { ...signedIn.choices, writesUp: true } },
      ...inTalk.slice(atDesk.length),
      typed,
    ]
    // What ends the talk and what begins the writing-up are two notices: in between the field is there, focus and all.
    const ends: readonly (readonly WorkstationEvent[])[] = [
      [ended],
      [{ type: 'click/hangUp' }],
      [{ type: 'click/hangUp' }, ended],
      [{ type: 'seat/transferred', sessionId: 's1' }],
    ]
    for (const end of ends) expect(places([...writes, ...end])).toEqual(['remark-s1'])
    expect(places([...writes, ended, { ...incoming, sessionId: 's2' }])).toEqual([])
    expect(places([...inTalk, typed, ended])).toEqual([])
  })

  it('counts the time down beside the name, and keeps what is known of the call out of the way of the notes', () => {
    const context = '{"order":"A-1029"}'
    const page = show(...inTalk, ended, { ...wrapUp, nickName: 'Ann', context })
    const [stage = '', known = ''] = ['stage wrap-up', 'card known'].map((name) => findAll(page, 'class', name)[0])
    for (const part of ['Write it up', 'Ann', '9']) expect(textOf(stage)).toContain(part)
    for (const part of ['Call completed', 'Wang', 'A-1029']) {
      expect(textOf(stage)).not.toContain(part)
      expect(textOf(known)).toContain(part)
    }
    expect(press(wrapping, 'wrap-up-done')).toEqual([{ type: 'click/wrapUpDone' }])
  })

  it('is quiet when it is written up, or when the time is up', () => {
    for (const end of [{ type: 'click/wrapUpDone' }, { type: 'seat/wrapUpOver', sessionId: 's1' }] as const) {
      expect(after(...wrapping, end)).toMatchObject({ call: null, outcome: null })
    }
  })

  it('offers the configured reasons: to decline, and for a break', () => {
    expect(press(inRinging, 'decline-0')).toEqual([
      { type: 'click/decline', sessionId: 's1', reason: 'Not my subject' },
    ])
    expect(said(inRinging, { type: 'click/decline', sessionId: 's1', reason: 'Not my subject' })).toEqual([
      { type: 'seat/decline', sessionId: 's1', reason: 'Not my subject' },
    ])
    const resting: readonly WorkstationEvent[] = [...atDesk, { type: 'click/status', status: 'rest' }]
    expect(press(atDesk, 'break-1')).toEqual([])
    expect(press(resting, 'break-1')).toEqual([{ type: 'click/status', status: 'rest', reason: 'Training' }])
    expect(said(resting, { type: 'click/status', status: 'rest', reason: 'Training' })).toEqual([
      { type: 'seat/status', status: 'rest', reason: 'Training' },
    ])
  })

  it('shows since when each seat is what it is, by the centre’s clock', () => {
    const seat = { seatId: '1002', name: 'Fang', status: 'rest', since: 500_000, reason: 'Lunch' } as const
    const text = textOf(show(...atDesk, { type: 'seat/seats', time: 560_000, seats: [seat] }))
    for (const part of ['On a break', '1:15', 'Lunch']) expect(text).toContain(part)
  })

  it('says of a seat where a call rings that it rings, and that it talks when it does', () => {
    const seat = { seatId: '1002', name: 'Fang', status: 'busy', since: 500_000, sessionId: 's7' } as const
    const textWith = (more: object) =>
      textOf(show(...atDesk, { type: 'seat/seats', time: 560_000, seats: [{ ...seat, ...more }] }))
    expect(textWith({ rings: true })).toContain('Ringing')
    expect(textWith({ rings: true })).not.toContain('In conversation')
    expect(textWith({})).toContain('In conversation')
  })
})

describe('notes in front of the centre', () => {
  const workstation = { breakReasons: [], declineReasons: [], dispositions: [], wrapUpMs: 20_000 }

  /** Seat 1 talks with Ann, and has typed; what `then` does happens after 1 s. */
  const play = (then: (page: Page) => void, afterwards: (page: Page, remarks: readonly string[]) => void): void => {
    const scheduler = new TestScheduler((actual, expected) => {
      expect(actual).toEqual(expected)
    })
    scheduler.run(({ flush }) => {
      const scene = createScene({ workstation })
      const page = scene.tab('1')
      const at = (ms: number, run: () => void) => timer(ms).subscribe(run)
      at(100, scene.calls)
      at(500, () => {
        page.says('answer')
      })
      at(900, () => {
        page.does(typed)
      })
      at(1_000, () => {
        then(page)
      })
      at(3_000, () => {
        page.does({ type: 'click/hangUp' })
      })
      at(5_000, () => {
        page.does({ type: 'click/wrapUpDone' })
      })
      at(6_000, () => {
        const remarks = scene.records.map(({ UserRemark }) => UserRemark)
        afterwards(page, remarks)
        page.kill()
      })
      scheduler.maxFrames = 60_000
      flush()
    })
  }

  it.each<readonly [string, (page: Page) => void]>([
    [
      'a reload',
      (page: Page) => {
        page.reload()
      },
    ],
    [
      'a line that is cut',
      ({ road }: Page) => {
        road.cut()
      },
    ],
    ['nothing', () => undefined],
  ])('survive %s, and stand in the record', (_, then) => {
    play(then, (page, remarks) => {
      expect(remarks).toEqual(['wants a refund'])
      expect(page.state()).toMatchObject({ call: null, remark: { notes: 'wants a refund', sent: true } })
    })
    expect.assertions(2)
  })

  it('typed in the last moment before the limit stand in the record, and the next call rings', () => {
    virtually(() => {
      const scene = createScene({ workstation })
      const page = scene.tab('1')
      at(100, scene.calls)
      at(500, () => {
        page.says('answer')
      })
      at(1_000, scene.customerHangsUp)
      at(20_990, () => {
        expect(page.state().call?.phase).toBe('wrapUp')
        page.does(typed)
      })
      at(21_200, () => {
        expect(scene.records).toMatchObject([{ UserRemark: 'wants a refund' }])
        expect(page.state().call).toBeNull()
        page.kill()
      })
    })
    expect.assertions(3)
  })
})
