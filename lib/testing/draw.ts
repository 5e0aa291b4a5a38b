/** Recorded letters as a marble line, and a marble line as letters: both sides of a comparison look alike. */
import { TestScheduler } from 'rxjs/testing'

export interface Seen {
  /** Virtual milliseconds. */
  readonly frame: number
  readonly letter: string
}

const LONGEST_DASHES = 10

const gap = (frames: number): string => (frames <= LONGEST_DASHES ? '-'.repeat(frames) : ` ${String(frames)}ms `)

/** Letters of one frame are grouped. A letter takes one frame of the line, a group as many as it has signs. */
export const draw = (seen: readonly Seen[]): string => {
  let line = ''
  let frame = 0
  for (let from = 0, to = 0; from < seen.length; from = to) {
    const at = seen[from]?.frame ?? 0
    while (to < seen.length && seen[to]?.frame === at) to += 1
    const letters = seen.slice(from, to).map(({ letter }) => letter)
    const group = letters.length > 1 ? `(${letters.join('')})` : letters.join('')
    line += gap(Math.max(0, at - frame)) + group
    frame = at + group.length
  }
  return line.trim()
}

export const read = (marbles: string): readonly Seen[] =>
  TestScheduler.parseMarbles(marbles, undefined, undefined, false, true).map(({ frame, notification }) => ({
    frame,
    letter: notification.kind === 'N' ? String(notification.value) : notification.kind,
  }))

/** `undefined` when they agree; otherwise both lines, one above the other. */
export const difference = (expected: string, seen: readonly Seen[], verb: string): string | undefined => {
  const wanted = draw(read(expected))
  const got = draw(seen)
  const same = JSON.stringify(read(expected)) === JSON.stringify(seen)
  return same ? undefined : `expected to ${verb}  ${wanted}\n     but it was  ${got}`
}
