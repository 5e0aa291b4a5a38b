import type { PhaseChange } from '../sessions/session'
import { callLine, type Mark } from './call-line'

const LETTERS: Readonly<Record<PhaseChange['phase'], string>> = {
  ivr: 'V',
  waiting: 'W',
  ringing: 'R',
  talking: 'T',
  ended: 'E',
}

/** Prints the line of each call anew whenever it grows: `s1  V ── 2.1s ──► W ── 0.4s ──► R`. */
export const createCallLog = (print: (line: string) => void): ((change: PhaseChange) => void) => {
  const calls = new Map<string, Mark[]>()
  return ({ sessionId, phase, at, end }) => {
    const marks = calls.get(sessionId) ?? []
    marks.push({ letter: LETTERS[phase], at })
    calls.set(sessionId, marks)
    const how = end === undefined ? '' : `  ${end.endStatus}, by ${end.closeBy}`
    print(`${sessionId.slice(0, 6)}  ${callLine(marks)}${how}`)
    if (end !== undefined) calls.delete(sessionId)
  }
}
