/** What stands beside the phase: menu, queue, hold, switches, media, line, interruption. */
import { type CallEvent, type Phase, reduce, type Session } from '../../lib/entries/call'
import { after, BEFORE, EVENTS, NOW, sessionIn } from './sessions'

const then = (phase: Phase, ...events: readonly CallEvent[]) => after(sessionIn(phase), ...events)

const pusher = (code: number, message?: string): CallEvent => ({
  type: 'pusher/status',
  code,
  ...(message === undefined ? {} : { message }),
})

const player = (code: number): CallEvent => ({ type: 'player/status', code })

const mute = EVENTS['intent/mute']
const applied = (microphone: 'on' | 'off'): CallEvent => ({ type: 'media/applied', microphone })

describe('the menu', () => {
  it('is what the call centre offered last, with the keys pressed so far', () => {
    const key = { key: '1', label: 'Sales' }
    const offered: CallEvent = { ...EVENTS['call/ivr'], prompt: 'Sales', keys: [key], path: [key] }
    expect(then('ivr', EVENTS['call/ivr'], offered)).toMatchObject({
      ivr: { prompt: 'Sales', keys: [key], path: [key] },
    })
  })

  it('cannot be read once the customer waits', () => {
    expect(then('ivr', EVENTS['call/ivr'], EVENTS['call/queued'])).not.toHaveProperty('ivr')
  })
})

describe('the queue', () => {
  it('has a position, and a wait that may be unknown', () => {
    expect(then('waiting', { ...EVENTS['call/queued'], position: 3, estimatedWaitMs: 60_000 })).toMatchObject({
      queue: { position: 3, estimatedWaitMs: 60_000 },
    })
    expect(then('waiting', EVENTS['call/queued'])).toMatchObject({ queue: { position: 2, estimatedWaitMs: null } })
  })

  it('is left when a seat rings; the seat that did not answer is left when the customer waits again', () => {
    expect(then('waiting', EVENTS['call/ringing'])).not.toHaveProperty('queue')
    expect(then('ringing', EVENTS['call/queued'])).not.toHaveProperty('seat')
  })
})

describe('the talk', () => {
  it.each<readonly CallEvent[]>([[EVENTS['call/accepted']], [EVENTS['call/queued'], EVENTS['call/accepted']]])(
    'a second answer names the seat that talks from now on and keeps the first time',
    (...events) => {
      const next = then('talking', ...events)
      expect(next).toMatchObject({ phase: 'talking', acceptedAt: BEFORE, seat: { name: 'Wang' } })
    },
  )

  it('is held and taken back by the seat', () => {
    const held = then('talking', EVENTS['call/held'])
    expect(held.held).toBe(true)
    expect(after(held, EVENTS['call/held'])).toBe(held)
    expect(after(held, { ...EVENTS['call/held'], held: false }).held).toBe(false)
  })

  it.each(['call/queued', 'call/ringing', 'call/ended'] as const)('%s: it is held no more', (type) => {
    expect(then('talking', EVENTS['call/held'], EVENTS[type]).held).toBe(false)
  })

  it('a room that comes with the answer replaces the first one and is entered', () => {
    const room = { kind: 'url', pushUrl: 'rtmp://push', playUrl: 'rtmp://play' } as const
    const talking = then('ringing', pusher(1018), { ...EVENTS['call/accepted'], room })
    expect(talking).toMatchObject({ room, local: { state: 'connecting' }, remote: { playUrl: 'rtmp://play' } })
  })
})

it('a later accept in the talk: its seat and its room hold, and the answer keeps its time', () => {
  const room = { kind: 'url', pushUrl: 'rtmp://push', playUrl: 'rtmp://play' } as const
  const talking = sessionIn('talking')
  const taken = after(talking, { ...EVENTS['call/accepted'], room })
  expect(taken).toMatchObject({ seat: { name: 'Wang' }, room, acceptedAt: BEFORE, local: { state: 'connecting' } })
  expect(after(taken, { ...EVENTS['call/accepted'], room })).toBe(taken)
})

