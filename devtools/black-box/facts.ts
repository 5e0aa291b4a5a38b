/** A session as lines to read. */
import type { Session } from '../../lib/call/session'

export interface Fact {
  readonly name: string
  readonly text: string
}

const isTime = (name: string, value: unknown): value is number =>
  typeof value === 'number' && value > 0 && /(At|since)$/.test(name)

/** The time of day where it is read: it stands beside pages that show that one, too. */
const timeOfDay = (at: number): string =>
  new Date(at - new Date(at).getTimezoneOffset() * 60_000).toISOString().slice(11, 23)

const textOf = (name: string, value: unknown): string => {
  if (isTime(name, value)) return timeOfDay(value)
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** The session as lines, its phase first; what belongs together stays in one. */
export const factsOf = (session: Session): readonly Fact[] => {
  const { phase, ...facts } = session
  return Object.entries({ phase, ...facts }).map(([name, value]: [string, unknown]) => {
    if (typeof value !== 'object' || value === null) return { name, text: textOf(name, value) }
    const parts = Object.entries(value).map(([part, inner]: [string, unknown]) => `${part} ${textOf(part, inner)}`)
    return { name, text: parts.join(', ') }
  })
}
