import { createRecovery } from '../../lib/signalling/recovery'
import type { ReconnectContext } from '../../lib/signalling/reconnect-delay'

const contextOf = (code: number, reason: string): ReconnectContext | undefined => {
  const asked: ReconnectContext[] = []
  const delay = (context: ReconnectContext) => asked.push(context)
  createRecovery({ delay, random: () => 0.5, inCall: () => false }).lost({ type: 'closed', code, reason })
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
