import { TestScheduler } from 'rxjs/testing'
import { difference, draw, read } from '../../lib/testing/draw'

/** Only inside of `run` does a letter take one millisecond. */
const inMarbleTime = <Result>(task: () => Result): Result => new TestScheduler(() => undefined).run(task)

describe('draw', () => {
  it.each([
    ['', ''],
    ['D', 'D'],
    ['D-VW', 'D-VW'],
    ['-(DV)--E', '-(DV)--E'],
    ['D 9ms E', 'D---------E'],
    ['D 44999ms E', 'D 44999ms E'],
    ['  D--E--  ', 'D--E'],
  ])('of what %j says is %j', (marbles, line) => {
    expect(inMarbleTime(() => draw(read(marbles)))).toBe(line)
  })

  it.each(['D-VW', '(DV)--E', 'D 10s (VW) 60m E'])('and reading are each other’s inverse: %j', (line) => {
    inMarbleTime(() => {
      expect(read(draw(read(line)))).toEqual(read(line))
    })
  })
})

describe('difference', () => {
  const seen = [
    { frame: 0, letter: 'D' },
    { frame: 2, letter: 'V' },
  ]

  it('is none when each letter is in its frame, however it was aligned', () => {
    expect(inMarbleTime(() => difference('  D-V---', seen, 'see'))).toBeUndefined()
  })

  it('shows both lines, one above the other', () => {
    expect(inMarbleTime(() => difference('D--V', seen, 'see '))).toBe(
      ['expected to see   D--V', '     but it was  D-V'].join('\n'),
    )
  })

  it.each(['D', 'D-V-E', 'D-W', 'DV', 'V-D', ''])('there is one for %j', (marbles) => {
    expect(inMarbleTime(() => difference(marbles, seen, 'see'))).toBeDefined()
  })
})
