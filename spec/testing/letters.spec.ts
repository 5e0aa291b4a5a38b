/** One letter for one meaning: what is drawn of a call, and what the specs here draw, says the same as the kit. */
import { EVENT_SHAPES } from '../../devtools/black-box/event-shapes'
import { kitLetter } from '../../devtools/black-box/letters'
import type { CallEvent } from '../../lib/entries/call'
import { ALPHABETS } from '../../lib/testing/alphabet'
import { callIdOf, EVENTS, sessionIdOf } from '../fuzz/call/alphabet'

const kitEvents = Object.entries(ALPHABETS).flatMap(([line, alphabet]) =>
  Object.entries(alphabet).map(([letter, event]) => [line, letter, event] as const),
)

describe('what is drawn of a recording', () => {
  /** Only one of the two can be drawn back: a second key reads as a time, and a second call is dialled as the first. */
  const twice: Readonly<Record<string, string>> = { 'user 1': 'k' }

  it.each(kitEvents)('draws the event of %s `%s` with that letter', (line, letter, event) => {
    expect(kitLetter(event)).toBe(twice[`${line} ${letter}`] ?? letter)
  })

  it('has a letter for each type of event; a policy or a source that fails has no line', () => {
    const drawn = new Set(kitEvents.map(([, , { type }]) => type as CallEvent['type']))
    expect(Object.keys(EVENT_SHAPES).filter((type) => !drawn.has(type as CallEvent['type']))).toEqual([
      'policy/failed',
      'source/failed',
    ])
  })

  it('leaves a code of the media tags that the kit does not know without one', () => {
    expect(kitLetter({ type: 'pusher/status', code: 1101 })).toBeUndefined()
  })

  it('draws what is alike: another seat rings, another reason to give up', () => {
    expect(kitLetter({ type: 'call/ringing', sessionId: 's', seat: { seatId: '7', name: 'Zhao' } })).toBe('r')
    expect(kitLetter({ type: 'line/gaveUp', code: 'TOKEN_EXPIRED' })).toBe('g')
  })
})

describe('the stories of the fuzz', () => {
  const LINE_OF: Readonly<Record<string, keyof typeof ALPHABETS>> = { media: 'phone' }
  /** The calls of a story are numbered; its first is that of the kit. */
  const numbered = (event: CallEvent) =>
    JSON.stringify(event).replaceAll(callIdOf(2), callIdOf(1)).replaceAll(sessionIdOf(2), sessionIdOf(1))

  it.each(Object.keys(EVENTS))('say with a letter of %s what the kit says with it', (lane) => {
    const kit = ALPHABETS[LINE_OF[lane] ?? (lane as keyof typeof ALPHABETS)]
    const shared = Object.entries(EVENTS[lane] ?? {}).filter(([letter]) => letter in kit)
    expect(shared.length).toBeGreaterThan(4)
    for (const [letter, event] of shared) {
      expect([letter, numbered(event(lane === 'user' ? 0 : 1))]).toEqual([letter, numbered(kit[letter] as CallEvent)])
    }
  })
})
