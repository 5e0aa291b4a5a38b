/** How a call ends: by whom, with which word and number, after how long, and why. */
import {
  type CallEvent,
  type CloseBy,
  END_STATUS_CODES,
  type Phase,
  reduce,
  type Session,
} from '../../lib/entries/call'
import type { LineFailure } from '../../lib/link/gateway'
import { after, BEFORE, EVENTS, NOW, sessionIn } from './sessions'

const endOf = (session: Session) => (session.phase === 'ended' ? session.end : null)

const endAfter = (phase: Phase, ...events: readonly CallEvent[]) => endOf(after(sessionIn(phase), ...events))

const hangUp = EVENTS['intent/hangUp']

const byPolicy = (inPhase: Phase, reason?: string): CallEvent => ({
  type: 'intent/hangUp',
  policy: 'ringLimit',
  inPhase,
  ...(reason === undefined ? {} : { reason }),
})

describe('the customer hangs up', () => {
  it.each([
    ['dialling', 'ivrGiveUp', 102, 'CANCELLED'],
    ['ivr', 'ivrGiveUp', 102, null],
    ['waiting', 'waitingGiveUp', 103, null],
    ['ringing', 'ringingGiveUp', 104, null],
    ['talking', 'ok', 1, null],
  ] as const)('while %s: %s, %i', (phase, endStatus, code, error) => {
    expect(endAfter(phase, hangUp)).toMatchObject({ closeBy: 'client', endStatus, code, error, cause: null })
  })

  it.each(['call/queued', 'call/ringing'] as const)(
    'in a transfer, after %s: still ok, as somebody had answered',
    (type) => {
      expect(endAfter('talking', EVENTS[type], hangUp)).toMatchObject({ endStatus: 'ok', duration: 4 })
    },
  )

  it('with a reason: it is the cause', () => {
    expect(endAfter('ivr', { type: 'intent/hangUp', reason: 'left' })).toMatchObject({ cause: 'left' })
  })

  it('the first end wins: neither a second hang-up nor the seat changes it', () => {
    const ended = after(sessionIn('talking'), hangUp)
    expect(after(ended, hangUp, EVENTS['call/ended'], EVENTS['call/accepted'])).toBe(ended)
  })
})

describe('the duration', () => {
  it.each([
    [0, 0],
    [999, 0],
    [1_000, 1],
    [59_999, 59],
  ])('%i ms after the answer: %i whole seconds', (ms, duration) => {
    expect(endOf(reduce(sessionIn('talking'), hangUp, BEFORE + ms))).toMatchObject({ duration })
  })

  it.each(['dialling', 'ivr', 'waiting', 'ringing'] as const)('while %s: 0, as nobody had answered', (phase) => {
    expect(endAfter(phase, hangUp)).toMatchObject({ duration: 0 })
  })

  it('is never negative, even when the clock of the phone was set back', () => {
    expect(endOf(reduce(sessionIn('talking'), hangUp, BEFORE - 60_000))).toMatchObject({ duration: 0 })
  })

  it('counts from the first answer, over a transfer', () => {
    const transferred = after(sessionIn('talking'), EVENTS['call/queued'], EVENTS['call/accepted'])
    expect(endOf(reduce(transferred, hangUp, BEFORE + 9_000))).toMatchObject({ duration: 9 })
  })
})

describe('a policy hangs up', () => {
  it('is the timer, and the cause names the policy and its reason', () => {
    expect(endAfter('ringing', byPolicy('ringing', 'nobody answered'))).toMatchObject({
      ...{ closeBy: 'timer', endStatus: 'ringingGiveUp', cause: 'ringLimit: nobody answered', error: null },
    })
    expect(endAfter('ringing', byPolicy('ringing'))).toMatchObject({ cause: 'ringLimit' })
  })

  it('while dialling: the rejected startCall says that nobody answered', () => {
    expect(endAfter('dialling', byPolicy('dialling'))).toMatchObject({ closeBy: 'timer', error: 'NO_ANSWER' })
  })

  it('that was meant for a phase which is over comes too late: the seat has answered, the very same session', () => {
    const talking = sessionIn('talking')
    expect(reduce(talking, byPolicy('ringing'), NOW)).toBe(talking)
  })
})

