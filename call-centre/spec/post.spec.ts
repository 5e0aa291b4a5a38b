import { openState } from '../server/state/state'
import { memoryStore, type Change, type Store } from '../server/state/store'

const turn = () => new Promise(setImmediate)

/** A store whose commits wait until they are let go. */
const slowStore = () => {
  const commits: {
    readonly changes: readonly Change[]
    readonly kept: () => void
    readonly fail: (fault: Error) => void
  }[] = []
  const store: Store = {
    ...memoryStore(),
    commit: (changes) =>
      new Promise((kept, fail) => {
        commits.push({ changes, kept, fail })
      }),
  }
  return { store, commits }
}

const opened = async () => {
  const { store, commits } = slowStore()
  const said: string[] = []
  const faults: unknown[] = []
  const state = await openState(store, (fault) => faults.push(fault))
  const put = (name: string) => {
    state.shelf.put('a', name, () => 1)
  }
  const say = (word: string) => {
    state.post.send(() => said.push(word))
  }
  const kept = async (index: number) => {
    commits[index]?.kept()
    // What is said first, and then what was waiting for it.
    await turn()
    await turn()
  }
  return { state, commits, said, faults, put, say, kept }
}

describe('the post', () => {
  it('says nothing before what it says is kept, then all in order', async () => {
    const { commits, said, put, say, kept } = await opened()
    put('one')
    say('first')
    say('second')
    await turn()
    expect({ said, changes: commits.map(({ changes }) => changes) }).toEqual({
      said: [],
      changes: [[['a', 'one', '1']]],
    })
    await kept(0)
    expect(said).toEqual(['first', 'second'])
  })

  it('makes one commit of all that comes in while one is under way, and says nothing of it meanwhile', async () => {
    const { commits, said, put, say, kept } = await opened()
    put('one')
    say('one')
    await turn()
    put('two')
    say('two')
    await turn()
    put('three')
    say('three')
    await turn()
    expect(commits).toHaveLength(1)
    await kept(0)
    expect(said).toEqual(['one'])
    expect(commits[1]?.changes.map(([, name]) => name)).toEqual(['two', 'three'])
    await kept(1)
    expect(said).toEqual(['one', 'two', 'three'])
  })

  it('keeps what nobody is told of, and says at once what changes nothing', async () => {
    const { commits, said, put, say, kept } = await opened()
    put('one')
    await turn()
    await kept(0)
    say('nothing new')
    await turn()
    expect({ said, commits: commits.length }).toEqual({ said: ['nothing new'], commits: 1 })
  })

  it('whose commit failed says nothing any more, and reports it once', async () => {
    const { state, commits, said, faults, put, say } = await opened()
    put('one')
    say('one')
    await turn()
    put('two')
    say('two')
    commits[0]?.fail(new Error('full'))
    await turn()
    say('three')
    await turn()
    await state.close()
    expect({ said, faults, commits: commits.length }).toEqual({ said: [], faults: [new Error('full')], commits: 1 })
  })

  it('that ends keeps and says what there was, and nothing that comes later', async () => {
    const { state, commits, said, put, say, kept } = await opened()
    put('one')
    say('one')
    const ended = state.close()
    put('late')
    say('late')
    await turn()
    expect(commits[0]?.changes.map(([, name]) => name)).toEqual(['one'])
    await kept(0)
    await ended
    put('later')
    await turn()
    expect({ said, commits: commits.length }).toEqual({ said: ['one'], commits: 1 })
  })
})
