import type { WorkstationEvent } from '../workstation/events'
import { isReady } from '../workstation/state'
import {
  after,
  anew,
  atDesk,
  back,
  inRinging,
  inTalk,
  incoming,
  lin,
  lost,
  record,
  room,
  signedIn,
  talking,
} from './scene'

describe('signing in', () => {
  it('is ready when the centre has welcomed the seat, not before', () => {
    expect(isReady(after(...atDesk.slice(0, -1)))).toBe(false)
    expect(isReady(after(...atDesk))).toBe(true)
  })

  it('takes over the status that the centre knows', () => {
    const resting = { ...signedIn, seat: { ...signedIn.seat, status: 'rest' } } as const
    expect(after(...atDesk.slice(0, -1), resting).status).toBe('rest')
  })

  it('keeps the chosen status over a lost line, whatever the centre says on return', () => {
    const state = after(...atDesk, { type: 'click/status', status: 'rest' }, lost, anew, signedIn)
    expect(state.status).toBe('rest')
  })

  it('goes back to the form, with the reason, when it is refused', () => {
    const refused = { type: 'seat/refused', command: 'seat/signIn', code: 'SIGN_IN_FIRST' } as const
    expect(after(...atDesk.slice(0, -1), refused)).toMatchObject({
      who: null,
      account: lin,
      trouble: { kind: 'refused', code: 'SIGN_IN_FIRST' },
    })
  })

  it('goes back to the form when another page took the seat', () => {
    const state = after(...inTalk, { type: 'line/gaveUp', code: 'TAKEN_OVER' })
    expect(state).toMatchObject({ who: null, call: null, trouble: { kind: 'takenOver' } })
  })

  it('leaves nothing of the seat behind when it signs out', () => {
    const state = after(...inRinging, { type: 'click/signOut' })
    expect(state).toMatchObject({ who: null, call: null, records: [], seats: [], account: lin, status: null })
  })
})

describe('its own status', () => {
  const seats = (status: 'busy' | 'rest' | 'offline', sessionId?: string) =>
    ({
      type: 'seat/seats',
      time: 0,
      seats: [{ ...lin, status, since: 0, ...(sessionId === undefined ? {} : { sessionId }) }],
    }) as const

  it('follows the centre', () => {
    expect(after(...atDesk, seats('rest')).status).toBe('rest')
  })

  it('is still the chosen one while a call makes the seat busy', () => {
    expect(after(...inTalk, seats('busy', 's1')).status).toBe('online')
  })

  it('is never offline on a page that is signed in', () => {
    expect(after(...atDesk, seats('offline')).status).toBe('online')
  })
})

describe('ringing', () => {
  it('starts at the time of the notice, audible', () => {
    const { call } = after(...inRinging)
    expect(call).toMatchObject({ phase: 'ringing', since: 5000, timeoutMs: 20_000, silenced: false, caller: 'Wang' })
  })

  it('is silent but still there when the agent lets it ring', () => {
    const { call } = after(...inRinging, { type: 'click/letRing' })
    expect(call).toMatchObject({ phase: 'ringing', silenced: true })
  })

  it('ends with its reason when the time is up', () => {
    const state = after(...inRinging, { type: 'seat/missed', sessionId: 's1', reason: 'not answered in time' })
    expect(state.call).toBeNull()
    expect(state.outcome).toEqual({ kind: 'missed', caller: 'Wang', reason: 'not answered in time' })
  })

  it('goes on when another call was missed', () => {
    const state = after(...inRinging, { type: 'seat/missed', sessionId: 's0', reason: 'late' })
    expect(state.call?.phase).toBe('ringing')
  })

  it('can be answered again when the centre refused the answer', () => {
    const refused = { type: 'seat/refused', command: 'seat/answer', code: 'NOT_RINGING' } as const
    expect(after(...inRinging, { type: 'click/answer', sessionId: 's1' }, refused)).toMatchObject({
      call: { said: null },
      trouble: { code: 'NOT_RINGING' },
    })
  })

  it('clears what was shown of the call before', () => {
    const ended = { type: 'seat/ended', sessionId: 's1', closeBy: 'client', endStatus: 'ok', record } as const
    expect(after(...inTalk, ended, { ...incoming, sessionId: 's2' }).outcome).toBeNull()
  })
})

describe('hung up here while it was on its way to somebody else', () => {
  const crossed: readonly WorkstationEvent[] = [
    ...inTalk,
    { type: 'click/hangUp' },
    { type: 'seat/transferred', sessionId: 's1' },
  ]

  it('is passed on, and not over', () => {
    expect(after(...crossed)).toMatchObject({ over: null, outcome: { kind: 'transferred', caller: 'Wang' } })
  })

  it('is talked in when it comes back here', () => {
    const again: readonly WorkstationEvent[] = [incoming, { type: 'click/answer', sessionId: 's1' }, talking]
    expect(after(...crossed, ...again).call).toMatchObject({ phase: 'talking', sessionId: 's1' })
  })
})

