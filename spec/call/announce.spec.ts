/** What a page is told by the component's bind events, and in which order. */
import { announce, type Announcement } from '../../lib/entries/index'
import { transitionOf } from '../../lib/call/step'
import type { CallEvent, Phase, Session } from '../../lib/entries/call'
import { after, EVENTS, NOW, sessionIn } from './sessions'
import { SESSION_ID } from '../../lib/entries/testing'

const tellsFrom = (from: Session, event: CallEvent): readonly Announcement[] => announce(transitionOf(from, event, NOW))

const tells = (phase: Phase, event: CallEvent): readonly Announcement[] => tellsFrom(sessionIn(phase), event)

const namesOf = (told: readonly Announcement[]): readonly string[] => told.map(({ name }) => name)

const sessionId = SESSION_ID

describe('sessionStart', () => {
  it('is told once, after the phase, with the first answer', () => {
    expect(tells('dialling', EVENTS['call/started'])).toEqual([
      { name: 'stateChange', detail: { phase: 'ivr', from: 'dialling' } },
      { name: 'sessionStart', detail: { sessionId } },
    ])
    expect(tells('ivr', EVENTS['call/started'])).toEqual([])
  })

  it('is not told of a call that was hung up before', () => {
    expect(tellsFrom(after(sessionIn('dialling'), EVENTS['intent/hangUp']), EVENTS['call/started'])).toEqual([])
  })
})

describe('accepted', () => {
  it.each(['ivr', 'waiting', 'ringing'] as const)('is told when a seat answers while %s, with the seat', (phase) => {
    expect(tells(phase, EVENTS['call/accepted'])).toContainEqual({
      name: 'accepted',
      detail: { sessionId, seat: { seatId: '1002', name: 'Wang' } },
    })
  })

  it('is told once in a call: neither for a second answer nor after a transfer', () => {
    expect(tells('talking', EVENTS['call/accepted'])).toEqual([])
    const transferred = after(sessionIn('talking'), EVENTS['call/queued'])
    expect(namesOf(tellsFrom(transferred, EVENTS['call/accepted']))).toEqual(['stateChange'])
  })
})

describe('sessionEnded', () => {
  it('says who ended it, with the words and numbers of the call record', () => {
    expect(tells('talking', EVENTS['call/ended'])).toEqual([
      { name: 'stateChange', detail: { phase: 'ended', from: 'talking' } },
      {
        name: 'sessionEnded',
        detail: { sessionId, closeBy: 'seat', endStatus: 'ok', code: 1, duration: 4, cause: null },
      },
    ])
  })

  it('is told once, whoever else ends it', () => {
    const ended = sessionIn('ended')
    expect([EVENTS['call/ended'], EVENTS['intent/hangUp']].flatMap((event) => tellsFrom(ended, event))).toEqual([])
  })

  it('is not told of a call that never started: startCall rejects instead', () => {
    for (const event of [EVENTS['intent/hangUp'], EVENTS['call/refused'], EVENTS['line/gaveUp']]) {
      expect(namesOf(tells('dialling', event))).toEqual(['stateChange'])
    }
  })

  it('comes after the error that caused it', () => {
    const told = tells('talking', EVENTS['pusher/error'])
    expect(namesOf(told)).toEqual(['stateChange', 'error', 'sessionEnded'])
    expect(told[1]).toEqual({ name: 'error', detail: { code: 'MICROPHONE_REFUSED', cause: 'live-pusher 10002' } })
  })
})

describe('reconnecting and reconnected', () => {
  const lost = after(sessionIn('talking'), EVENTS['line/lost'])

  it('are told once each, however many tries it takes', () => {
    expect(tells('talking', EVENTS['line/lost'])).toEqual([{ name: 'reconnecting', detail: { since: NOW } }])
    expect(tellsFrom(lost, EVENTS['line/opening'])).toEqual([])
    expect(tellsFrom(lost, EVENTS['line/lost'])).toEqual([])
    expect(tellsFrom(lost, EVENTS['line/up'])).toEqual([{ name: 'reconnected', detail: {} }])
  })

  it('a line that comes back without the call: its end alone', () => {
    const told = namesOf(tellsFrom(lost, { type: 'line/up', resumed: false }))
    expect(told).toEqual(['stateChange', 'error', 'sessionEnded'])
  })

  it('the first opening of a line is none', () => {
    expect(tellsFrom(after(sessionIn('idle'), EVENTS['line/opening']), EVENTS['line/up'])).toEqual([])
  })
})

it('a notice is told with the policy that gives it', () => {
  expect(tells('talking', { ...EVENTS['intent/notify'], policy: 'mine' })).toEqual([
    { name: 'notice', detail: { topic: 'weak network', policy: 'mine' } },
  ])
  expect(tells('idle', EVENTS['intent/notify'])).toMatchObject([{ detail: { policy: null } }])
})

it.each(['intent/mute', 'call/queued', 'call/held', 'media/applied', 'app/hidden'] as const)(
  '%s within a phase tells nothing',
  (type) => {
    const phase = type === 'call/queued' ? 'waiting' : 'talking'
    expect(tells(phase, EVENTS[type])).toEqual([])
  },
)
