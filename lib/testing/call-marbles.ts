import { TestScheduler } from 'rxjs/testing'
import { difference, type Seen } from './draw'
import { createScene, type Scene, type SceneLines } from './scene'

export interface Expectation {
  /** The phases that the customer sees, from `D` on. */
  toSee(marbles: string): Expectation
  /** What is sent: `s` start, `h` hang-up, `d` digits, `o` on hold, `c` back from hold. */
  toSend(marbles: string): Expectation
}

export interface CallKit {
  /** A call between marble lines. */
  call(lines: SceneLines): Scene
  expectCall(scene: Scene): Expectation
}

/** A call that goes on is left after a virtual day, so that a policy that ticks for ever ends too. */
const DAY_MS = 86_400_000

interface Recorded {
  readonly sees: Seen[]
  readonly sends: Seen[]
}

/**
 * Runs a spec in virtual time, for any test runner: `it('…', callMarbles(({ call, expectCall }) => { … }))`.
 * Throws an Error that draws both lines when they differ.
 */
export const callMarbles = (spec: (kit: CallKit) => void) => (): void => {
  const scheduler = new TestScheduler(() => undefined)
  const recordings = new Map<Scene, Recorded>()
  const checks: (() => string | undefined)[] = []
  const faults: string[] = []
  scheduler.run(({ hot, flush }) => {
    const record = (scene: Scene): Recorded => {
      const recorded: Recorded = { sees: [], sends: [] }
      const into = (seen: Seen[]) => (letter: string) => {
        if (scheduler.now() < DAY_MS) seen.push({ frame: scheduler.now(), letter })
      }
      scheduler.schedule(() => {
        const listening = scene.sends$.subscribe(into(recorded.sends))
        listening.add(scene.sees$.subscribe(into(recorded.sees)))
        scheduler.schedule(() => {
          listening.unsubscribe()
        }, DAY_MS)
      })
      return recorded
    }
    const expectCall = (scene: Scene): Expectation => {
      const recorded = recordings.get(scene) ?? { sees: [], sends: [] }
      const expectation: Expectation = {
        toSee: (marbles) => {
          checks.push(() => difference(marbles, recorded.sees, 'see '))
          return expectation
        },
        toSend: (marbles) => {
          checks.push(() => difference(marbles, recorded.sends, 'send'))
          return expectation
        },
      }
      return expectation
    }
    spec({
      call: (lines) => {
        const scene = createScene({ hot }, lines)
        recordings.set(scene, record(scene))
        return scene
      },
      expectCall,
    })
    flush()
    // Marbles are read here: only inside of `run` does a letter take one millisecond.
    faults.push(...checks.map((check) => check()).filter((fault) => fault !== undefined))
  })
  if (checks.length === 0) throw new Error('This spec expects nothing: call expectCall(…).toSee(…) or .toSend(…).')
  if (faults.length > 0) throw new Error(`\n${faults.join('\n')}`)
}
