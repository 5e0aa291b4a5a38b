/** PROTOCOL.md §3.5: what follows a lost socket. */
import type { LinkEffect, LinkState } from '../../lib/link/state'
import { closed, fold, type Folded, logIn, opened, toldIn, welcome, type World } from './fold'

const up = [logIn(), opened(), welcome()]
const ALARM = { type: 'alarm' } as const

const contextIn = ({ effects }: Folded) =>
  effects.flatMap((effect: LinkEffect) => (effect.do === 'askDelay' ? [effect.context] : [])).pop()

describe('what a lost socket tells the reconnect delay', () => {
  it.each([
    ['gone without a word', 1006, '', { refused: false }],
    ['too many requests', 4429, '', { refused: true }],
    ['too busy, and when to come back', 4503, 'retryAfterMs=1200', { refused: true, retryAfterMs: 1_200 }],
    ['going away', 1001, 'spreadMs=60000', { refused: false, spreadMs: 60_000 }],
  ])('%s', (_, code, reason, word) => {
    const context = contextIn(fold([logIn(), closed(code, reason)], { inCall: false }))
    expect(context).toEqual({ attempt: 1, elapsedMs: 0, inCall: false, random: 0.5, ...word })
  })

  it('how long the server keeps a session, as the welcome said it', () => {
    expect(contextIn(fold([logIn(), opened(), welcome({ windowMs: 45_000 }), closed(1006)]))).toMatchObject({
      windowMs: 45_000,
    })
    expect(contextIn(fold([logIn(), opened(), closed(1006)]))).not.toHaveProperty('windowMs')
  })
})

describe('a reconnect delay of one’s own', () => {
  const lostWith = (delay: unknown) => toldIn(fold([logIn(), closed(4503, 'retryAfterMs=1200')], { delay })).at(-1)

  it.each<[string, unknown, number]>([
    ['a time', 7, 7],
    ['no time at all', 0, 0],
    ['nothing, or an error', undefined, 1_200],
    ['no number', NaN, 1_200],
    ['a negative one', -1, 1_200],
    ['for ever, which a timer takes for at once', Infinity, 1_200],
    ['longer than a timer can count', 2 ** 31, 1_200],
    ['a text', '5', 1_200],
  ])('that gives %s never ends the line: the default one stands in', (_, delay, retryInMs) => {
    expect(lostWith(delay)).toEqual({ type: 'line/lost', reason: 'retryAfterMs=1200', retryInMs })
  })

  it('gives up with null, and only so', () => {
    expect(lostWith(null)).toEqual({ type: 'line/gaveUp', code: 'NETWORK_LOST' })
  })
})

describe('since when the line is lost', () => {
  /** Lost, and tried again after each pause; each try fails at once. The clock shows something else by `stepMs`. */
  const tries = (from: LinkState, pauses: readonly number[], world: World, stepMs = 0): Folded =>
    pauses.reduce<Folded>(
      ({ link }, delay) => {
        const paused = fold([closed(1006, '', link.sockets)], { ...world, delay }, link)
        return fold([delay + stepMs, ALARM, closed(1006, '', link.sockets + 1)], world, paused.link)
      },
      fold([], {}, from),
    )
  const { link: opening } = fold([logIn()])

  it('a call that is dialled into an old trouble has a time of its own, and no more than that', () => {
    const old = tries(opening, [60_000], { inCall: false })
    expect(contextIn(old)).toMatchObject({ elapsedMs: 60_000 })
    const { link } = fold([{ type: 'delay', ms: 1_000 }, 1_000, ALARM], {}, old.link)
    expect(contextIn(fold([closed(1006, '', link.sockets)], {}, link))).toMatchObject({ elapsedMs: 0 })
    expect(contextIn(tries(link, [30_000], { inCall: true }))).toMatchObject({ elapsedMs: 30_000 })
  })

  it.each([
    ['back by an hour', -3_600_000],
    ['on by a day', 86_400_000],
  ])('a clock that is set %s makes the tries neither longer nor shorter', (_, stepMs) => {
    expect(contextIn(tries(opening, [10_000], {}, stepMs))).toMatchObject({ elapsedMs: 10_000 })
  })

  it('a phone that slept in the pause has not tried meanwhile: the call centre says whether the call goes on', () => {
    const { link } = fold([...up, closed(1006)], { delay: 500 })
    const woken = fold([3_600_000, ALARM], {}, link)
    expect(contextIn(fold([closed(1006, '', 2)], { delay: 0 }, woken.link))).toMatchObject({ elapsedMs: 500 })
  })
})

describe('a server that never has patience', () => {
  it.each([
    ['refuses with retryAfterMs=0', [closed(4429, 'retryAfterMs=0', 0)]],
    ['welcomes, and goes away with spreadMs=0', [opened(0), welcome({}, 0), closed(1001, 'spreadMs=0', 0)]],
  ])('%s: some ten openings in a minute, not hundreds in a second', (_, answer) => {
    let { link } = fold([logIn()])
    let openings = 1
    for (; link.at < 60_000 && openings < 1_000; openings += 1) {
      const socket = link.sockets
      const story = answer.map((what) => ('id' in what ? { ...what, id: socket } : what))
      link = fold(story, { delay: undefined }, link).link
      // Not welcomed for thirty seconds, the call is given up.
      if (link.alarmAt === Infinity) break
      link = fold([link.alarmAt - link.at, ALARM], {}, link).link
    }
    expect(openings).toBeGreaterThan(5)
    expect(openings).toBeLessThan(25)
  })
})

describe('a clock that was set back', () => {
  it('goes on for the link from where it was', () => {
    const { link } = fold([
      ...up,
      7_200_000,
      { type: 'probe' },
      -3_600_000,
      { type: 'probe' },
      1_000,
      { type: 'probe' },
    ])
    expect(link.at).toBe(7_201_000)
  })
})
