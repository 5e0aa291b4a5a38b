/** What the call centre hears of each step. The steps are made by the reducer itself. */
import { Ajv2020 } from 'ajv/dist/2020'
import {
  type CallEvent,
  type ClientMessage,
  hangUp,
  mute,
  reduce,
  sendDigits,
  type Session,
  startCall,
} from '../../lib/entries/call'
import { idle } from '../../lib/call/session'
import { messagesFor, transitionOf } from '../../lib/call/step'
import schema from '../../lib/link/protocol.schema.json'
import { CALL_ID, SESSION_ID } from '../../lib/entries/testing'
import { SEAT } from '../../lib/testing/alphabet'

const sessionId = SESSION_ID
const callId = CALL_ID
const start = startCall({ channelId: 'service', callId })
const { s, f, q, r, a, h, e } = SEAT as Readonly<Record<'s' | 'f' | 'q' | 'r' | 'a' | 'h' | 'e', CallEvent>>

const TO: Readonly<Record<Exclude<Session['phase'], 'idle'>, readonly CallEvent[]>> = {
  dialling: [start],
  ivr: [start, s],
  waiting: [start, s, q],
  ringing: [start, s, r],
  talking: [start, s, r, a],
  ended: [start, s, r, a, e],
}

const after = (events: readonly CallEvent[]): Session =>
  events.reduce<Session>((session, event) => reduce(session, event, 1_000), idle)

const sends = (events: readonly CallEvent[], event: CallEvent): readonly ClientMessage[] => {
  return messagesFor(transitionOf(after(events), event, 2_000))
}

const isProtocol = new Ajv2020({ strict: true, strictRequired: false })
  .addSchema(schema)
  .compile({ $ref: `${schema.$id}#/$defs/ClientMessage` })

/** Whether the call centre understands the only message that the event sends. */
const isUnderstood = (events: readonly CallEvent[], event: CallEvent): boolean => {
  const [message] = sends(events, event)
  return isProtocol(JSON.parse(JSON.stringify({ ...message, n: 1 })))
}

describe('starting', () => {
  it('is said once, with the id of the call', () => {
    const message = { type: 'call/start', callId, channelId: 'service', media: 'audio' }
    expect(sends([], start)).toEqual([message])
    expect(sends(TO.ended, startCall({ channelId: 'service', callId: 'next' }))).toEqual([
      { ...message, callId: 'next' },
    ])
  })

  it('takes the number that a page in JavaScript gives as the channelId, and says it as words', () => {
    expect(isUnderstood([], startCall({ channelId: 1001 as unknown as string }))).toBe(true)
  })

  it.each(['dialling', 'ivr', 'waiting', 'ringing', 'talking'] as const)('while %s says nothing', (phase) => {
    expect(sends(TO[phase], startCall({ channelId: 'service' }))).toEqual([])
  })

  it('without a log-in ends at once and says nothing', () => {
    expect(sends([{ type: 'line/gaveUp', code: 'LOGIN_REQUIRED' }], start)).toEqual([])
  })
})

describe('hanging up', () => {
  const said = (changes: object) => [{ type: 'call/hangUp', callId, sessionId, closeBy: 'client', ...changes }]

  it.each([
    ['ivr', 'ivrGiveUp'],
    ['waiting', 'waitingGiveUp'],
    ['ringing', 'ringingGiveUp'],
    ['talking', 'ok'],
  ] as const)('while %s tells %s', (phase, endStatus) => {
    expect(sends(TO[phase], hangUp())).toEqual(said({ endStatus }))
    expect(sends(TO[phase], hangUp('busy'))).toEqual(said({ endStatus, reason: 'busy' }))
  })

  it('while dialling names the call alone, as there is no session yet', () => {
    expect(sends(TO.dialling, hangUp())).toEqual([
      { type: 'call/hangUp', callId, closeBy: 'client', endStatus: 'ivrGiveUp' },
    ])
  })

  it('by a policy is by the timer, and names the policy', () => {
    const byPolicy = {
      type: 'intent/hangUp',
      reason: 'nobody answered',
      policy: 'ringLimit',
      inPhase: 'ringing',
    } as const
    expect(sends(TO.ringing, byPolicy)).toEqual(
      said({ closeBy: 'timer', endStatus: 'ringingGiveUp', reason: 'ringLimit: nobody answered' }),
    )
  })

  it.each<[string, unknown]>([
    ['more words than a message takes', 'x'.repeat(5_000)],
    ['the event of a tap', { type: 'tap', detail: { x: 1 } }],
    ['an Error', new Error('oh')],
    ['a number', 7],
    ['null', null],
  ])('with %s as its reason is understood all the same: the call ends there too', (_, reason) => {
    const given = { type: 'intent/hangUp', reason: reason as string } as const
    expect(isUnderstood(TO.talking, given)).toBe(true)
    expect(isUnderstood(TO.talking, { ...given, policy: 'own', inPhase: 'talking' })).toBe(true)
  })

  it('after the end, or before a call, says nothing', () => {
    expect(sends(TO.ended, hangUp())).toEqual([])
    expect(sends([], hangUp())).toEqual([])
  })

  it('because the media failed is said by the client', () => {
    expect(sends(TO.talking, { type: 'pusher/status', code: -100013 })).toEqual(
      said({ endStatus: 'clientError', reason: 'live-pusher -100013' }),
    )
  })

  it('because the line was given up is said when the line comes back: the seat must not be kept', () => {
    expect(sends(TO.talking, { type: 'line/gaveUp', code: 'NETWORK_LOST' })).toEqual(
      said({ endStatus: 'clientTimeout' }),
    )
  })

  it('is not said to the server that ended, refused or forgot the call', () => {
    expect(sends(TO.talking, e)).toEqual([])
    expect(sends(TO.dialling, f)).toEqual([])
    expect(sends(TO.talking, { type: 'line/up', resumed: false })).toEqual([])
  })
})

