import { commandsFor } from '../workstation/outbox'
import { reduce } from '../workstation/reduce'
import type { WorkstationEvent } from '../workstation/events'
import { type CallWish, openingState } from '../workstation/state'
import {
  after,
  anew,
  atDesk,
  back,
  incoming,
  inRinging,
  inTalk,
  lin,
  lost,
  opening,
  room,
  signedIn,
  talking,
} from './scene'

const gone = { type: 'seat/missed', sessionId: 's1', reason: 'ringingGiveUp' } as const

const said = (before: readonly WorkstationEvent[], event: WorkstationEvent) => {
  const from = after(...before)
  const commands = commandsFor({ event, from, to: reduce(from, event, 60_000) })
  return commands.length > 1 ? commands : (commands[0] ?? null)
}

describe('what the centre is told', () => {
  it('who sits here, on each new link, and not again on one that goes on', () => {
    const signIn = { type: 'seat/signIn', desk: 'd1' }
    expect(said(atDesk.slice(0, 2), anew)).toEqual(signIn)
    expect(said([...atDesk, lost], anew)).toEqual(signIn)
    expect(said([...atDesk, lost], back)).toBeNull()
  })

  it('that the seat is taken over, when the agent was asked', () => {
    const asked: readonly WorkstationEvent[] = [...atDesk.slice(0, -1), { type: 'seat/taken' }]
    expect(after(...asked)).toMatchObject({ who: null, trouble: { kind: 'taken', who: lin } })
    expect(said([...asked, { type: 'click/takeOver' }], anew)).toMatchObject({ takeOver: true })
    expect(said([...asked, { type: 'click/takeOver' }, anew, signedIn, lost], anew)).not.toHaveProperty('takeOver')
  })

  it('that nobody sits here any more', () => {
    expect(said(atDesk, { type: 'click/signOut' })).toEqual({ type: 'seat/signOut' })
  })

  it('the chosen status, again after a loss when the centre forgot it', () => {
    const resting: readonly WorkstationEvent[] = [...atDesk, { type: 'click/status', status: 'rest' }]
    expect(said(atDesk, { type: 'click/status', status: 'rest' })).toEqual({ type: 'seat/status', status: 'rest' })
    expect(said([...resting, lost, anew], signedIn)).toEqual({ type: 'seat/status', status: 'rest' })
    expect(said(atDesk.slice(0, -1), signedIn)).toBeNull()
  })

  it('an answer, once', () => {
    expect(said(inRinging, { type: 'click/answer', sessionId: 's1' })).toEqual({ type: 'seat/answer', sessionId: 's1' })
    expect(
      said([...inRinging, { type: 'click/answer', sessionId: 's1' }], { type: 'click/answer', sessionId: 's1' }),
    ).toBeNull()
  })

  it('that the call is not wanted, or a moment of silence, which is this page’s own affair', () => {
    expect(said(inRinging, { type: 'click/decline', sessionId: 's1' })).toEqual({
      type: 'seat/decline',
      sessionId: 's1',
    })
    expect(said(inRinging, { type: 'click/letRing' })).toBeNull()
  })

  it('that the call is not wanted once, and not after an answer, nor an answer after that', () => {
    const [answer, decline] = [
      { type: 'click/answer', sessionId: 's1' },
      { type: 'click/decline', sessionId: 's1' },
    ] as const
    expect(said([...inRinging, decline], decline)).toBeNull()
    expect(said([...inRinging, answer], decline)).toBeNull()
    expect(said([...inRinging, decline], answer)).toBeNull()
    const refused = { type: 'seat/refused', command: 'seat/decline', code: 'REASON_UNKNOWN' } as const
    expect(said([...inRinging, decline, refused], answer)).toEqual({ type: 'seat/answer', sessionId: 's1' })
  })

  it('nothing of a call that is not wanted while the line is lost: it rings on, and is heard', () => {
    const state = after(...inRinging, lost, { type: 'click/decline', sessionId: 's1' })
    expect(said([...inRinging, lost], { type: 'click/decline', sessionId: 's1' })).toBeNull()
    expect(state.call).toMatchObject({ phase: 'ringing', silenced: false, said: null })
  })

  it('a customer who is to call again, while the centre hears it: no press is lost on the way', () => {
    const again = { type: 'click/callAgain', sessionId: 's0' } as const
    expect(said(atDesk, again)).toEqual({ type: 'seat/callAgain', sessionId: 's0' })
    expect(said([...atDesk, lost], again)).toBeNull()
    expect(said([...atDesk, lost, anew], again)).toBeNull()
  })

  it('hold and resume, by what is true now', () => {
    const held = { type: 'seat/held', sessionId: 's1', held: true } as const
    expect(said(inTalk, { type: 'click/hold' })).toEqual({ type: 'seat/hold', sessionId: 's1', held: true })
    expect(said([...inTalk, held], { type: 'click/hold' })).toEqual({ type: 'seat/hold', sessionId: 's1', held: false })
  })

  it('that the voice room does not let it in any more, when the centre hears it', () => {
    const rejoin = { type: 'click/rejoin' } as const
    expect(said(inTalk, rejoin)).toEqual({ type: 'seat/rejoin', sessionId: 's1' })
    expect(said([...inTalk, lost], rejoin)).toBeNull()
    expect(said(atDesk, rejoin)).toBeNull()
  })

  it('a transfer to a seat or to the queue', () => {
    const toSeat = { type: 'click/transfer', toSeatId: '1002' } as const
    expect(said(inTalk, toSeat)).toEqual({ type: 'seat/transfer', sessionId: 's1', toSeatId: '1002' })
    expect(said(inTalk, { type: 'click/transfer' })).toEqual({ type: 'seat/transfer', sessionId: 's1' })
  })

  it('a hang-up', () => {
    expect(said(inTalk, { type: 'click/hangUp' })).toEqual({ type: 'seat/hangUp', sessionId: 's1' })
  })

  it('that the agent is muted, for the desk that goes on with this talk', () => {
    expect(said(inTalk, { type: 'click/mute' })).toEqual({ type: 'seat/mute', sessionId: 's1', muted: true })
  })

  it.each(['click/hold', 'click/hangUp', 'click/transfer'] as const)('no %s without a call', (type) => {
    expect(said(atDesk, { type })).toBeNull()
  })

  it('how the voice comes through, when it is another than before', () => {
    const voice = (voice: 'flowing' | 'lost') => ({ type: 'voice/customer', voice }) as const
    const bad = { type: 'voice/quality', quality: 'bad' } as const
    const line = (line: string) => ({ type: 'seat/line', sessionId: 's1', line })
    expect(said(inTalk, voice('flowing'))).toEqual(line('good'))
    expect(said([...inTalk, voice('flowing')], bad)).toEqual(line('bad'))
    expect(said([...inTalk, voice('flowing'), bad], bad)).toBeNull()
    expect(said([...inTalk, voice('flowing'), bad], voice('lost'))).toEqual(line('lost'))
    expect(said([...inTalk, voice('lost')], { ...talking, room })).toBeNull()
  })

  it('no answer without a call', () => {
    expect(said(atDesk, { type: 'click/answer', sessionId: 's1' })).toBeNull()
  })

  it.each(['answer', 'decline'] as const)('no %s to a call that is another by now', (what) => {
    const next = [...inRinging, gone, { ...incoming, sessionId: 's2' }] as const
    expect(said(next, { type: `click/${what}`, sessionId: 's1' })).toBeNull()
    expect(said(next, { type: `click/${what}`, sessionId: 's2' })).toMatchObject({ sessionId: 's2' })
  })

  it('no answer in the moment in which the next call takes the place of one that is gone', () => {
    const at = (events: readonly WorkstationEvent[], ms: number) => {
      const from = after(...events)
      const event = { type: 'click/answer', sessionId: 's2' } as const
      return commandsFor({ event, from, to: reduce(from, event, ms) }).length
    }
    const next = [...inRinging, gone, { ...incoming, sessionId: 's2' }] as const
    const rangAt = 1_000 * next.length
    expect([at(next, rangAt + 399), at(next, rangAt + 400)]).toEqual([0, 1])
    expect(at([...atDesk, { ...incoming, sessionId: 's2' }], 1_000 * (atDesk.length + 1))).toBe(1)
  })

  it('no transfer while the line is lost: who is free now may not be then', () => {
    expect(said([...inTalk, lost], { type: 'click/transfer' })).toBeNull()
  })

  it.each([
    ['click/hold', { type: 'seat/hold', sessionId: 's1', held: true }],
    ['click/mute', { type: 'seat/mute', sessionId: 's1', muted: true }],
    ['click/hangUp', { type: 'seat/hangUp', sessionId: 's1' }],
  ] as const)('%s also while the line is lost: it is delivered when it is back', (type, command) => {
    expect(said([...inTalk, lost], { type })).toEqual(command)
  })

  it('a hang-up again on a new link, before the call could ring here once more', () => {
    const over: readonly WorkstationEvent[] = [...inTalk, lost, { type: 'click/hangUp' }]
    expect(said(over, anew)).toEqual({ type: 'seat/signIn', desk: 'd1', over: 's1' })
    expect(said([...over, anew, signedIn, lost], anew)).not.toHaveProperty('over')
  })
})

