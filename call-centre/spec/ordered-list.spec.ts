import fc from 'fast-check'
import { createOrderedList } from '../server/sessions/ordered-list'

describe('an ordered list', () => {
  it('has everybody who is in it in the order in which they first came, however often they leave and return', () => {
    const act = fc.record({ who: fc.nat(9), enters: fc.boolean() })
    fc.assert(
      fc.property(fc.array(act, { maxLength: 60 }), (acts) => {
        const people = Array.from({ length: 10 }, (_, name) => ({ name }))
        const list = createOrderedList<(typeof people)[number]>()
        const came: number[] = []
        const inside = new Set<number>()
        const expected = () => came.filter((name) => inside.has(name))
        for (const { who, enters } of acts) {
          const person = people[who] ?? { name: who }
          const index = expected().indexOf(who)
          if (enters) {
            if (!came.includes(who)) came.push(who)
            inside.add(who)
            expect(list.enter(person)).toBe(expected().indexOf(who))
          } else {
            inside.delete(who)
            expect(list.leave(person)).toBe(index)
          }
          expect(list.members.map(({ name }) => name)).toEqual(expected())
          expect(people.map((member) => list.indexOf(member))).toEqual(
            people.map(({ name }) => expected().indexOf(name)),
          )
        }
      }),
    )
  })
})
