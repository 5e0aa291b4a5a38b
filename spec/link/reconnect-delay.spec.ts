import { reconnectDelay } from '../../lib/entries/call'

const context = { attempt: 1, elapsedMs: 0, inCall: true, random: 0.5 }

describe('reconnectDelay', () => {
  it.each([
    [1, 0, 0],
    [2, 500, 999],
    [3, 1_000, 1_999],
    [4, 2_000, 3_998],
    [5, 4_000, 7_996],
    [6, 4_000, 7_996],
    [60, 4_000, 7_996],
  ])('try %i: at once, then half of a window that doubles up to 8 s: %i ms; at most %i ms', (attempt, half, most) => {
    expect(reconnectDelay({ ...context, attempt })).toBe(half)
    expect(reconnectDelay({ ...context, attempt, random: 0 })).toBe(0)
    expect(reconnectDelay({ ...context, attempt, random: 0.9995 })).toBe(most)
  })

  it.each([
    ['with a call, as long as the server keeps it', true, 29_999, 500],
    ['with a call, no longer', true, 30_000, null],
    ['without one, longer', false, 119_999, 500],
    ['without one, not for ever', false, 120_000, null],
  ])('%s', (_, inCall, elapsedMs, delayMs) => {
    expect(reconnectDelay({ ...context, attempt: 2, inCall, elapsedMs })).toBe(delayMs)
  })

  it('with a call, for as long as the welcome said that the server keeps it', () => {
    expect(reconnectDelay({ ...context, attempt: 2, windowMs: 90_000, elapsedMs: 89_999 })).toBe(500)
    expect(reconnectDelay({ ...context, attempt: 2, windowMs: 90_000, elapsedMs: 90_000 })).toBeNull()
    expect(reconnectDelay({ ...context, attempt: 2, windowMs: 3_000, elapsedMs: 3_000 })).toBeNull()
    expect(reconnectDelay({ ...context, attempt: 2, inCall: false, windowMs: 3_000, elapsedMs: 3_000 })).toBe(500)
  })

  it('a refusal without a word is never answered at once, not even with a call', () => {
    expect(reconnectDelay({ ...context, refused: true })).toBe(250)
    expect(reconnectDelay({ ...context, refused: true, attempt: 2 })).toBe(500)
  })

  it('a refusal without a word spreads the clients that have no call over a minute', () => {
    expect(reconnectDelay({ ...context, inCall: false, refused: true })).toBe(30_000)
    expect(reconnectDelay({ ...context, inCall: true, refused: true, attempt: 2 })).toBe(500)
    expect(reconnectDelay({ ...context, inCall: false, refused: true, retryAfterMs: 1_200 })).toBe(1_200)
  })

  it('the server that refuses has the word: exactly retryAfterMs, also for the first try', () => {
    expect(reconnectDelay({ ...context, retryAfterMs: 1_200, spreadMs: 60_000 })).toBe(1_200)
  })

  it.each([{ retryAfterMs: 0 }, { spreadMs: 0 }])('%j, “at once”, never goes below the backoff', (word) => {
    for (const attempt of [2, 3, 9]) {
      const pauseMs = reconnectDelay({ ...context, ...word, attempt })
      expect(pauseMs).toBeGreaterThanOrEqual(250)
      expect(pauseMs).toBe(reconnectDelay({ ...context, attempt }))
    }
  })

  it('the server that goes away has the word: a random part of spreadMs', () => {
    expect(reconnectDelay({ ...context, inCall: false, spreadMs: 60_000 })).toBe(30_000)
    expect(reconnectDelay({ ...context, spreadMs: 4_000 })).toBe(2_000)
  })

  it('a call beats a spread that is longer than the server keeps it: it is back in half of that time', () => {
    const late = { ...context, random: 0.9999, spreadMs: 60_000 }
    expect(reconnectDelay(late)).toBe(14_998)
    expect(reconnectDelay({ ...late, windowMs: 10_000 })).toBe(4_999)
    expect(reconnectDelay({ ...late, windowMs: 600_000 })).toBe(59_994)
  })

  it('no word of the server keeps a line alive beyond its window', () => {
    expect(reconnectDelay({ ...context, elapsedMs: 30_000, retryAfterMs: 1 })).toBeNull()
  })
})
