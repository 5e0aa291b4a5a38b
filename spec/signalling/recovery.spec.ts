import { Recovery } from '../../lib/signalling/recovery'
import { type ReconnectContext, reconnectDelay, type ReconnectDelay } from '../../lib/signalling/reconnect-delay'

const contextOf = (code: number, reason: string): ReconnectContext | undefined => {
  const asked: ReconnectContext[] = []
  const delay = (context: ReconnectContext) => asked.push(context)
  new Recovery({ delay, random: () => 0.5, inCall: () => false }).lost({ type: 'closed', code, reason })
  return asked[0]
}

describe('what a lost socket tells the reconnect delay', () => {
  it.each([
    ['gone without a word', 1006, '', { refused: false }],
    ['too many requests', 4429, '', { refused: true }],
    ['too busy, and when to come back', 4503, 'retryAfterMs=1200', { refused: true, retryAfterMs: 1_200 }],
    ['going away', 1001, 'spreadMs=60000', { refused: false, spreadMs: 60_000 }],
  ])('%s', (_, code, reason, word) => {
    expect(contextOf(code, reason)).toEqual({ attempt: 1, elapsedMs: 0, inCall: false, random: 0.5, ...word })
  })
})

const lostWith = (delay: ReconnectDelay, windowMs?: number) => {
  const recovery = new Recovery({ delay, random: () => 0.5, inCall: () => true })
  if (windowMs !== undefined) recovery.up(windowMs)
  return recovery.lost({ type: 'closed', code: 4503, reason: 'retryAfterMs=1200' })
}

describe('a reconnect delay of one’s own', () => {
  it.each<[string, () => unknown, number]>([
    ['a time', () => 7, 7],
    ['no time at all', () => 0, 0],
    ['nothing', () => undefined, 1_200],
    ['no number', () => NaN, 1_200],
    ['a negative one', () => -1, 1_200],
    ['for ever, which a timer takes for at once', () => Infinity, 1_200],
    ['longer than a timer can count', () => 2 ** 31, 1_200],
    ['a text', () => '5', 1_200],
    [
      'an error',
      () => {
        throw new Error('broken')
      },
      1_200,
    ],
  ])('that gives %s never ends the line: the default one stands in', (_, delay, retryInMs) => {
    expect(lostWith(delay as ReconnectDelay)).toEqual({ type: 'line/lost', reason: 'retryAfterMs=1200', retryInMs })
  })

  it('gives up with null, and only so', () => {
    expect(lostWith(() => null)).toEqual({ type: 'line/gaveUp', code: 'NETWORK_LOST' })
  })
})

describe('how long the server keeps a session', () => {
  it('is told as the welcome said it', () => {
    const delay = jest.fn(() => 0)
    lostWith(delay, 45_000)
    expect(delay).toHaveBeenCalledWith(expect.objectContaining({ windowMs: 45_000 }))
    lostWith(delay)
    expect(delay).toHaveBeenLastCalledWith(expect.not.objectContaining({ windowMs: expect.anything() as number }))
  })
})

describe('since when the line is lost', () => {
  const lostAt = (at: number, recovery: Recovery) => {
    jest.setSystemTime(at)
    return recovery.lost({ type: 'closed', code: 1006, reason: '' }).type
  }
  beforeEach(() => jest.useFakeTimers())
  afterEach(() => jest.useRealTimers())

  it('a call that is dialled into an old trouble has a time of its own, and no more than that', () => {
    let inCall = false
    const recovery = new Recovery({ delay: reconnectDelay, random: () => 0.5, inCall: () => inCall })
    expect(lostAt(0, recovery)).toBe('line/lost')
    expect(lostAt(60_000, recovery)).toBe('line/lost')
    inCall = true
    expect(lostAt(61_000, recovery)).toBe('line/lost')
    expect(lostAt(90_999, recovery)).toBe('line/lost')
    expect(lostAt(91_000, recovery)).toBe('line/gaveUp')
  })

  it('a clock that is set back makes the tries no longer than they are from then on', () => {
    const recovery = new Recovery({ delay: reconnectDelay, random: () => 0.5, inCall: () => true })
    expect(lostAt(3_600_000, recovery)).toBe('line/lost')
    expect(lostAt(1_000, recovery)).toBe('line/lost')
    expect(lostAt(30_999, recovery)).toBe('line/lost')
    expect(lostAt(31_000, recovery)).toBe('line/gaveUp')
  })
})
