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

/** They mostly wait, and do so together. */
const LONGEST_MS = 30_000

describe('a whole call in which one frame meets a fault, over real sockets; npm run faults plays them all', () => {
  const slice = named.filter(([, { fault, hangsUp }]) => fault?.message === 'call/accepted' && hangsUp === 'seat')

  it(
    'each fault at the answer',
    async () => {
      const playing = slice.map(async ([name, cell]) => {
        const faults = await withRealWorld((world) => playCell(cell, world))
        return faults.map((fault) => `${name}: ${fault}`)
      })
      expect((await Promise.all(playing)).flat()).toEqual([])
      expect(playing.length).toBeGreaterThan(0)
    },
    LONGEST_MS,
  )
})
