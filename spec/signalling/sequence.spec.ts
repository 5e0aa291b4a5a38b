import { Sequence } from '../../lib/signalling/sequence'
import type { ClientMessage } from '../../lib/call'

const start: ClientMessage = { type: 'call/start', callId: 'c', channelId: 'service', media: 'audio' }
const digits: ClientMessage = { type: 'call/digits', sessionId: 's', digits: '1' }
const hold: ClientMessage = { type: 'call/hold', sessionId: 's', held: true }
const hangUp: ClientMessage = { type: 'call/hangUp', callId: 'c', closeBy: 'client', endStatus: 'ok' }

const filled = () => {
  const sequence = new Sequence()
  for (const message of [start, digits, hold, hangUp]) sequence.number(message)
  return sequence
}

const pendingOf = (sequence: Sequence) => sequence.pending().map(({ type, n }) => `${type} ${String(n)}`)

describe('what goes out', () => {
  it('is numbered from 1 and kept', () => {
    expect(pendingOf(filled())).toEqual(['call/start 1', 'call/digits 2', 'call/hold 3', 'call/hangUp 4'])
  })

  it('is kept until it is covered, and cover never goes back', () => {
    const sequence = filled()
    sequence.cover(2)
    sequence.cover(1)
    expect(pendingOf(sequence)).toEqual(['call/hold 3', 'call/hangUp 4'])
  })

  it('is not covered by a number above all that was sent (PROTOCOL.md §3.2)', () => {
    const sequence = filled()
    sequence.cover(5)
    expect(pendingOf(sequence)).toHaveLength(4)
  })

  it('goes on with the next number when all is covered', () => {
    const sequence = filled()
    sequence.cover(4)
    expect(sequence.pending()).toEqual([])
    expect(sequence.number(digits).n).toBe(5)
  })

  it('on a new link, start and hang-up go first, from 1 and in order; digits and hold were for a session that is over', () => {
    const sequence = filled()
    sequence.take(1)
    sequence.restart()
    expect(pendingOf(sequence)).toEqual(['call/start 1', 'call/hangUp 2'])
    expect(sequence.number(digits).n).toBe(3)
    expect(sequence.seen()).toBe(0)
  })

  it('a start that the server has seen is not sent on a new link', () => {
    const sequence = filled()
    sequence.cover(1)
    sequence.restart()
    expect(pendingOf(sequence)).toEqual(['call/hangUp 1'])
  })
})

describe('what comes in', () => {
  it.each<[string, number[], string[], number]>([
    ['in order: each is new', [1, 2, 3], ['new', 'new', 'new'], 3],
    ['twice: the second is not', [1, 2, 1, 2], ['new', 'new', 'again', 'again'], 2],
    ['with a gap: what comes after it is not taken', [1, 3, 2], ['new', 'gap', 'new'], 2],
    ['not from 1: a gap too', [2], ['gap'], 0],
  ])('%s', (_, numbers, verdicts, seen) => {
    const sequence = new Sequence()
    expect(numbers.map((n) => sequence.take(n))).toEqual(verdicts)
    expect(sequence.seen()).toBe(seen)
  })
})