describe('a switch of the phone', () => {
  it('is pending until the phone has applied it', () => {
    const asked = then('talking', applied('on'), mute)
    expect(asked.microphone).toEqual({ desired: 'off', actual: 'on', state: 'pending' })
    expect(after(asked, applied('off')).microphone).toEqual({ desired: 'off', actual: 'off', state: 'applied' })
  })

  it('asked for and taken back at once is applied: the phone never changed', () => {
    const back = then('talking', applied('on'), mute, EVENTS['intent/unmute'])
    expect(back.microphone).toEqual({ desired: 'on', actual: 'on', state: 'applied' })
  })

  it('that the phone confirms late, for the wish before, stays pending', () => {
    expect(then('talking', mute, applied('on')).microphone).toEqual({ desired: 'off', actual: 'on', state: 'pending' })
  })

  it('that failed says so, and the same wish once more tries again', () => {
    const failed = then('talking', applied('on'), mute, EVENTS['media/failed'])
    expect(failed.microphone).toEqual({ desired: 'off', actual: 'on', state: 'failed' })
    expect(after(failed, mute).microphone.state).toBe('pending')
    const ear = then('talking', EVENTS['intent/setSoundMode'], { ...EVENTS['media/failed'], target: 'soundMode' })
    expect(ear.soundMode).toMatchObject({ desired: 'ear', state: 'failed' })
  })

  it('survives a re-entry of the room and is pending again: muted stays muted', () => {
    const lost = then('talking', pusher(1018), mute, applied('off'), pusher(1021))
    expect(lost.microphone).toEqual({ desired: 'off', actual: null, state: 'pending' })
    expect(after(lost, pusher(1018), applied('off')).microphone.state).toBe('applied')
  })

  it('wished while it dials holds in the call', () => {
    const answered = then('dialling', mute, EVENTS['intent/setSoundMode'], EVENTS['call/started'])
    expect(answered).toMatchObject({ microphone: { desired: 'off' }, soundMode: { desired: 'ear' } })
  })

  it('begins anew with the next call: nothing of the last one leaks into it', () => {
    const next = then('talking', mute, EVENTS['call/held'], EVENTS['call/ended'], EVENTS['intent/startCall'])
    expect(next).toMatchObject({ microphone: { desired: 'on', actual: null }, held: false, remote: { playUrl: '' } })
  })
})

describe('the media', () => {
  it('local: connecting, up, reconnecting, up; connecting is no news when it is up', () => {
    const states = [1001, 1018, 1001, 1102, 1018].map((_, step, codes) =>
      then('ivr', ...codes.slice(0, step + 1).map((code) => pusher(code))),
    )
    expect(states.map(({ local }) => local.state)).toEqual(['connecting', 'up', 'up', 'reconnecting', 'up'])
  })

  it('remote: begins when the room lists the seat, ends when it leaves', () => {
    const listed = then('ivr', pusher(1032), pusher(1031, '{"userlist":[{"userid":"1","playurl":"room://1"}]}'))
    expect(listed.remote).toEqual({ state: 'connecting', since: NOW, playUrl: 'room://1', userId: '1' })
    expect(after(listed, player(2004)).remote.state).toBe('up')
    expect(after(listed, player(2004), player(2103)).remote.state).toBe('reconnecting')
    expect(after(listed, player(-2301)).remote.state).toBe('failed')
    expect(after(listed, pusher(1032)).remote).toEqual({ state: 'off', since: NOW, playUrl: '', userId: '1' })
  })

  describe('in a transfer inside of one room', () => {
    const list = (...userIds: readonly string[]) =>
      JSON.stringify({ userlist: userIds.map((userid) => ({ userid, playurl: `room://${userid}` })) })
    const left = (userid: string) => JSON.stringify({ userlist: [{ userid }] })
    const heardAfter = (...events: readonly CallEvent[]) =>
      then('ivr', pusher(1031, list('old')), ...events).remote.playUrl.replace('room://', '')

    it.each<[string, readonly CallEvent[], string]>([
      ['joins and the old one leaves', [pusher(1031, list('new')), pusher(1032, left('old'))], 'new'],
      ['joins after the old one left', [pusher(1032, left('old')), pusher(1031, list('new'))], 'new'],
      ['is listed beside the old one', [pusher(1031, list('old', 'new')), pusher(1032, left('old'))], 'new'],
      ['is listed before the old one', [pusher(1031, list('new', 'old')), pusher(1032, left('old'))], 'new'],
      ['joins and the old one mutes', [pusher(1031, list('new')), pusher(1034, list('old'))], 'new'],
      ['joins and leaves', [pusher(1031, list('new')), pusher(1032, left('new'))], ''],
      ['joins, and somebody leaves who is not named', [pusher(1031, list('new')), pusher(1032)], ''],
    ])('the new seat %s', (_, events, heard) => {
      expect(heardAfter(...events)).toBe(heard)
    })
  })

  it.each([undefined, '', '{"userlist":[]}', '{"userlist":[{"userid":"1"}]}', 'userlist'])(
    'remote: a list that says nothing, %j, changes nothing',
    (message) => {
      const talking = sessionIn('talking')
      expect(after(talking, pusher(1031, message))).toBe(talking)
    },
  )

  it('echoes of a call that is over change nothing', () => {
    const ended = sessionIn('ended')
    expect(after(ended, pusher(1018), player(2004), applied('on'), pusher(-1307))).toBe(ended)
  })
})