describe('an answer that comes after the hang-up', () => {
  const unwanted = [{ type: 'call/hangUp', callId, sessionId, closeBy: 'client', endStatus: 'ivrGiveUp' }]

  it('is answered with a hang-up for that session', () => {
    expect(sends([start, hangUp()], s)).toEqual(unwanted)
  })

  it('also during the next call, which goes on', () => {
    expect(sends([start, hangUp(), startCall({ channelId: 'service', callId: 'next' })], s)).toEqual(unwanted)
  })

  it('to a call that has failed here is hung up, too: the server that was lost may have a seat in it', () => {
    const forgotten: CallEvent = { type: 'line/up', resumed: false }
    expect(sends([...TO.ivr, { type: 'line/lost', reason: '', retryInMs: 0 }, forgotten], s)).toEqual(unwanted)
    const other = { ...s, sessionId: 'another' } as CallEvent
    expect(sends([...TO.ivr, forgotten], other)).toMatchObject([{ type: 'call/hangUp', sessionId: 'another' }])
  })

  it('twice for a session that runs, or has ended as such: nothing is said', () => {
    expect(sends(TO.talking, s)).toEqual([])
    expect(sends(TO.ended, s)).toEqual([])
  })
})

describe('keys', () => {
  it.each(['ivr', 'waiting', 'ringing', 'talking'] as const)('while %s are sent', (phase) => {
    expect(sends(TO[phase], sendDigits('1#'))).toEqual([{ type: 'call/digits', sessionId, digits: '1#' }])
  })

  it.each(['dialling', 'ended'] as const)('while %s are not', (phase) => {
    expect(sends(TO[phase], sendDigits('1'))).toEqual([])
  })
})

describe('an interruption', () => {
  const held = { type: 'call/hold', sessionId, held: true }
  const hidden: CallEvent = { type: 'app/hidden' }
  const shown: CallEvent = { type: 'app/shown' }

  it('is told to the seat that talks, and its end too', () => {
    expect(sends(TO.talking, hidden)).toEqual([{ ...held, reason: 'hidden' }])
    expect(sends(TO.talking, { type: 'audio/interrupted' })).toEqual([{ ...held, reason: 'audio' }])
    expect(sends([...TO.talking, hidden], shown)).toEqual([{ ...held, held: false }])
  })

  it('that began before the talk is told with the answer; one that is over by then is not', () => {
    expect(sends([...TO.ringing, hidden], a)).toEqual([{ ...held, reason: 'hidden' }])
    expect(sends([...TO.ringing, hidden, shown], a)).toEqual([])
  })

  it('that is over while the seat transfers is told then: the next desk must not read that the customer is away', () => {
    expect(sends([...TO.talking, hidden, q], shown)).toEqual([{ ...held, held: false }])
    expect(sends([...TO.talking, hidden, q, r], shown)).toEqual([{ ...held, held: false }])
    expect(sends([...TO.talking, hidden, q, shown, r], a)).toEqual([])
  })

  it('is told to the next seat after a transfer', () => {
    expect(sends([...TO.talking, hidden, q, r], a)).toEqual([{ ...held, reason: 'hidden' }])
  })

  it.each(['dialling', 'ivr', 'waiting', 'ringing', 'ended'] as const)(
    'while %s is nobody else’s business',
    (phase) => {
      expect(sends(TO[phase], hidden)).toEqual([])
    },
  )

  it.each<[string, CallEvent, CallEvent, string]>([
    ['a call', { type: 'audio/interrupted' }, { type: 'pusher/status', code: 5001 }, 'call'],
    ['a closed window', hidden, { type: 'pusher/status', code: 5001 }, 'windowClosed'],
    ['a suspension', hidden, { type: 'pusher/status', code: 5000 }, 'suspended'],
    ['away from the app', { type: 'audio/interrupted' }, hidden, 'hidden'],
  ])('whose reason becomes clearer is told again: %s', (_, first, second, reason) => {
    expect(sends([...TO.talking, first], second)).toEqual([{ ...held, reason }])
    expect(sends([...TO.talking, first, second], shown)).toEqual([{ ...held, held: false }])
  })

  it('a second one within the first says nothing more', () => {
    expect(sends([...TO.talking, hidden], { type: 'audio/interrupted' })).toEqual([])
  })
})

it('what the call centre need not know is not said', () => {
  for (const event of [mute(), h, { type: 'line/lost', reason: '', retryInMs: 0 } as const]) {
    expect(sends(TO.talking, event)).toEqual([])
  }
})