describe('the phone ends it', () => {
  it.each([
    [undefined, 'live-pusher -100015'],
    ['', 'live-pusher -100015'],
    ['connect failed', 'live-pusher -100015: connect failed'],
    ['at room://cloud.tencent.com/rtc?usersig=secret', 'live-pusher -100015: at [address]'],
    ['usersig=secret', 'live-pusher -100015: usersig=[secret]'],
    ['refused: {"userSig": "secret"}', 'live-pusher -100015: refused: {"userSig": "[secret]"}'],
    ['refused: {\\"usersig\\":\\"secret\\"}', 'live-pusher -100015: refused: {\\"usersig\\":\\"[secret]\\"}'],
    ['{"userlist":[{"userid":"customer"}]}', 'live-pusher -100015: [users]'],
    ['x '.repeat(500), `live-pusher -100015: ${'x '.repeat(100)}`],
  ])('with the words %j: the cause is %s', (message, cause) => {
    for (const type of ['pusher/status', 'pusher/error'] as const) {
      const event: CallEvent = { type, code: -100_015, ...(message === undefined ? {} : { message }) }
      expect(endAfter('talking', event)).toMatchObject({ error: 'ROOM_FAILED', cause })
    }
  })
})

describe('the call centre ends it', () => {
  it.each(Object.entries(END_STATUS_CODES))('with its word %s and the number %i', (endStatus, code) => {
    const event = { ...EVENTS['call/ended'], closeBy: 'admin', endStatus, reason: 'why' } as CallEvent
    expect(endAfter('waiting', event)).toMatchObject({ closeBy: 'admin', endStatus, code, cause: 'why', error: null })
  })

  it.each([
    ['CHANNEL_UNKNOWN', 'CHANNEL_UNKNOWN', 'error'],
    ['CALL_IN_PROGRESS', 'CALL_IN_PROGRESS', 'callConflict'],
    ['TOO_BUSY', 'TOO_BUSY', 'error'],
    ['OF_A_LATER_VERSION', 'SYSTEM', 'error'],
    ['constructor', 'SYSTEM', 'error'],
  ])('by refusing it with %s: %s, %s, in its own words', (code, error, endStatus) => {
    const refused: CallEvent = { ...EVENTS['call/refused'], code, message: 'its own words' }
    expect(endAfter('dialling', refused)).toMatchObject({ closeBy: 'admin', endStatus, error, cause: 'its own words' })
  })
})

describe('the words of the call centre, as the cause of an end,', () => {
  const words = 'ask 138 0013 8000 with token=t0p at wss://a.b/c'
  it.each<[string, Phase, CallEvent]>([
    ['that ends the call', 'waiting', { ...EVENTS['call/ended'], reason: words }],
    ['that refuses it', 'dialling', { ...EVENTS['call/refused'], message: words }],
  ])('hold no number, secret or address: %s', (_, phase, event) => {
    expect(endAfter(phase, event)).toMatchObject({ cause: 'ask [number] with token=[secret] at [address]' })
  })
})

