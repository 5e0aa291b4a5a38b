/** A random story: which lane says which letter, and when. It shrinks to few steps and is drawn as marbles. */
import fc from 'fast-check'
import type { SchedulerLike, VirtualTimeScheduler } from 'rxjs'
import { draw } from '../../lib/testing/draw'

export interface Step {
  /** Time since the step before. */
  readonly afterMs: number
  readonly lane: string
  readonly letter: string
}

export interface Lane {
  /** Each letter is a thing that may happen; one that stands twice happens twice as often. */
  readonly letters: string
  readonly weight: number
}

/** Most things that meet do so in one frame; the longer gaps let timers run out. */
const GAPS_MS = [0, 0, 0, 0, 1, 1, 2, 10, 20, 100, 1_000, 4_000, 11_000, 31_000]

const stepOf = (lanes: Readonly<Record<string, Lane>>): fc.Arbitrary<Step> => {
  const said = Object.entries(lanes).flatMap(([lane, { letters, weight }]) => {
    const step = Array.from(letters).map((letter) => ({ lane, letter }))
    return { weight, arbitrary: fc.constantFrom(...step) }
  })
  return fc.tuple(fc.constantFrom(...GAPS_MS), fc.oneof(...said)).map(([afterMs, step]) => ({ afterMs, ...step }))
}

/**
 * `openings` bring a story quickly to where it becomes interesting; each is a list of `lane:letter`, `paceMs` apart, or
 * as `milliseconds@lane:letter` says.
 */
export const storyOf = (
  lanes: Readonly<Record<string, Lane>>,
  openings: readonly string[],
  paceMs: number,
): fc.Arbitrary<Step[]> => {
  const paced = (word: string) => (word.includes('@') ? word : `${String(paceMs)}@${word}`)
  const beginnings = openings.map((opening) => storyOfWords(opening.split(' ').map(paced).join(' ')))
  const rest = fc.array(stepOf(lanes), { maxLength: 30, size: 'max' })
  return fc.tuple(fc.constantFrom([], ...beginnings), rest).map(([opening, steps]) => [...opening, ...steps])
}

/** The story in words: `milliseconds since the word before@lane:letter`. */
export const storyOfWords = (words: string): Step[] =>
  words.split(' ').map((word) => {
    const [, afterMs = '', lane = '', letter = ''] = /^(\d+)@(\w+):(.)$/.exec(word) ?? []
    if (letter === '') throw new Error(`no step: ${word}`)
    return { afterMs: Number(afterMs), lane, letter }
  })

export const wordsOfStory = (steps: readonly Step[]): string =>
  steps.map(({ afterMs, lane, letter }) => `${String(afterMs)}@${lane}:${letter}`).join(' ')

/** One marble line a lane. */
export const drawStory = (steps: readonly Step[]): string => {
  const names = [...new Set(steps.map(({ lane }) => lane))]
  const times = timesOf(steps)
  const lines = names.map((name) => {
    const seen = steps.flatMap(({ lane, letter }, at) => (lane === name ? { frame: times[at] ?? 0, letter } : []))
    return `    ${name.padEnd(7)} ${draw(seen)}`
  })
  return lines.join('\n')
}

/**
 * Schedules the steps, and `end` after the last. What a policy schedules for the very frame of a step comes after the
 * step in one half of the stories, and before it in the other half, where each step schedules the next one.
 */
export const schedule = (
  scheduler: SchedulerLike,
  steps: readonly Step[],
  act: (step: Step) => void,
  end: () => void,
): void => {
  const inTurn = (index: number): void => {
    const step = steps[index]
    if (step === undefined) end()
    else {
      scheduler.schedule(() => {
        act(step)
        inTurn(index + 1)
      }, step.afterMs)
    }
  }
  if (steps.length % 2 === 1) {
    scheduler.schedule(() => inTurn(0), 1)
    return
  }
  const times = timesOf(steps)
  steps.forEach((step, index) => scheduler.schedule(() => act(step), times[index] ?? 1))
  scheduler.schedule(end, times.at(-1) ?? 1)
}

/** The virtual time of each step. A clock at zero looks like one that was never set, so time begins at one. */
export const timesOf = (steps: readonly Step[]): readonly number[] => {
  let at = 1
  return steps.map(({ afterMs }) => (at += afterMs))
}

/** A timer that was left behind would go on for ever. */
export const stopTime = (scheduler: VirtualTimeScheduler): void => {
  scheduler.actions.splice(0)
}
