/** Plays many random stories and holds each against all invariants; the first that fails is shrunk and drawn. */
import fc from 'fast-check'
import { drawStory, type Step, wordsOfStory } from './script'
import { firstFault, type Invariant } from './trace'

export interface Suite<Seen> {
  readonly name: string
  readonly stories: fc.Arbitrary<Step[]>
  readonly play: (story: readonly Step[]) => Seen
  readonly invariants: Readonly<Record<string, Invariant<Seen>>>
  /** Further lines for the drawing of a failure. */
  readonly outcome: (seen: Seen) => string
}

export interface Outcome {
  readonly name: string
  readonly runs: number
  readonly passed: number
  readonly failed: number
  /** The story that breaks an invariant; empty when none was found. */
  readonly report: string
}

export class BrokenInvariant extends Error {
  constructor(
    readonly invariant: string,
    fault: string,
    picture: string,
  ) {
    super(`${invariant}: ${fault}\n${picture}`)
  }
}

export const check = <Seen>({ play, invariants, outcome }: Suite<Seen>, story: readonly Step[]): void => {
  const seen = play(story)
  const broken = firstFault(invariants, seen)
  if (broken !== undefined) {
    throw new BrokenInvariant(
      broken.invariant,
      broken.fault,
      `${drawStory(story)}\n${outcome(seen)}\n    story   ${wordsOfStory(story)}`,
    )
  }
}

export const runSuite = <Seen>(suite: Suite<Seen>, seed: number, numRuns: number): Outcome => {
  const property = fc.property(suite.stories, (story) => {
    check(suite, story)
  })
  const { failed, errorInstance, counterexample, numRuns: runs } = fc.check(property, { seed, numRuns })
  const faults = failed ? 1 : 0
  const passed = Object.keys(suite.invariants).length - faults
  return {
    name: suite.name,
    runs,
    passed,
    failed: faults,
    report: failed ? wordsOf(errorInstance, counterexample?.[0] ?? []) : '',
  }
}

/** What the first story that breaks anything breaks; `null`: none did. It is not shrunk. */
export const firstBroken = <Seen>(suite: Suite<Seen>, seed: number, numRuns: number): string | null => {
  const property = fc.property(suite.stories, (story) => {
    check(suite, story)
  })
  const { failed, errorInstance } = fc.check(property, { seed, numRuns, endOnFailure: true })
  if (!failed) return null
  return errorInstance instanceof BrokenInvariant ? errorInstance.invariant : String(errorInstance)
}

/** The picture says where; only an error that nobody foresaw needs its stack, and the story that met it. */
const wordsOf = (error: unknown, story: readonly Step[]): string => {
  if (error instanceof BrokenInvariant) return error.message
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return `${stack}\n    story   ${wordsOfStory(story)}`
}