describe('the line', () => {
  const line = (...events: readonly CallEvent[]): Session['line'] => then('talking', ...events).line
  const opening = (attempt: number): CallEvent => ({ type: 'line/opening', attempt })
  const lost = EVENTS['line/lost']

  it('opens, is up, and is closed when nobody watches', () => {
    expect(line(opening(0))).toEqual({ state: 'opening', since: NOW })
    expect(line(opening(0), EVENTS['line/up'])).toEqual({ state: 'up', since: NOW })
    expect(line(EVENTS['line/closed'])).toEqual({ state: 'closed', code: null })
  })

  it('reconnects since the first loss, however many tries it takes', () => {
    const reconnecting = { state: 'reconnecting', since: NOW }
    expect(line(lost)).toEqual({ ...reconnecting, attempt: 0 })
    expect(line(lost, opening(1), lost, opening(2), lost)).toEqual({ ...reconnecting, attempt: 2 })
    expect(line(lost, opening(1), EVENTS['line/up']).state).toBe('up')
  })

  it('says since when it is lost: the time of the loss, not of the latest try', () => {
    const events = [lost, opening(1), lost, opening(2)]
    const session = events.reduce((from, event, step) => reduce(from, event, NOW + step), sessionIn('talking'))
    expect(session.line).toEqual({ state: 'reconnecting', since: NOW, attempt: 2 })
  })

  it('the talk goes on while it is lost', () => {
    expect(then('talking', lost)).toMatchObject({ phase: 'talking', local: sessionIn('talking').local })
  })
})

describe('an interruption', () => {
  const [hidden, shown] = [EVENTS['app/hidden'], EVENTS['app/shown']]
  const [rings, silent] = [EVENTS['audio/interrupted'], EVENTS['audio/resumed']]

  it.each<[string, readonly CallEvent[], string | null]>([
    ['hidden', [hidden], 'hidden'],
    ['hidden and shown', [hidden, shown], null],
    ['a phone call', [rings], 'audio'],
    ['a phone call and its end', [rings, silent], null],
    ['a phone call whose end was never told, and the app shown', [rings, shown], null],
    ['hidden, and another sound is over', [hidden, silent], 'hidden'],
    ['a phone call that hides the app: hidden, which lasts longer', [rings, hidden, silent], 'hidden'],
    ['hidden, then a phone call', [hidden, rings], 'hidden'],
  ])('%s', (_, events, reason) => {
    const { interruption } = then('talking', ...events)
    expect(interruption?.reason ?? null).toBe(reason)
  })
})
