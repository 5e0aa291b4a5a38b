/**
 * Each state of a link against each thing that can happen to it: what is told, what is done, and how the line is then.
 * Before the bar what the step tells (`o` opening, `n` `u` up, `l` lost, `g` `t` gave up, `i` invalid, `~` slow, `m` a message);
 * then what it does (`O` opens, `X` closes, `r` lets go, `s` `h` `d` says, `k` acknowledges, `b` beats, `w` sets the alarm,
 * `?` asks how long, `!` refuses the credential); at last the line.
 */
import { step } from '../../lib/link/step'
import { AT_REST, type LinkEffect, type Input, type LinkState } from '../../lib/link/state'
import { kitLetter } from '../../devtools/black-box/letters'
import type { LineEvent } from '../../lib/link/gateway'
import { closed, DIGITS, fold, frame, logIn, opened, queued, send, START, welcome } from './fold'

const ALARM: Input = { type: 'alarm' }
const PROBE: Input = { type: 'probe' }
const beat = (seen: number, id = 1) => frame({ type: 'link/heartbeat', seen }, id)
const at = (story: readonly (Input | number)[], delay?: unknown): LinkState =>
  fold(story, delay === undefined ? {} : { delay }).link

const up = [logIn(), opened(), welcome()]
const lost = [...up, closed(1006)]
const STATES = {
  'at rest': AT_REST,
  opening: at([logIn()]),
  'open, no welcome': at([logIn(), opened()]),
  up: at(up),
  'up, unacked': at([...up, send(START), send(DIGITS)]),
  probing: at([...up, PROBE]),
  resuming: at([...lost, ALARM, opened(2)], 0),
  'missing some': at([...lost, ALARM, opened(2), welcome({ resumed: true, sent: 3 }, 2)], 0),
  'asked how long': at(lost),
  pause: at(lost, 5_000),
  'busy server': at([...up, closed(4503, 'retryAfterMs=2000')], 5_000),
  'gave up': at(lost, null),
  'final end': at([...up, closed(4409)]),
}

const inputs = (id: number): Readonly<Record<string, Input>> => ({
  'another log-in': logIn('two'),
  'log-out': logIn(null),
  start: send(START),
  digits: send(DIGITS),
  probe: PROBE,
  alarm: ALARM,
  opened: opened(id),
  welcome: welcome({}, id),
  resumed: welcome({ resumed: true, sent: 2 }, id),
  'message 1': queued(1, id),
  gap: queued(9, id),
  garbage: frame({ type: 'call/held', n: 1 }, id),
  beat: beat(0, id),
  'too long': frame({ type: 'call/later', n: 1, padding: 'x'.repeat(600_000) }, id),
  lost: closed(1006, '', id),
  'token bad': closed(4401, '', id),
  'of before': closed(1006, '', id - 1),
})

const SENT: Readonly<Record<string, string>> = { start: 's', hangUp: 'h', digits: 'd', ack: 'k', heartbeat: 'b' }
const DONE: Readonly<Record<LinkEffect['do'], string>> = {
  ...{ tell: '', open: 'O', send: '', close: 'X', release: 'r', wait: 'w' },
  ...{ askSituation: '', askDelay: '?', refuseCredential: '!', next: '' },
}

const toldAs = (event: { readonly type: string }): string => {
  if (event.type.startsWith('call/')) return 'm'
  return event.type === 'line/slow' ? '~' : (kitLetter(event as LineEvent) ?? '?')
}

const drawn = ({ link, effects }: { readonly link: LinkState; readonly effects: readonly LinkEffect[] }): string => {
  const told = effects.map((effect) => (effect.do === 'tell' ? toldAs(effect.event) : '')).join('')
  const done = effects.map((effect) =>
    effect.do === 'send' ? (SENT[/"(?:call|link)\/(\w+)"/.exec(effect.frame)?.[1] ?? ''] ?? '?') : DONE[effect.do],
  )
  return `${told}|${done.join('')} ${link.line.is}`
}

const frozen = <Value>(value: Value): Value => {
  if (typeof value !== 'object' || value === null) return value
  Object.values(value).forEach(frozen)
  return Object.freeze(value)
}

const cells = Object.entries(STATES).flatMap(([state, link]) =>
  Object.entries(inputs(link.sockets)).map(
    ([name, input]): [string, string, LinkState, Input] =>
      [...[state, name], ...[link, input]] as [string, string, LinkState, Input],
  ),
)

describe('each state of a link, whatever happens', () => {
  it.each(Object.entries(STATES))('%s', (_, link) => {
    const row = Object.entries(inputs(link.sockets)).map(
      ([name, input]) => `${name.padEnd(15)}${drawn(fold([1, input], {}, frozen(link)))}`,
    )
    expect(row).toMatchSnapshot()
  })

  it.each(cells)(
    '%s, %s: the step is pure, time does not go back, and never are two sockets open',
    (_, __, link, input) => {
      const now = link.at - 60_000
      const [after, effects] = step(frozen(link), frozen({ input, now }))
      expect(step(link, { input, now })).toEqual([after, effects])
      expect(after.at).toBeGreaterThanOrEqual(link.at)
      const ends = effects.filter((effect) => effect.do === 'close' || effect.do === 'release').length
      const opens = effects.filter((effect) => effect.do === 'open').length
      const before = link.line.is === 'open' ? 1 : 0
      expect(before + opens - ends).toBe(after.line.is === 'open' ? 1 : 0)
      // Nothing is left waiting without an alarm, and no alarm is for nothing.
      const waits = after.line.is === 'open' || (after.line.is === 'pause' && after.line.retryAt < Infinity)
      expect(after.alarmAt < Infinity).toBe(waits)
    },
  )
})
