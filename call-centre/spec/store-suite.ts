import fc from 'fast-check'
import { createKept, type Change, type Entry, type Store } from '../server/state/store'

const anyChange = (): fc.Arbitrary<Change> =>
  fc.tuple(
    fc.constantFrom('session', 'link', 'a "kind"'),
    fc.oneof(fc.constantFrom('1', '2', '__proto__'), fc.string({ unit: 'binary', maxLength: 4 })),
    fc.oneof(
      fc.constant(null),
      fc.json({ maxDepth: 2 }).map((json) => JSON.stringify(JSON.parse(json) ?? 0)),
    ),
  )

/** The order counts within a kind. */
const byKind = (entries: readonly Entry[]): readonly Entry[] =>
  [...entries].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))

/** What every store does. `place` gives stores of one place: the later one finds what the earlier one kept. */
export function storeSuite(name: string, place: () => () => Store): void {
  describe(`a store: ${name}`, () => {
    it('gives back what was committed, in each kind in the order in which it was first put', async () => {
      const at = place()
      const store = at()
      expect(await store.open()).toEqual([])
      await store.commit([
        ['a', 'one', '1'],
        ['b', 'two', '{"deep":[2]}'],
      ])
      await store.commit([['a', 'three', '"3"']])
      await store.commit([['a', 'one', '"again"']])
      await store.close()
      expect(byKind(await at().open())).toEqual([
        ['a', 'one', '"again"'],
        ['a', 'three', '"3"'],
        ['b', 'two', '{"deep":[2]}'],
      ])
    })

    it('forgets what was taken away, and has it nowhere when it was purged', async () => {
      const at = place()
      const store = at()
      await store.open()
      await store.commit([
        ['a', 'one', '1'],
        ['a', 'two', '2'],
      ])
      await store.commit([['a', 'one', null]])
      await store.purge()
      await store.commit([['a', 'four', '4']])
      await store.close()
      expect(await at().open()).toEqual([
        ['a', 'two', '2'],
        ['a', 'four', '4'],
      ])
    })

    it('commits one after another, and purges in between, however they are asked for', async () => {
      const at = place()
      const store = at()
      await store.open()
      const all = Array.from({ length: 20 }, (_unused, n) => {
        if (n % 5 === 0) void store.purge()
        return store.commit([['a', 'n', String(n)]])
      })
      await Promise.all(all)
      await store.close()
      expect(await at().open()).toEqual([['a', 'n', '19']])
    })

    it('goes on in the same order after it was opened again', async () => {
      const at = place()
      for (const each of ['one', 'two', 'three']) {
        const store = at()
        await store.open()
        await store.commit([['a', each, '1']])
        await store.close()
      }
      expect((await at().open()).map(([, each]) => each)).toEqual(['one', 'two', 'three'])
    })

    it('holds whatever is JSON, whatever its name', async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.array(anyChange(), { minLength: 1, maxLength: 5 }), { maxLength: 8 }),
          async (commits) => {
            const at = place()
            const store = at()
            await store.open()
            const kept = createKept()
            for (const changes of commits) {
              kept.enter(changes)
              await store.commit(changes)
            }
            await store.close()
            const again = at()
            expect(byKind(await again.open())).toEqual(byKind(kept.entries()))
            await again.close()
          },
        ),
        { numRuns: 40 },
      )
    }, 20_000)
  })
}