describe('after a reload', () => {
  const wish: CallWish = { sessionId: 's1', muted: true, held: true, over: false }
  const reloaded = (call: CallWish, event: WorkstationEvent) => {
    const from = reduce(
      openingState('en', { ...opening, who: lin, wishes: { status: 'rest', call, remark: null } }),
      anew,
      0,
    )
    const to = reduce(from, event, 90_000)
    return { to, commands: commandsFor({ event, from, to }) }
  }

  it('the talk goes on muted and held as it was, with its clock, and the centre is told what it did not know', () => {
    const { to, commands } = reloaded(wish, { ...talking, held: true, elapsedMs: 65_000 })
    expect(to.call).toMatchObject({ phase: 'talking', muted: true, held: true, caller: 'Wang', since: 25_000 })
    expect(commands).toEqual([{ type: 'seat/mute', sessionId: 's1', muted: true }])
  })

  it('a desk that knows of no wish takes over what the centre knows', () => {
    const other = { ...wish, sessionId: 's0' }
    const { to, commands } = reloaded(other, { ...talking, muted: true })
    expect(to.call).toMatchObject({ muted: true, held: false })
    expect(commands).toEqual([])
  })

  it('a call that was hung up is not entered again, and the sign-in says so', () => {
    const { to } = reloaded({ ...wish, over: true }, talking)
    expect(to.call).toBeNull()
    expect(commandsFor({ event: anew, from: to, to })).toMatchObject([{ over: 's1' }])
  })

  it('the status that was chosen is told again, but not over the centre’s own choice', () => {
    expect(reloaded(wish, signedIn).commands).toEqual([{ type: 'seat/status', status: 'rest' }])
    const away = { ...signedIn, seat: { ...lin, status: 'rest', away: 'missed', since: 0 } } as const
    const online = openingState('en', { ...opening, who: lin, wishes: { status: 'online', call: null, remark: null } })
    const to = reduce(online, away, 0)
    expect(to).toMatchObject({ status: 'rest', away: 'missed' })
    expect(commandsFor({ event: away, from: online, to })).toEqual([])
  })
})
