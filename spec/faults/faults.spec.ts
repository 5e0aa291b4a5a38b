import { cells, nameOf } from './cells'
import { playVirtually } from './play-virtually'

describe('a whole call in which one frame meets a fault, in virtual time', () => {
  it.each(cells.map((cell) => [nameOf(cell), cell] as const))('%s', (_, cell) => {
    expect(playVirtually(cell)).toEqual([])
  })
})
