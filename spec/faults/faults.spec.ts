import { cells, nameOf } from './cells'
import { playCell } from './play-cell'
import { playVirtually } from './play-virtually'
import { withRealWorld } from './real-world'

const named = cells.map((cell) => [nameOf(cell), cell] as const)

describe('a whole call in which one frame meets a fault, in virtual time', () => {
  it.each(named)('%s', (_, cell) => {
    expect(playVirtually(cell)).toEqual([])
  })
})

describe('a whole call in which one frame meets a fault, over real sockets; npm run faults plays them all', () => {
  const slice = named.filter(([, { fault, hangsUp }]) => fault?.message === 'call/accepted' && hangsUp === 'seat')

  it.each(slice)('%s', async (_, cell) => {
    expect(await withRealWorld((world) => playCell(cell, world))).toEqual([])
  })
})
