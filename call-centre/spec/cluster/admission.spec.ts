import { createAdmission } from '../../server/cluster/admission'
import { limits } from '../../server/limits'
import { createVirtualClock } from '../virtual-clock'

const lineOf = (open = true) => {
  const clock = createVirtualClock()
  const turns: (() => void)[] = []
  const came: string[] = []
  let isOpen = open
  let patienceMs: number = limits.patienceMs
  const admission = createAdmission({
    clock,
    isOpen: () => isOpen,
    patienceMs: () => patienceMs,
    atEndOfTurn: (run) => turns.push(run),
  })
  return {
    ...{ clock, came, admission },
    arrive: (name: string) => {
      admission.arrive({ admit: () => came.push(name), refuse: () => came.push(`not ${name}`) })
    },
    turn: () => turns.shift()?.(),
    hurry: () => {
      patienceMs = limits.cutPatienceMs
      admission.wake()
    },
    open: () => {
      isOpen = true
      admission.wake()
    },
  }
}

const names = (count: number) => Array.from({ length: count }, (_unused, n) => `visitor ${n}`)

describe('the line in front of a node', () => {
  it('admits some in each turn of the event loop, in order', () => {
    const { arrive, came, turn } = lineOf()
    const all = names(limits.admittedAtOnce + 1)
    for (const name of all) arrive(name)
    expect(came).toEqual([])
    turn()
    expect(came).toEqual(all.slice(0, limits.admittedAtOnce))
    turn()
    expect(came).toEqual(all)
  })

  it('keeps everybody waiting while nobody is known to lead, and refuses who has waited too long', () => {
    const { arrive, came, turn, clock, open } = lineOf(false)
    arrive('ann')
    clock.advance(limits.patienceMs - 1)
    arrive('bob')
    clock.advance(1)
    expect(came).toEqual(['not ann'])
    open()
    turn()
    expect(came).toEqual(['not ann', 'bob'])
    clock.advance(limits.patienceMs)
    expect(came).toHaveLength(2)
  })

  it('keeps nobody for long when Redis does not answer this node: a proxy asks another one', () => {
    const { arrive, came, clock, hurry } = lineOf(false)
    arrive('ann')
    clock.advance(limits.patienceMs - 500)
    arrive('bob')
    hurry()
    arrive('eve')
    clock.advance(500)
    expect(came).toEqual(['not ann'])
    clock.advance(limits.cutPatienceMs - 500)
    expect(came).toEqual(['not ann', 'not bob', 'not eve'])
  })

  it('takes back who could not get in, for what is left of its patience', () => {
    const { admission, came, turn, clock } = lineOf()
    let goBack: () => void = () => undefined
    admission.arrive({
      admit: (again) => {
        came.push('ann tries')
        goBack = again
      },
      refuse: () => came.push('not ann'),
    })
    turn()
    clock.advance(limits.patienceMs - 1)
    goBack()
    turn()
    expect(came).toEqual(['ann tries', 'ann tries'])
    goBack()
    clock.advance(1)
    expect(came).toEqual(['ann tries', 'ann tries', 'not ann'])
  })

  it('takes as many as it has places for, and refuses one beyond', () => {
    const { arrive, came } = lineOf(false)
    for (const name of names(limits.arrivalsWaiting)) arrive(name)
    expect(came).toEqual([])
    arrive('zoe')
    expect(came).toEqual(['not zoe'])
  })
})
