import fc from 'fast-check'
import { createShardHistory, type Ask } from './shard-history'

const leaseMs = 3_000

/** A history on a clock of its own. */
const begin = () => {
  let now = 0
  const history = createShardHistory(leaseMs, () => now)
  return {
    history,
    later: (ms: number) => {
      now += ms
    },
    told: (by: string, ask: Ask, answer: string) => {
      history.ask(by, ask)(answer)
    },
  }
}

const take = (id: string): Ask => ({ kind: 'take', id })
const renew = (fence: string): Ask => ({ kind: 'renew', fence })
const release = (fence: string): Ask => ({ kind: 'release', fence })
const commit = (fence: string, number: number, sum = `of ${number}`, predecessor = number - 1): Ask => ({
  ...{ kind: 'commit', fence, predecessor, number, sum },
})

describe('the history of a shard', () => {
  it('of one leader after the other has no fault, nor has one that was replaced and is refused', () => {
    const { history, told, later } = begin()
    told('a', take('x'), 'taken 1 x 0')
    told('a', commit('1 x', 1), 'done')
    told('a', commit('1 x', 1), 'already')
    told('b', take('y'), 'held')
    later(leaseMs)
    told('b', take('y'), 'taken 2 y 1')
    told('a', commit('1 x', 2), 'refused')
    told('b', commit('2 y', 2), 'done')
    told('b', release('2 y'), 'done')
    told('a', take('x'), 'taken 3 x 2')
    expect(history.faults).toEqual([])
    expect(history.commits).toBe(2)
  })

  it('may put what nobody has heard of before or after what follows, or leave it out', () => {
    for (const number of [0, 1]) {
      const { history, told, later } = begin()
      told('a', take('x'), 'taken 1 x 0')
      history.ask('a', commit('1 x', 1))(undefined)
      later(leaseMs)
      told('b', take('y'), `taken 2 y ${number}`)
      told('b', commit('2 y', number + 1, 'other'), 'done')
      expect(history.faults).toEqual([])
    }
  })

  it('may put in either order what was asked at once', () => {
    const { history, told } = begin()
    const [a, b] = [history.ask('a', take('x')), history.ask('b', take('y'))]
    b('taken 1 y 0')
    a('held')
    const [commits, renews] = [history.ask('b', commit('1 y', 1)), history.ask('b', renew('1 y'))]
    renews('done')
    commits('done')
    told('b', commit('1 y', 2), 'done')
    expect(history.faults).toEqual([])
  })

  it.each<[string, readonly (readonly [by: string, ask: Ask, answer: string])[]]>([
    ['a leader that was replaced commits', [['a', commit('1 x', 2), 'done']]],
    ['one commits under the fence of another', [['a', commit('2 y', 2), 'done']]],
    ['a number comes twice', [['b', commit('2 y', 1), 'done']]],
    ['a number is left out', [['b', commit('2 y', 3, '', 2), 'done']]],
    [
      'what another has kept is taken for one\u2019s own',
      [
        ['b', commit('2 y', 2), 'done'],
        ['b', commit('2 y', 2, 'other'), 'already'],
      ],
    ],
    ['a lease is taken that lasts', [['a', take('x'), 'taken 3 x 1']]],
    [
      'a leader is not told of the last commit',
      [
        ['b', release('2 y'), 'done'],
        ['a', take('x'), 'taken 3 x 0'],
      ],
    ],
    ['a leader of now is refused', [['b', commit('2 y', 2), 'refused']]],
    ['one that was replaced renews its lease', [['a', renew('1 x'), 'done']]],
  ])('has a fault when %s', (_, then) => {
    const { history, told, later } = begin()
    told('a', take('x'), 'taken 1 x 0')
    told('a', commit('1 x', 1), 'done')
    later(leaseMs)
    told('b', take('y'), 'taken 2 y 1')
    expect(history.faults).toEqual([])
    for (const each of then) told(...each)
    expect(history.faults).toHaveLength(1)
  })

  it('of which a part was lost goes on with what the next leader is told', () => {
    const { history, told, later } = begin()
    told('a', take('x'), 'taken 1 x 0')
    told('a', commit('1 x', 1), 'done')
    history.mayHaveLost()
    told('a', commit('1 x', 2), 'refused')
    later(leaseMs)
    told('b', take('y'), 'taken 2 y 0')
    told('b', commit('2 y', 2), 'refused')
    told('b', commit('2 y', 1), 'done')
    expect(history.faults).toEqual([])
  })

  it('has no fault whatever is lost on the way, and one when then an answer is another', () => {
    const anyTurn = fc.record({ isHeard: fc.boolean(), tries: fc.integer({ min: 1, max: 3 }), arrives: fc.nat(3) })
    fc.assert(
      fc.property(fc.array(anyTurn, { maxLength: 8 }), fc.boolean(), (turns, isWrong) => {
        const { history, told, later } = begin()
        let [counter, number] = [1, 0]
        told('a', take('x'), 'taken 1 x 0')
        for (const { isHeard, tries, arrives } of turns) {
          const fence = `${counter} x`
          const asked = Array.from({ length: tries }, () => history.ask('a', commit(fence, number + 1)))
          for (const tell of asked.slice(0, -1)) tell(undefined)
          // Whoever hears an answer has arrived at last.
          const isKept = isHeard || arrives < tries
          asked.at(-1)?.(isHeard ? (arrives < tries - 1 ? 'already' : 'done') : undefined)
          number += isKept ? 1 : 0
          if (isHeard) continue
          counter += 1
          told('a', take('x'), `taken ${counter} x ${number}`)
          later(100)
        }
        told('a', commit(`${counter} x`, number + 1, 'last'), isWrong ? 'refused' : 'done')
        expect(history.faults.length > 0).toBe(isWrong)
      }),
    )
  })
})
