import { RedisStore } from '../../server/cluster/redis-store'
import type { Shard } from '../../server/cluster/shard'
import { stoppable } from '../../server/sessions/clock'
import { openState, type State } from '../../server/state/state'
import { createVirtualClock, type VirtualClock } from '../virtual-clock'
import { createShardModel } from './shard-model'

const leaseMs = 3_000
const turn = () => new Promise(setImmediate)

/** One shard, and a wire to it that each spec cuts as it likes. */
const opened = async () => {
  const clock = createVirtualClock()
  const model = createShardModel(clock, leaseMs)
  const answering = { renew: Promise.resolve(), commit: Promise.resolve() }
  const slow: Shard = {
    ...model,
    renew: (...given) => answering.renew.then(() => model.renew(...given)),
    commit: (commit) => answering.commit.then(() => model.commit(commit)),
  }
  const faults: unknown[] = []
  const store = new RedisStore({
    ...{ clock, leaseMs, shard: slow, place: 'Redis', holder: { id: 'a', address: 'http://a' } },
  })
  const state = await openState(store, (fault) => faults.push(fault))
  const said: string[] = []
  /** Time goes by, and what it brings is answered in between. */
  const pass = async (ms: number): Promise<void> => {
    for (let left = ms; left > 0; left -= 100) {
      clock.advance(100)
      await turn()
    }
  }
  return {
    ...{ clock, model, store, state, said, faults, pass },
    say: (word: string) => {
      state.post.send(() => said.push(word))
      return turn()
    },
    /** Redis answers nothing from now on, or only the other of both; the answer of this lets it go on. */
    cut: (...what: readonly (keyof typeof answering)[]): (() => void) => {
      let goOn: () => void = () => undefined
      const gone = new Promise<void>((done) => (goOn = done))
      for (const each of what.length > 0 ? what : (['renew', 'commit'] as const)) answering[each] = gone
      return goOn
    },
    takeOver: () => model.take({ id: 'b', address: 'http://b' }),
  }
}

const timersOf = (clock: VirtualClock, state: State): string[] => {
  const rung: string[] = []
  const centre = stoppable(clock, state.isHeld)
  for (const seconds of [1, 2, 3, 4]) centre.after(seconds * 1_000, () => rung.push(`${seconds} s`))
  return rung
}

describe('the leader of a shard', () => {
  it('renews its lease as long as Redis answers, and nobody else leads meanwhile', async () => {
    const { pass, takeOver, faults, say, said } = await opened()
    await pass(10_000)
    expect(await takeOver()).toEqual({ kind: 'held', holder: { id: 'a', address: 'http://a' } })
    await say('here')
    expect({ said, faults }).toEqual({ said: ['here'], faults: [] })
  })

  it('renews its lease apart from its commits: one that is slow costs nobody the call centre', async () => {
    const { pass, cut, state, say, said, faults } = await opened()
    const goOn = cut('commit')
    state.shelf.put('a', 'one', () => 1)
    await say('it is kept')
    await pass(2_900)
    expect({ said, faults, held: state.isHeld() }).toEqual({ said: [], faults: [], held: true })
    goOn()
    await pass(5_000)
    expect({ said, faults, held: state.isHeld() }).toEqual({ said: ['it is kept'], faults: [], held: true })
  })

  it('is silent from the end of its lease on: no word, no timer, no commit, and it says once why', async () => {
    const { clock, state, pass, cut, say, said, faults } = await opened()
    const rung = timersOf(clock, state)
    cut()
    await pass(2_900)
    await say('heartbeat')
    await pass(100)
    await say('too late')
    await pass(2_000)
    expect({ said, rung, held: state.isHeld() }).toEqual({ said: ['heartbeat'], rung: ['1 s', '2 s'], held: false })
    expect(faults.map(String)).toEqual(['StateFault: Redis has not answered for 3000 ms: this node leads no more.'])
  })

  it('counts its lease from before the request: an answer that was long on its way gives what is left', async () => {
    const { state, pass, cut } = await opened()
    await pass(900)
    const goOn = cut()
    // The request leaves at 1,000 ms, and its answer comes at 2,900.
    await pass(2_000)
    goOn()
    await turn()
    cut()
    await pass(1_000)
    expect(state.isHeld()).toBe(true)
    await pass(200)
    expect(state.isHeld()).toBe(false)
  })

  it('that was stopped like a zombie finds out before it says, does or answers anything', async () => {
    const { clock, state, say, said, faults, takeOver } = await opened()
    const rung = timersOf(clock, state)
    const asleep = say('heard before, answered after')
    // The process stands still while its clock goes on: what is due runs only afterwards.
    clock.sleep(10_000)
    expect(state.isHeld()).toBe(false)
    await asleep
    clock.turn()
    expect(await takeOver()).toMatchObject({ kind: 'taken', fence: '2 b' })
    expect({ said, rung, faults: faults.length }).toEqual({ said: [], rung: [], faults: 1 })
  })

  it('whose commit was done while it slept does not tell of it: the next leader does', async () => {
    const { clock, state, cut, say, said, model } = await opened()
    const goOn = cut()
    state.shelf.put('a', 'one', () => 1)
    await say('it is kept')
    goOn()
    clock.sleep(10_000)
    await turn()
    await turn()
    expect(model.commits()).toBe(1)
    expect(said).toEqual([])
  })

  it('that another one has replaced is told so by its next commit, and drops everything', async () => {
    const { state, say, said, faults, model } = await opened()
    // As after the clock of Redis was set: the lease there is over, and not the one here.
    await model.release('1 a')
    await model.take({ id: 'b', address: 'http://b' })
    state.shelf.put('a', 'one', () => 1)
    await say('it is kept')
    await turn()
    expect({ said, commits: model.commits() }).toEqual({ said: [], commits: 0 })
    expect(faults.map(String)).toEqual([
      'StateFault: Redis was taken over by another node, or holds an older state than this node.',
    ])
  })

  it('that has lost the shard does not lead again by an answer that comes late', async () => {
    const { state, pass, cut, model, faults } = await opened()
    await pass(900)
    const goOn = cut('renew')
    await pass(200)
    // As when Redis holds another state: the next commit is refused, and the renewal that is on its way is not.
    await model.commit({ fence: '1 a', predecessor: 0, number: 7, changes: [] })
    state.shelf.put('a', 'one', () => 1)
    await turn()
    await turn()
    expect(faults).toHaveLength(1)
    goOn()
    await pass(1_000)
    expect(state.isHeld()).toBe(false)
  })

  it('gives the shard back when it stops: the next one need not wait', async () => {
    const { state, takeOver } = await opened()
    await state.close()
    expect(await takeOver()).toMatchObject({ kind: 'taken' })
  })
})
