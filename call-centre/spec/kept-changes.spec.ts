import fc from 'fast-check'
import { checkKept } from '../server/state/check-kept'
import { createShelf, type Shelf } from '../server/state/shelf'
import { anyAct } from './floor-acts'
import { floorPlan } from './floor-plan'
import { fakeMessages, patient } from './waiting-scene'

/** A shelf that can read everything anew at any time, and say what is other than it was kept. */
const watchfulShelf = () => {
  const kept = new Map<string, string | null>()
  const readers = new Map<string, () => unknown>()
  const shelf = createShelf([])
  const watched: Shelf = {
    ...shelf,
    put(kind, name, read) {
      if (!readers.has(`${kind} ${name}`)) readers.set(`${kind} ${name}`, read)
      shelf.put(kind, name, read)
    },
    remove(kind, name) {
      readers.delete(`${kind} ${name}`)
      shelf.remove(kind, name)
    },
  }
  const forgotten = () => {
    const changes = shelf.take()
    checkKept(
      changes.flatMap(([kind, name, json]) => (json === null ? [] : [[kind, name, json]])),
      'the shelf',
    )
    for (const [kind, name, json] of changes) kept.set(`${kind} ${name}`, json)
    return ['session', 'desk', 'place'].flatMap((kind) =>
      [...readers]
        .filter(([key]) => key.startsWith(`${kind} `))
        .filter(([key, read]) => kept.get(key) !== JSON.stringify(read()))
        .map(([key]) => key),
    )
  }
  return { watched, forgotten }
}

const workstation = { breakReasons: [], declineReasons: [], dispositions: [], wrapUpMs: 5_000 }

describe('what is kept', () => {
  it('is what is there, call by call, place by place and seat by seat, after whatever happens', () => {
    fc.assert(
      fc.property(fc.array(anyAct(), { minLength: 20, maxLength: 80 }), (acts) => {
        const { watched, forgotten } = watchfulShelf()
        const fake = fakeMessages()
        const waiting = { offerAboveMs: 0, callAtPlace: 1, backWithinMs: 60_000, keptForMs: 60_000 }
        const plan = floorPlan({ ...patient, workstation, waiting }, watched, {}, [], fake.messages)
        fake.messages.onTold(plan.centre.messageTold)
        for (const act of acts) {
          act(plan)
          for (const { id } of fake.sent.splice(0)) fake.told(id, 'sent')
          expect(forgotten()).toEqual([])
        }
      }),
      { numRuns: 150 },
    )
  })
})