describe('talking', () => {
  it('keeps who calls and starts with nothing muted or held', () => {
    const { call } = after(...inTalk)
    expect(call).toMatchObject({
      phase: 'talking',
      caller: 'Wang',
      room,
      since: 7000,
      held: false,
      muted: false,
      digits: '',
    })
  })

  it('goes on when the centre says again that it talks, in the same room', () => {
    const { call } = after(...inTalk, { type: 'click/mute' }, talking)
    expect(call).toMatchObject({ muted: true, room })
  })

  it('shows a call whose ringing this page did not see', () => {
    expect(after(...atDesk, talking).call).toMatchObject({
      phase: 'talking',
      caller: 'Wang',
      sessionId: 's1',
    })
  })

  it('mutes and holds at once, whatever the line does', () => {
    expect(after(...inTalk, lost, { type: 'click/mute' }).call).toMatchObject({ muted: true })
    expect(after(...inTalk, lost, { type: 'click/hold' }).call).toMatchObject({ held: true })
    expect(after(...inTalk, { type: 'seat/held', sessionId: 's1', held: true }).call).toMatchObject({ held: true })
  })

  it('collects the keys of its own customer only', () => {
    const digits = (sessionId: string, keys: string) => ({ type: 'seat/digits', sessionId, digits: keys }) as const
    expect(after(...inTalk, digits('s1', '12'), digits('s0', '9'), digits('s1', '#')).call).toMatchObject({
      digits: '12#',
    })
  })

  it('tells that the customer was interrupted, and is back', () => {
    const held = { type: 'seat/customerHeld', sessionId: 's1', held: true, reason: 'phone' } as const
    expect(after(...inTalk, held).call).toMatchObject({ customerHeld: { since: 8000, reason: 'phone' } })
    expect(after(...inTalk, held, { ...held, held: false }).call).toMatchObject({ customerHeld: null })
  })

  it('goes on without a microphone', () => {
    const { call } = after(...inTalk, { type: 'voice/microphone', microphone: 'missing' })
    expect(call).toMatchObject({ phase: 'talking', microphone: 'missing' })
  })

  it('ends with its record at the top of the history, once', () => {
    const ended = { type: 'seat/ended', sessionId: 's1', closeBy: 'client', endStatus: 'ok', record } as const
    const state = after(...inTalk, ended, ended)
    expect(state).toMatchObject({ call: null, outcome: { kind: 'ended', record } })
    expect(state.records).toEqual([record])
  })

  it('is over here at once when the agent hangs up, also on a lost line, and is not begun again', () => {
    const over = after(...inTalk, lost, { type: 'click/hangUp' })
    expect(over).toMatchObject({ call: null, over: 's1', outcome: { kind: 'hungUp', caller: 'Wang' } })
    const ended = { type: 'seat/ended', sessionId: 's1', closeBy: 'seat', endStatus: 'ok', record } as const
    expect(after(...inTalk, { type: 'click/hangUp' }, talking).call).toBeNull()
    expect(after(...inTalk, { type: 'click/hangUp' }, ended)).toMatchObject({
      over: null,
      outcome: { kind: 'ended', record },
    })
  })

  it('counts its clock from receipt: no clock but this page’s has a say', () => {
    const ahead = { type: 'seat/seats', time: 305_000, seats: [] } as const
    expect(after(...inRinging, { ...talking, elapsedMs: 2_000 }).call).toMatchObject({ since: 4_000 })
    expect(after(...inRinging, ahead, { ...talking, elapsedMs: 2_000 }).call).toMatchObject({ since: 5_000 })
  })

  it('survives a lost line that the centre bridges, and says so when the centre took the call away', () => {
    const bridged = { ...signedIn, seat: { ...signedIn.seat, sessionId: 's1' } }
    expect(after(...inTalk, lost, back)).toMatchObject({ welcomed: true, call: { phase: 'talking' } })
    expect(after(...inTalk, lost, anew, bridged).call?.phase).toBe('talking')
    expect(after(...inTalk, lost, anew, signedIn)).toMatchObject({
      call: null,
      outcome: { kind: 'lost', caller: 'Wang' },
    })
  })
})

it('a notice of a type that this page does not know changes nothing', () => {
  const state = after(...inTalk)
  const unknown: { type: string } = { type: 'seat/somethingNew' }
  expect(after(...inTalk, unknown as typeof talking)).toEqual(state)
})

it('a status that is chosen puts away what became of the last call: nothing is to be pressed twice after a miss', () => {
  const missed = { type: 'seat/missed', sessionId: 's1', reason: 'missed' } as const
  expect(after(...inRinging, missed).outcome).toMatchObject({ kind: 'missed' })
  expect(after(...inRinging, missed, { type: 'click/status', status: 'online' }).outcome).toBeNull()
})
