import { TestScheduler } from 'rxjs/testing'
import { difference } from './draw'
import { record, type Recording } from './recording'
import { createScene, type Marbles, type Scene, type SceneLines } from './scene'

export interface Expectation {
  /** The phases that the customer sees, from `D` on. */
  toSee(marbles: string): Expectation
  /** What is sent: `s` start, `h` hang-up, `d` digits, `o` on hold, `c` back from hold. */
  toSend(marbles: string): Expectation
}

export interface CallKit {
  /** A call between marble lines. */
  readonly call: (lines: SceneLines) => Scene
  readonly expectCall: (scene: Scene) => Expectation
}

/** What a spec expects; each answers with the fault, or with `undefined`. */
type Checks = (() => string | undefined)[]

const expectation = ({ sees, sends }: Recording, checks: Checks): Expectation => {
  const expects: Expectation = {
    toSee: (marbles) => {
      checks.push(() => difference(marbles, sees, 'see '))
      return expects
    },
    toSend: (marbles) => {
      checks.push(() => difference(marbles, sends, 'send'))
      return expects
    },
  }
  return expects
}

const kit = (scheduler: TestScheduler, marbles: Marbles, checks: Checks): CallKit => {
  const recordings = new Map<Scene, Recording>()
  return {
    call: (lines) => {
      const scene = createScene(marbles, lines)
      recordings.set(scene, record(scheduler, scene))
      return scene
    },
    expectCall: (scene) => {
      const recording = recordings.get(scene)
      if (recording === undefined) throw new Error('expectCall takes what `call` of this very spec has returned.')
      return expectation(recording, checks)
    },
  }
}

/**
 * Runs a spec in virtual time, for any test runner: `it('…', callMarbles(({ call, expectCall }) => { … }))`.
 * Throws an Error that draws both lines when they differ.
 */
export const callMarbles = (spec: (kit: CallKit) => void) => (): void => {
  const scheduler = new TestScheduler(() => undefined)
  const checks: Checks = []
  const faults: string[] = []
  scheduler.run(({ hot, flush }) => {
    spec(kit(scheduler, { hot }, checks))
    flush()
    // Marbles are read here: only inside of `run` does a letter take one millisecond.
    faults.push(...checks.map((check) => check()).filter((fault) => fault !== undefined))
  })
  if (checks.length === 0) throw new Error('This spec expects nothing: call expectCall(…).toSee(…) or .toSend(…).')
  if (faults.length > 0) throw new Error(`\n${faults.join('\n')}`)
}
