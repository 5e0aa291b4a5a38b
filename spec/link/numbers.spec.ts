/** PROTOCOL.md §3.2 and §3.4: the numbers of a link in both directions, and what is said again on another one. */
import type { Input } from '../../lib/link/state'
import {
  DIGITS,
  fold,
  HANG_UP,
  HOLD,
  logIn,
  opened,
  pendingIn,
  queued,
  says,
  send,
  sentIn,
  START,
  toldIn,
} from './fold'
import { closed, type Folded, frame, welcome } from './fold'

const sending = [START, DIGITS, HOLD, HANG_UP].map(send)
const up = [logIn(), opened(), welcome()]
const ack = (seen: number) => frame({ type: 'link/ack', seen })

describe('what goes out', () => {
  it('is numbered from 1 and kept', () => {
    expect(pendingIn(fold([...up, ...sending]))).toEqual([
      'call/start 1',
      'call/digits 2',
      'call/hold 3',
      'call/hangUp 4',
    ])
  })

  it('is kept until it is covered, and cover never goes back', () => {
    expect(pendingIn(fold([...up, ...sending, ack(2), ack(1)]))).toEqual(['call/hold 3', 'call/hangUp 4'])
  })

  it('is not covered by a number above all that was sent', () => {
    expect(pendingIn(fold([...up, ...sending, ack(5)]))).toHaveLength(4)
  })

  it('goes on with the next number when all is covered', () => {
    expect(pendingIn(fold([...up, ...sending, ack(4)]))).toEqual([])
    expect(pendingIn(fold([...up, ...sending, ack(4), send(DIGITS)]))).toEqual(['call/digits 5'])
  })
})

describe('a new link after a refused resume', () => {
  const refused = (...before: readonly Input[]): Folded => {
    const { link } = fold([...up, ...before, closed(1006)], { delay: 0 })
    return fold([{ type: 'alarm' }, opened(2), welcome({ linkId: 'M' }, 2)], {}, link)
  }

  it('hears start and hang-up first, from 1 and in order; digits and hold were for a session that is over', () => {
    const onTheNext = refused(...sending, queued(1))
    expect(sentIn(onTheNext)).toEqual(['call/start 1', 'call/hangUp 2'])
    expect(pendingIn(fold([send(DIGITS)], {}, onTheNext.link)).at(-1)).toBe('call/digits 3')
    expect(onTheNext.link.seen).toBe(0)
  })

  it('does not hear a start that the server has seen', () => {
    expect(sentIn(refused(...sending, ack(1)))).toEqual(['call/hangUp 1'])
  })

  it.each([
    ['started', { type: 'call/started', n: 1, callId: 'c', sessionId: 's' } as const],
    ['refused', { type: 'call/refused', n: 1, callId: 'c', code: 'TOO_BUSY', message: '' } as const],
  ])('does not hear a start that was answered with call/%s, though its acknowledgement was lost', (_, answer) => {
    expect(sentIn(refused(send(START), says(answer)))).toEqual([])
  })

  it('hears a start again whose answer was for another call', () => {
    const other = says({ type: 'call/started', n: 1, callId: 'another', sessionId: 's' })
    expect(sentIn(refused(send(START), other))).toEqual(['call/start 1'])
  })

  it('hears one start, however often the call asks for it meanwhile', () => {
    const onTheNext = refused(send(START))
    expect(sentIn(fold([send(START), send(START)], {}, onTheNext.link))).toEqual([])
    expect(pendingIn(fold([send(START)], {}, onTheNext.link))).toEqual(['call/start 1'])
  })
})

describe('what comes in', () => {
  it.each<[string, number[], number[], number]>([
    ['in order: each is told', [1, 2, 3], [1, 2, 3], 3],
    ['twice: the second is not', [1, 2, 1, 2], [1, 2], 2],
    ['with a gap: the line is lost there', [1, 3, 2], [1], 1],
    ['not from 1: a gap too', [2], [], 0],
  ])('%s', (_, numbers, told, seen) => {
    const folded = fold([...up, ...numbers.map((n) => queued(n))])
    const positions = toldIn(folded).flatMap((event) => ('position' in event ? [event.position] : []))
    expect({ positions, seen: folded.link.seen }).toEqual({ positions: told, seen })
  })

  it('too long to be taken: its number is, so that it does not come again for ever', () => {
    const long = { type: 'call/queued', n: 1, sessionId: 's', position: 1, padding: 'x'.repeat(70_000) }
    const folded = fold([...up, frame(long), queued(2)])
    expect(toldIn(folded).slice(-2)).toMatchObject([{ type: 'line/invalid' }, { type: 'call/queued', n: 2 }])
    expect(sentIn(folded)).toEqual(['link/ack 1', 'link/ack 2'])
  })

  it('too long to be read: the socket is closed with 1009', () => {
    const { effects } = fold([...up, frame({ type: 'call/later', n: 1, padding: 'x'.repeat(600_000) })])
    expect(effects).toContainEqual({ do: 'close', code: 1009, reason: 'the frame is too long' })
  })
})
