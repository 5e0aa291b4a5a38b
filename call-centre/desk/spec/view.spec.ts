import type { View } from '../shared/h'
import { findAll, textOf } from '../shared/h'
import type { Click, WorkstationEvent } from '../workstation/state'
import { workstationView } from '../workstation/view'
import { after, atDesk, inRinging, inTalk, record } from './scene'

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
    expect(press(inRinging, 'answer')).toEqual([{ type: 'click/answer' }])
    const offline = show(6000, ...inRinging, { type: 'link/lost', code: 1006, retryMs: 300 })
    expect(findAll(offline, 'data-do', 'answer')[0]?.props['disabled']).toBe(true)
  })
})

describe('a conversation', () => {
  it('shows its clock and the customer’s keys', () => {
    const view = show(70_000, ...inTalk, { type: 'seat/digits', sessionId: 's1', digits: '4#' })
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
    expect(text).toContain('No microphone was found.')
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
      seats: [
        { seatId: '1001', name: 'Lin', status: 'busy', sessionId: 's1' },
        { seatId: '1002', name: 'Fang', status: 'online' },
        { seatId: '1003', name: 'Chen', status: 'rest' },
        { seatId: '1004', name: 'Zhou', status: 'online', sessionId: 's9' },
      ],
    }
    const choosing = [...inTalk, seats, { type: 'click/chooseSeat' }] as const
    expect(press(choosing, 'transfer-1002')).toEqual([{ type: 'click/transfer', toSeatId: '1002' }])
    expect(press(choosing, 'transfer-queue')).toEqual([{ type: 'click/transfer' }])
    for (const other of ['1001', '1003', '1004']) expect(press(choosing, `transfer-${other}`)).toEqual([])
  })
})

it('a call that ended is told in words, with its length', () => {
  const ended = { type: 'seat/ended', sessionId: 's1', closeBy: 'client', endStatus: 'ok', record } as const
  const text = textOf(stageOf(show(90_000, ...inTalk, ended), 'ended') ?? '')
  for (const part of ['Call completed', 'by the customer', '1:05']) expect(text).toContain(part)
})

it('a missed call says why, in words where the centre gave a code', () => {
  const missed = { type: 'seat/missed', sessionId: 's1', reason: 'ringingGiveUp' } as const
  expect(textOf(stageOf(show(9000, ...inRinging, missed), 'missed') ?? '')).toContain('Customer left while ringing')
})

it('a lost line is said, and nothing that needs it can be pressed', () => {
  const view = show(9000, ...atDesk, { type: 'link/lost', code: 1006, retryMs: 300 })
  expect(textOf(view)).toContain('Reconnecting')
  for (const name of ['online', 'busy', 'rest']) expect(findAll(view, 'data-do', name)[0]?.props['disabled']).toBe(true)
})

it('speaks Chinese when asked to', () => {
  expect(textOf(show(6000, ...inRinging, { type: 'click/language', language: 'zh' }))).toContain('接听')
})
