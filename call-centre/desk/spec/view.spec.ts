import type { EarlierCall } from '../../server/desk-messages'
import type { View } from '../shared/h'
import { findAll, textOf } from '../shared/h'
import type { Click, WorkstationEvent } from '../workstation/events'
import { workstationView } from '../workstation/view'
import { after, atDesk, back, incoming, inRinging, inTalk, lost, record, talking } from './scene'

const ignore = (): void => undefined
const show = (now: number, ...events: readonly WorkstationEvent[]): View =>
  workstationView(after(...events), now, ignore)
const stageOf = (view: View, phase: string) => findAll(view, 'data-phase', phase)[0]

const press = (events: readonly WorkstationEvent[], name: string): readonly Click[] => {
  const clicks: Click[] = []
  const [button] = findAll(
    workstationView(after(...events), 0, (click) => clicks.push(click)),
    'data-do',
    name,
  )
  const onclick = button?.props['onclick']
  if (typeof onclick === 'function') onclick(new Event('click'))
  return clicks
}

describe('an incoming call', () => {
  it('shows caller, channel, menu path and the seconds that are left', () => {
    const text = textOf(stageOf(show(12_500, ...inRinging), 'ringing') ?? '')
    for (const part of ['Wang', 'Sales', 'Orders', '13']) expect(text).toContain(part)
  })

  it('never counts below zero', () => {
    expect(textOf(stageOf(show(99_000, ...inRinging), 'ringing') ?? '')).toMatch(/\b0\b/)
  })

  it('is announced to screen readers with the key that answers', () => {
    const alerts = findAll(show(6000, ...inRinging), 'role', 'alert').map(textOf)
    expect(alerts).toContain('Incoming call from Wang, Sales. Press Enter to answer.')
  })

  it('is answered by its button, which waits for the line', () => {
    expect(press(inRinging, 'answer')).toEqual([{ type: 'click/answer', sessionId: 's1' }])
    expect(press(inRinging, 'decline')).toEqual([{ type: 'click/decline', sessionId: 's1' }])
    expect(textOf(show(6000, ...inRinging))).toContain('Enter answers.')
    const offline = show(6000, ...inRinging, lost)
    expect(findAll(offline, 'data-do', 'answer')[0]?.props['disabled']).toBe(true)
  })
})

