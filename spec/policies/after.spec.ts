/** Each time that a ready-made policy takes: what is longer than a timer counts, and what is no time. */
import {
  announceWeakNetwork,
  backgroundGrace,
  dialLimit,
  endWhenMediaLost,
  hangUpWhenHidden,
  interruptionGrace,
  longestCall,
  type Policy,
  readyMade,
  retryWhenNoSeat,
  ringLimit,
  waitingLimit,
} from '../../lib/entries/policies'
import { SESSION_ID as sessionId } from '../../lib/entries/testing'
import { type World, world } from '../run/ports'

const LONGEST_MS = 2_147_483_647

beforeEach(() => jest.useFakeTimers())
afterEach(() => jest.useRealTimers())

type Begin = (here: World) => void

const inPhase =
  (...[phase]: Parameters<World['reach']>): Begin =>
  ({ reach }) => {
    reach(phase)
  }
const hidden: Begin = ({ reach, environment$ }) => {
  reach('talking')
  environment$.next({ type: 'app/hidden' })
}
const interrupted: Begin = ({ reach, environment$ }) => {
  reach('talking')
  environment$.next({ type: 'audio/interrupted' })
}
const lost: Begin = ({ reach, media$ }) => {
  reach('talking')
  media$.next({ type: 'pusher/status', code: 1018 })
  media$.next({ type: 'pusher/status', code: 1102 })
}
const weakTwice: Begin = ({ reach, media$ }) => {
  reach('talking')
  media$.next({ type: 'pusher/status', code: 1101 })
  jest.advanceTimersByTime(2_000)
  media$.next({ type: 'pusher/status', code: 1101 })
}
const nobody: Begin = ({ reach, line$ }) => {
  reach('ivr')
  line$.next({ type: 'call/ended', sessionId, closeBy: 'admin', endStatus: 'noSeatOnline' })
}

const NOTIFY = 'intent/notify'
const HANG_UP = 'intent/hangUp'

/** By the name of a time, who takes it, what it begins with, and what is asked for when it is a second and when it never comes. */
const TIMES: readonly (readonly [string, (ms: number) => Policy, Begin, readonly string[], readonly string[]])[] = [
  [
    'quietMs of announceWeakNetwork',
    (quietMs) => announceWeakNetwork({ quietMs }),
    weakTwice,
    [NOTIFY, NOTIFY],
    [NOTIFY],
  ],
  ['ms of backgroundGrace', (ms) => backgroundGrace({ ms }), hidden, [HANG_UP], []],
  ['ms of dialLimit', (ms) => dialLimit({ ms }), inPhase('dialling'), [HANG_UP], []],
  ['ms of endWhenMediaLost', (ms) => endWhenMediaLost({ ms }), lost, [HANG_UP], []],
  ['ms of hangUpWhenHidden', (ms) => hangUpWhenHidden({ ms }), hidden, [HANG_UP], []],
  ['ms of interruptionGrace', (ms) => interruptionGrace({ ms }), interrupted, [HANG_UP], []],
  ['ms of longestCall', (ms) => longestCall({ ms }), inPhase('talking'), [HANG_UP], []],
  ['delayMs of retryWhenNoSeat', (delayMs) => retryWhenNoSeat({ delayMs }), nobody, ['intent/startCall'], []],
  ['ms of ringLimit', (ms) => ringLimit({ ms }), inPhase('ringing'), [HANG_UP], []],
  ['ms of waitingLimit', (ms) => waitingLimit({ ms }), inPhase('waiting'), [HANG_UP], []],
]

describe.each(TIMES)('%s', (_, make, begin, comes, never) => {
  it.each([
    [1_000, comes],
    [LONGEST_MS, never],
    [LONGEST_MS + 1, never],
    [Infinity, never],
  ])('%s: nothing is asked for before its time', (ms, expected) => {
    const asked: string[] = []
    const here = world({ policies: [make(ms)] })
    const watching = here.call.event$.subscribe((event) => {
      if ('policy' in event) asked.push(event.type)
    })
    begin(here)
    jest.advanceTimersByTime(5_000)
    watching.unsubscribe()
    expect(asked).toEqual(expected)
    expect(jest.getTimerCount()).toBe(0)
  })
})

const WARNING = ['warnMs of longestCall', (warnMs: number) => longestCall({ ms: Infinity, warnMs })] as const
const TAKERS = [...TIMES.map(([time, make]) => [time, make] as const), WARNING]

const NO_TIMES: readonly (readonly [said: string, given: unknown])[] = [
  ['NaN (number)', NaN],
  ['-1 (number)', -1],
  ['-Infinity (number)', -Infinity],
  ['9 (string)', '9'],
  ['null (object)', null],
  ['[object Object] (object)', {}],
  ['9 (object)', [9]],
  ['true (boolean)', true],
]

describe.each(NO_TIMES)('%s is no time', (said, given) => {
  // A page in JavaScript gives anything.
  const ms = given as number

  it.each(TAKERS)('as %s: it is said which it is, and what to give', (time, make) => {
    const making = () => make(ms)
    expect(making).toThrow(RangeError)
    const remedy = 'give milliseconds as a number from 0 up, or Infinity for never.'
    expect(making).toThrow(`${time} cannot be ${said}: ${remedy}`)
  })

  it('in the settings of a template it is said as well', () => {
    expect(() => readyMade({ endWhenMediaLost: { ms } })).toThrow(`ms of endWhenMediaLost cannot be ${said}`)
  })
})