describe('the line ends it', () => {
  it.each(['ivr', 'waiting', 'ringing', 'talking'] as const)('while %s: the server has forgotten the call', (phase) => {
    expect(endAfter(phase, EVENTS['line/lost'], { type: 'line/up', resumed: false })).toMatchObject({
      ...{ closeBy: 'admin', endStatus: 'clientTimeout', code: 502, error: 'NETWORK_LOST' },
    })
  })

  it.each(['dialling', 'ivr', 'talking'] as const)('while %s: not when the link is resumed', (phase) => {
    expect(endAfter(phase, EVENTS['line/lost'], { type: 'line/up', resumed: true })).toBeNull()
  })

  it('while dialling: not by a new link, as the start is sent on it again', () => {
    expect(endAfter('dialling', EVENTS['line/lost'], { type: 'line/up', resumed: false })).toBeNull()
  })

  it.each([
    ['talking', 'NETWORK_LOST', 'admin', 'clientTimeout'],
    ['dialling', 'NETWORK_LOST', 'admin', 'clientError'],
    ['talking', 'LOGIN_REQUIRED', 'admin', 'clientError'],
    ['talking', 'TAKEN_OVER', 'admin', 'clientError'],
    ['dialling', 'NOT_ALLOWED', 'admin', 'clientError'],
  ] as const)('while %s, given up with %s: by %s, %s', (phase, code, closeBy, endStatus) => {
    expect(endAfter(phase, { type: 'line/gaveUp', code })).toMatchObject({ closeBy, endStatus, error: code })
  })

  it.each(['LOGIN_REQUIRED', 'NOT_ALLOWED', 'TAKEN_OVER'] as const)('before it begins: %s is told at once', (code) => {
    const end = endAfter('idle', { type: 'line/gaveUp', code }, EVENTS['intent/startCall'])
    expect(end).toMatchObject({ closeBy: 'admin', endStatus: 'clientError', error: code })
  })

  it('a line that was given up for want of a network does not end the next call: dialling tries it again', () => {
    expect(after(sessionIn('idle'), EVENTS['line/gaveUp'], EVENTS['intent/startCall']).phase).toBe('dialling')
  })
})

describe('the media end it', () => {
  it.each([
    [10_002, 'MICROPHONE_REFUSED'],
    [-100_013, 'ROOM_FAILED'],
    [-100_015, 'ROOM_FAILED'],
  ] as const)('with code %i, as a status or as an error: %s', (code, error) => {
    const end = { closeBy: 'client', endStatus: 'clientError', code: 211, error }
    expect(endAfter('ivr', { type: 'pusher/status', code })).toMatchObject(end)
    expect(endAfter('talking', { type: 'pusher/error', code })).toMatchObject(end)
    expect(endAfter('dialling', { type: 'pusher/status', code })).toBeNull()
  })

  it('not with a code that nobody knows', () => {
    expect(endAfter('talking', { type: 'pusher/status', code: 424_242 })).toBeNull()
  })
})

describe('closeBy is who ended it:', () => {
  const gaveUp = (code: LineFailure): CallEvent => ({ type: 'line/gaveUp', code })
  const status = (code: number): CallEvent => ({ type: 'pusher/status', code })

  it.each<[string, CloseBy, Phase, ...CallEvent[]]>([
    ['the customer', 'client', 'talking', hangUp],
    ['the customer’s phone, whose microphone is refused', 'client', 'talking', status(10_002)],
    ['the customer’s phone, which enters no room', 'client', 'talking', status(-100_015)],
    ['the agent', 'seat', 'talking', { ...EVENTS['call/ended'], closeBy: 'seat' }],
    ['the call centre', 'admin', 'waiting', { ...EVENTS['call/ended'], closeBy: 'admin' }],
    ['the call centre, which refuses', 'admin', 'dialling', EVENTS['call/refused']],
    ['the line, with a credential that is not taken (4401)', 'admin', 'talking', gaveUp('TOKEN_EXPIRED')],
    ['the line, for a customer who may not call (4403)', 'admin', 'talking', gaveUp('NOT_ALLOWED')],
    ['the line, taken over (4409)', 'admin', 'talking', gaveUp('TAKEN_OVER')],
    ['the line, lost while dialling', 'admin', 'dialling', gaveUp('NETWORK_LOST')],
    ['the line, lost for too long', 'admin', 'talking', EVENTS['line/lost'], { type: 'line/up', resumed: false }],
    ['a policy', 'timer', 'ringing', byPolicy('ringing')],
  ])('%s', (_, closeBy, phase, ...events) => {
    expect(endAfter(phase, ...events)).toMatchObject({ closeBy })
  })
})