describe('a conversation', () => {
  it('shows its clock and the customer’s keys', () => {
    const view = show(72_000, ...inTalk, { type: 'seat/digits', sessionId: 's1', digits: '4#' })
    expect(textOf(view)).toMatch(/1:05/)
    expect(textOf(view)).toMatch(/4\s+#/)
  })

  it('names what keeps the two from hearing each other', () => {
    const text = textOf(
      show(
        9000,
        ...inTalk,
        { type: 'voice/microphone', microphone: 'missing' },
        { type: 'seat/customerHeld', sessionId: 's1', held: true, reason: 'phone call' },
      ),
    )
    expect(text).toContain('No microphone was found: plug one in.')
    expect(text).toContain('The customer was interrupted (phone call)')
  })

  it.each(['audio', 'call', 'hidden', 'suspended', 'windowClosed'])(
    'says why the customer may not hear: %s',
    (reason) => {
      const text = textOf(show(9000, ...inTalk, { type: 'seat/customerHeld', sessionId: 's1', held: true, reason }))
      expect(text).toContain('The customer')
      expect(text).toContain('hear you.')
      expect(text).not.toContain(`(${reason})`)
    },
  )

  it('offers free seats only for a transfer, and the queue always', () => {
    const seats: WorkstationEvent = {
      type: 'seat/seats',
      time: 0,
      seats: [
        { seatId: '1001', name: 'Lin', status: 'busy', since: 0, sessionId: 's1' },
        { seatId: '1002', name: 'Fang', status: 'online', since: 0 },
        { seatId: '1003', name: 'Chen', status: 'rest', since: 0 },
        { seatId: '1004', name: 'Zhou', status: 'online', since: 0, sessionId: 's9' },
      ],
    }
    const choosing = [...inTalk, seats, { type: 'click/chooseSeat' }] as const
    expect(press(choosing, 'transfer-1002')).toEqual([{ type: 'click/transfer', toSeatId: '1002' }])
    expect(press(choosing, 'transfer-queue')).toEqual([{ type: 'click/transfer' }])
    expect(press(choosing, 'transfer-group-support')).toEqual([{ type: 'click/transfer', toGroup: 'support' }])
    const view = show(9_000, ...choosing)
    for (const other of ['1003', '1004']) {
      expect(findAll(view, 'data-do', `transfer-${other}`)[0]?.props['disabled']).toBe(true)
    }
    expect(findAll(view, 'data-do', 'transfer-1001')).toEqual([])
  })

  it('finds one of hundreds of seats by name or number, those that are free first', () => {
    const seats = Array.from({ length: 300 }, (_, index) => {
      const status = index % 2 === 0 ? ('busy' as const) : ('online' as const)
      return { seatId: String(2000 + index), name: index === 250 ? 'Maria Fang' : `Agent ${index}`, status, since: 0 }
    })
    const all = [...inTalk, { type: 'seat/seats', time: 0, seats }, { type: 'click/chooseSeat' }] as const
    const listed = (...events: readonly WorkstationEvent[]) =>
      findAll(show(9_000, ...all, ...events), 'type', 'button').flatMap(({ props }) =>
        /^transfer-2\d+$/.exec(props['data-do'] as string) ? [props] : [],
      )
    expect(listed()).toHaveLength(20)
    expect(listed().every(({ disabled }) => disabled === false)).toBe(true)
    expect(textOf(show(9_000, ...all))).toContain('280 more')
    const seek = (sought: string) => listed({ type: 'click/seek', sought }).map((props) => props['data-do'])
    expect(seek('fang mar')).toEqual(['transfer-2250'])
    expect(seek('2251')).toEqual(['transfer-2251'])
    expect(seek('nobody')).toEqual([])
  })
})

it('a call that ended is told in words, with its length', () => {
  const ended = { type: 'seat/ended', sessionId: 's1', closeBy: 'client', endStatus: 'ok', record } as const
  const text = textOf(stageOf(show(90_000, ...inTalk, ended), 'ended') ?? '')
  for (const part of ['Call completed', 'by the customer', '1:05']) expect(text).toContain(part)
})

it('a call that went on elsewhere is in the history when it is over, with what became of it at each seat', () => {
  const parts = [
    { seatId: '1001', seatName: 'Lin', outcome: 'transferred' },
    { seatId: '1002', seatName: 'Fang', outcome: 'talked' },
  ] as const
  const over = { type: 'seat/record', record: { ...record, parts } } as const
  const gone: readonly WorkstationEvent[] = [...inTalk, { type: 'seat/transferred', sessionId: 's1' }]
  const text = textOf(findAll(show(90_000, ...gone, over, over), 'class', 'records')[0] ?? '')
  expect(text).toMatch(/Lin\s+transferred\s+Fang\s+talked/)
  expect(text.match(/transferred/g)).toHaveLength(1)
  expect(findAll(show(90_000, ...gone), 'class', 'records')).toEqual([])
})

it('a missed call says why, in words where the centre gave a code', () => {
  const missed = { type: 'seat/missed', sessionId: 's1', reason: 'ringingGiveUp' } as const
  expect(textOf(stageOf(show(9000, ...inRinging, missed), 'missed') ?? '')).toContain('Customer left while ringing')
})

it('who declines a call, or lets it ring, reads what became of it and why no other one rings', () => {
  const passed = (reason: 'declined' | 'missed') =>
    textOf(show(9000, ...inRinging, { type: 'seat/missed', sessionId: 's1', reason }))
  expect(passed('declined')).toContain(
    'Call declined Wang It goes to others. You are on a break until you choose Online.',
  )
  expect(passed('missed')).toContain(
    'Missed call Wang Not answered in time. You are on a break until you choose Online.',
  )
})

it('a lost line is said, and nothing that needs it can be pressed', () => {
  const isDisabled = (view: View, name: string) => findAll(view, 'data-do', name)[0]?.props['disabled']
  const view = show(9000, ...inTalk, lost)
  expect(textOf(view)).toContain('Reconnecting')
  expect(isDisabled(view, 'transfer')).toBe(true)
  for (const name of ['mute', 'hold', 'hang-up', 'rest']) expect(isDisabled(view, name)).not.toBe(true)
  expect(isDisabled(show(9000, ...inRinging, lost), 'answer')).toBe(true)
})

it('says while idle that a ring would not be heard, with one button', () => {
  const silent: WorkstationEvent = { type: 'ring/audible', audible: false }
  expect(textOf(show(9000, ...atDesk, silent))).toContain('You would not hear it ring')
  expect(press([...atDesk, silent], 'ring-on')).toEqual([{ type: 'click/ringOn' }])
  expect(press([...atDesk, silent, { type: 'ring/audible', audible: true }], 'ring-on')).toEqual([])
  expect(press([...atDesk, { type: 'ring/notices', notices: 'default' }], 'notices-on')).toEqual([
    { type: 'click/noticesOn' },
  ])
})

it('says why no call rings here: the centre set the seat on a break', () => {
  const seat = { seatId: '1001', name: 'Lin', status: 'rest', since: 0, away: 'missed' } as const
  const view = show(9000, ...atDesk, { type: 'seat/changed', time: 0, seats: [seat], gone: [] })
  expect(textOf(view)).toContain('A call rang here and was not answered.')
})

it('asks before it takes a seat from another page', () => {
  const asked: readonly WorkstationEvent[] = [...atDesk.slice(0, -1), { type: 'seat/taken' }]
  expect(textOf(show(0, ...asked))).toContain('signed in on another page')
  expect(press(asked, 'take-over')).toEqual([{ type: 'click/takeOver' }])
})

it('speaks Chinese when asked to', () => {
  expect(textOf(show(6000, ...inRinging, { type: 'click/language', language: 'zh' }))).toContain('接听')
})

describe('beside the call', () => {
  const call: EarlierCall = {
    ...{ sessionId: 's0', channel: 'Sales', startedAt: 0, seatName: 'Fang', disposition: 'solved' },
    endStatus: 'ok',
    notes: [{ seatName: 'Fang', notes: 'wants it on Monday' }],
  }
  const earlier = (sessionId: string) => ({ type: 'seat/earlier', sessionId, calls: [call] }) as const
  const shows = (...events: readonly WorkstationEvent[]) =>
    textOf(workstationView(after(...events), 9_000, () => undefined))

  it('stand the earlier calls of the customer, from the ring to the end of the wrap-up', () => {
    for (const part of ['Earlier calls', 'Fang', 'Solved', 'wants it on Monday'])
      expect(shows(...inRinging, earlier('s1'))).toContain(part)
    expect(shows(...inRinging, earlier('s1'), { type: 'click/answer', sessionId: 's1' }, talking)).toContain(
      'on Monday',
    )
    expect(shows(...inRinging, earlier('s1'), { ...incoming, sessionId: 's2' })).not.toContain('on Monday')
    expect(shows(...inRinging)).not.toContain('Earlier calls')
  })

  it('stands the picture, without a word to its host of where it is shown', () => {
    const avatarUrl = 'https://thirdwx.qlogo.cn/x'
    const view = workstationView(after(...atDesk, { ...incoming, avatarUrl }), 9_000, () => undefined)
    expect(findAll(view, 'src', avatarUrl)[0]?.props).toMatchObject({ alt: '', referrerpolicy: 'no-referrer' })
  })
})

describe('a customer who is to call again', () => {
  const ended = { type: 'seat/ended', sessionId: 's1', closeBy: 'client', endStatus: 'ok', record } as const
  const { timeoutMs: limitMs, ...caller } = incoming
  const wrapUp = { ...caller, type: 'seat/wrapUp', limitMs, remark: { notes: '' } } as const
  const expects = { type: 'seat/expects', caller: 'Wang', channel: 'Sales', leftMs: 90_000, message: 'none' } as const

  it('is asked for while the talk is written up, also on a page that was loaded anew; not when it went to another seat', () => {
    const asks = [{ type: 'click/callAgain', sessionId: 's1' }]
    expect(press([...inTalk, ended, wrapUp], 'call-again')).toEqual(asks)
    expect(press([...atDesk, wrapUp], 'call-again')).toEqual(asks)
    expect(press([...inTalk, { type: 'seat/transferred', sessionId: 's1' }, wrapUp], 'call-again')).toEqual([])
  })

  it('is expected here: who, for how long still, and that no message says so; until it rings, or is put away', () => {
    const shown = (now: number, ...events: readonly WorkstationEvent[]) => textOf(show(now, ...atDesk, ...events))
    for (const part of ['Wang calls Sales within 2 min', 'sends no messages'])
      expect(shown(6_000, expects)).toContain(part)
    expect(shown(94_999, expects)).toContain('within 1 min')
    const away = findAll(show(6_000, ...atDesk, expects), 'data-do', 'dismiss-expects')
    expect(away.map((button) => textOf(button))).toEqual(['Got it'])
    const gone: readonly (readonly WorkstationEvent[])[] = [[incoming], [{ type: 'click/dismissExpects' }]]
    for (const events of gone) expect(shown(9_000, expects, ...events)).not.toContain('Wang calls Sales')
    expect(shown(95_000, expects)).not.toContain('Wang calls Sales')
  })

  it('is put away alone: a call that was missed stays to be seen, and the other way round', () => {
    const missed = { type: 'seat/missed', sessionId: 's1', reason: 'missed' } as const
    const scene = [...inRinging, missed, expects]
    expect(press(scene, 'dismiss-expects')).toEqual([{ type: 'click/dismissExpects' }])
    expect(stageOf(show(9_000, ...scene, { type: 'click/dismissExpects' }), 'missed')).toBeDefined()
    expect(press(scene, 'dismiss')).toEqual([{ type: 'click/dismiss' }])
    expect(textOf(show(9_000, ...scene, { type: 'click/dismiss' }))).toContain('Wang calls Sales')
  })

  it('cannot be asked for while the centre does not hear it, and the button says so', () => {
    const [button] = findAll(show(9_000, ...inTalk, ended, wrapUp, lost), 'data-do', 'call-again')
    expect(button?.props).toMatchObject({ disabled: true, title: 'Once the line to the centre is back.' })
    const [usable] = findAll(show(9_000, ...inTalk, ended, wrapUp, lost, back), 'data-do', 'call-again')
    expect(usable?.props).toMatchObject({ disabled: false })
  })
})
