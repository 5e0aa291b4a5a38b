import { TestScheduler } from 'rxjs/testing'
import type { End } from '../call/session'
import { PHASE_LETTERS } from '../call/phase'
import { difference, draw, type Seen } from './draw'
import { DAY_MS, record, type Recording } from './recording'
import { createScene, type Marbles, type Scene, type SceneLines } from './scene'
import { endDifference, sentDifference, type SentMessage } from './sent'

export interface Expectation {
  /** The phases that the customer sees, from `D` on. */
  toSee(marbles: string): Expectation
  /** What is sent: `s` start, `h` hang-up, `d` digits, `o` on hold, `c` back from hold, `x` an aside. */
  toSend(marbles: string): Expectation
  /** The messages that are sent, in this order; of each only the fields that are named. */
  sent(...messages: readonly SentMessage[]): Expectation
  /** How the last call has ended: `closeBy`, `endStatus`, `cause`; only the fields that are named. */
  toEnd(end: Partial<End>): Expectation
  /** The customer sees one end, and nothing after it. */
  endedOnce(): Expectation
  /** When the call is left, no timer and no subscription of it is there any more. */
  nothingLeaks(): Expectation
}

export interface CallKit {
  /** A call between marble lines. */
  readonly call: (lines: SceneLines) => Scene
  readonly expectCall: (scene: Scene) => Expectation
}

/** What a spec expects; each answers with the fault, or with `undefined`. */
type Checks = (() => string | undefined)[]

const ending = (sees: readonly Seen[]): string | undefined => {
  const first = sees.findIndex(({ letter }) => letter === PHASE_LETTERS.ended)
  return first >= 0 && first === sees.length - 1
    ? undefined
    : `expected to end once, as in  …E\n                but it was  ${draw(sees)}`
}

const leak = (timers: number, sources: number): string | undefined =>
  timers + sources === 0
    ? undefined
    : `expected to leave nothing behind, but it left ${String(timers)} timers and ${String(sources)} subscriptions`

const expectation = (recording: Recording, timers: () => number, checks: Checks): Expectation => {
  const { sees, sends, sent, ends, listening } = recording
  const check = (fault: () => string | undefined): Expectation => {
    checks.push(fault)
    return expects
  }
  const expects: Expectation = {
    toSee: (marbles) => check(() => difference(marbles, sees, 'see ')),
    toSend: (marbles) => check(() => difference(marbles, sends, 'send')),
    sent: (...messages) => check(() => sentDifference(messages, sent)),
    toEnd: (end) => check(() => endDifference(end, ends[ends.length - 1])),
    endedOnce: () => check(() => ending(sees)),
    nothingLeaks: () => check(() => leak(timers(), listening())),
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
      return expectation(recording, () => scheduler.actions.length, checks)
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
    // A timer that nobody stops would keep virtual time running for ever.
    scheduler.maxFrames = DAY_MS + 1
    spec(kit(scheduler, { hot }, checks))
    flush()
    // Marbles are read here: only inside of `run` does a letter take one millisecond.
    faults.push(...checks.map((check) => check()).filter((fault) => fault !== undefined))
  })
  if (checks.length === 0) throw new Error('This spec expects nothing: call expectCall(…).toSee(…) or .toSend(…).')
  if (faults.length > 0) throw new Error(`\n${faults.join('\n')}`)
}
