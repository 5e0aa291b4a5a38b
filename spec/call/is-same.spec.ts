import { isSame } from '../../lib/call/session'

describe('two values are the same', () => {
  it('when one is a copy of the other', () => {
    const value = { phase: 'ringing', seat: { seatId: 'a', name: '' }, room: null, path: [{ key: '1' }, []], n: 1 }
    expect(isSame(value, structuredClone(value))).toBe(true)
  })

  it.each([
    ['a field more', { a: 1 }, { a: 1, b: 1 }],
    ['another field', { a: 1 }, { b: 1 }],
    ['null and an object', { a: null }, { a: {} }],
    ['a text and an object', { a: 'x' }, { a: {} }],
    ['a list that is longer', { a: [1] }, { a: [1, 2] }],
    ['a difference within', { a: { b: [{ c: 1 }] } }, { a: { b: [{ c: 2 }] } }],
  ])('unless there is %s', (_, one, other) => {
    expect(isSame(one, other)).toBe(false)
    expect(isSame(other, one)).toBe(false)
  })
})
