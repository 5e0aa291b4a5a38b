import type { CentreEvent } from '../observe/events'
import type { PhaseChange } from '../sessions/session'
import { type TerminalLanguage, terminalWords } from './words'

/** A call as one line of text, like a marble diagram with times: `D 12ms V 0.3s W 1.2s R 0.4s T 61s E`. */
export interface Mark {
  readonly letter: string
  /** Milliseconds of one clock. */
  readonly at: number
}

export const duration = (ms: number): string => {
  if (ms < 100) return `${String(Math.round(ms))}ms`
  return ms < 10_000 ? `${(ms / 1000).toFixed(1)}s` : `${String(Math.round(ms / 1000))}s`
}

export const callLine = (marks: readonly Mark[]): string =>
  marks
    .map(({ letter, at }, index) => {
      const before = marks[index - 1]
      return before === undefined ? letter : `── ${duration(at - before.at)} ──► ${letter}`
    })
    .join(' ')

const LETTERS: Readonly<Record<PhaseChange['phase'], string>> = {
  ivr: 'V',
  waiting: 'W',
  ringing: 'R',
  talking: 'T',
  ended: 'E',
}

/** Prints the line of each call anew whenever it grows: `s1  V ── 2.1s ──► W ── 0.4s ──► R`. */
export const createCallLog = (
  print: (line: string) => void,
  language: TerminalLanguage = 'en',
): ((event: CentreEvent) => void) => {
  const calls = new Map<string, Mark[]>()
  return (event) => {
    if (event.type !== 'call') return
    const { sessionId, phase, at, end } = event
    const marks = calls.get(sessionId) ?? []
    marks.push({ letter: LETTERS[phase], at })
    calls.set(sessionId, marks)
    const how = end === undefined ? '' : `  ${terminalWords[language].ended(end)}`
    print(`${sessionId.slice(0, 6)}  ${callLine(marks)}${how}`)
    if (end !== undefined) calls.delete(sessionId)
  }
}
