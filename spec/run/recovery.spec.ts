import { TestScheduler } from 'rxjs/testing'
import { map } from 'rxjs'
import type { CallEvent } from '../../lib/call/event'
import { mediaWish } from '../../lib/call/media-wish'
import { turns } from '../../lib/run/paced'
import { mustStop, reduce, type Transition, transitionOf } from '../../lib/call/step'
import type { Session } from '../../lib/call/session'
import { LINE, PHONE, SEAT, USER } from '../../lib/testing/alphabet'
import { EVENTS, sessionIn } from '../call/sessions'

const event = (letters: Readonly<Record<string, CallEvent>>, letter: string): CallEvent => {
  const found = letters[letter]
  if (found === undefined) throw new Error(`no letter ${letter}`)
  return found
}
const hidden = event(PHONE, 'h')
const shown = event(PHONE, 's')
const rings = event(PHONE, 'i')
const over = event(PHONE, 'c')
const hangUp = event(USER, 'h')
const ended = event(SEAT, 'e')

/** Every second something happens. */
const transitions = (from: Session, ...events: readonly CallEvent[]): readonly Transition[] => {
  let session = from
  return events.map((happens, step) => {
    const transition = transitionOf(session, happens, step * 1000)
    session = transition.to
    return transition
  })
}

const stops = (from: Session, ...events: readonly CallEvent[]): readonly boolean[] =>
  transitions(from, ...events).map(mustStop)

describe('a pusher whose tag is gone', () => {
  it.each<[string, CallEvent]>([
    ['the customer', hangUp],
    ['the seat', ended],
    ['a microphone that was refused', event(PHONE, 'n')],
    ['a line that was given up', event(LINE, 'g')],
  ])('is stopped once more on return when the call was ended in the background by %s', (_, end) => {
    expect(stops(sessionIn('talking'), hidden, end, shown)).toEqual([false, false, true])
  })

  it('is stopped on the first return only, and not for what ended before', () => {
    expect(stops(sessionIn('talking'), hidden, ended, shown, shown)).toEqual([false, false, true, false])
    expect(stops(sessionIn('talking'), ended, hidden, shown)).toEqual([false, false, false])
  })

  it('is left alone when the next call, which was dialled in the background, has a pusher', () => {
    const next = [EVENTS['intent/startCall'], EVENTS['call/started']]
    expect(stops(sessionIn('talking'), hidden, ended, ...next, shown)).not.toContain(true)
  })

  it('is left alone in a call that goes on', () => {
    expect(stops(sessionIn('talking'), hidden, shown, rings, over)).not.toContain(true)
  })
})

/** What the sound mode is turned to by each line of events, as letters: `t` away, `b` back. */
const turnsOf = (from: Session, line: string, letters: Readonly<Record<string, CallEvent>>, expected: string) => {
  new TestScheduler((actual, wanted) => {
    expect(actual).toEqual(wanted)
  }).run(({ hot, expectObservable }) => {
    let session = from
    const transition$ = hot<CallEvent>(line, letters).pipe(
      map((happens) => {
        const transition = transitionOf(session, happens, 0)
        session = transition.to
        return transition
      }),
    )
    expectObservable(turns(transition$).pipe(map((turned) => (turned ? 't' : 'b')))).toBe(expected)
  })
}

describe('the sound mode is turned away and back', () => {
  const letters = { h: hidden, s: shown, i: rings, c: over, e: ended, x: hangUp, m: event(USER, 'm') }

  it.each([
    ['200 ms after the app is shown', 'h-s', '-- 200ms t 99ms b'],
    ['by a phone that told nothing of hiding', '--s', '-- 200ms t 99ms b'],
    ['after a phone call', 'i-c', '-- 200ms t 99ms b'],
    ['not before a phone call is over', 'i', '-'],
    ['not in the background, where the sound may be given back', 'h-c', '-'],
    ['once for a phone call whose end is told at the return', '(is) 96ms c', '100ms 200ms t 99ms b'],
    ['not after the end', 'h-s 100ms x', '-'],
    ['not of a call that ended in the background', 'h-e-s', '-'],
    ['whatever else happens meanwhile', 'h-s 100ms m', '-- 200ms t 99ms b'],
    ['anew when it is hidden and shown meanwhile', 'h-s 248ms h 9ms s', '-- 200ms t 57ms - 200ms t 99ms b'],
  ])('%s', (_, line, expected) => {
    turnsOf(sessionIn('talking'), line, letters, expected)
  })

  it('only while there is a room to hear', () => {
    turnsOf(sessionIn('dialling'), 'h-s', letters, '-')
  })

  it('to what is not wished for, while nobody who is muted is heard', () => {
    const muted = transitions(sessionIn('talking'), event(USER, 'm')).map(({ to }) => to)[0] ?? sessionIn('idle')
    const ear = reduce(muted, event(USER, 'e'), 0)
    expect(mediaWish(muted, true)).toEqual({ ...mediaWish(muted), soundMode: 'ear', microphone: false })
    expect(mediaWish(ear, true)).toEqual({ ...mediaWish(ear), soundMode: 'speaker', microphone: false })
    expect(mediaWish(ear)).toMatchObject({ soundMode: 'ear' })
  })
})
