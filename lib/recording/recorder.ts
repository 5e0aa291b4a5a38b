/** The part of the black box that rides in a mini program: it keeps the last events of a call, and the session before. */
import { reduce, type Transition } from '../call/step'
import { idle, type Session } from '../call/session'
import { DEEPEST, FORMAT, jsonBytes, type Recorded, type Recording, VERSION } from './recording'
import { createRedact } from './redact'

/** About the bytes that a value has as JSON, found without making it. */
export const weightOf = (value: unknown, depth = 0): number => {
  if (typeof value === 'string') return value.length + 2
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return 4
  let weight = 2
  for (const name in value) {
    weight += name.length + 4 + weightOf((value as Readonly<Record<string, unknown>>)[name], depth + 1)
  }
  return weight
}

export interface RecorderLimits {
  /** The most events that are kept. Default 2,000. */
  readonly count?: number
  /** The most bytes that they have as JSON. Default 262,144. */
  readonly bytes?: number
  /** As of `createRedact`. */
  readonly harmless?: () => readonly string[]
}

/** Some events in a row, as they came, and the session before them. */
interface Chapter {
  readonly initial: Session
  readonly events: Recorded[]
  weight: number
}

const begin = (initial: Session): Chapter => ({ initial, events: [], weight: 0 })

/** How many of the oldest are too many. */
const excess = (events: readonly Recorded[], count: number, bytes: number): number => {
  let left = bytes
  for (let index = events.length; index > 0; index -= 1) {
    left -= jsonBytes(events[index - 1] ?? {})
    if (left < 0 || events.length - index >= count) return index
  }
  return 0
}

/**
 * Events are kept as they came, in two chapters: when the later one is half of what may be kept, the earlier one goes. So
 * an event costs the same however many there were, and what a recording costs is paid by who asks for it.
 */
export class Recorder {
  private readonly count: number
  private readonly bytes: number
  private startedAt = 0
  private taken = 0
  private readonly harmless: RecorderLimits['harmless']
  private earlier: Chapter | null = null
  private later = begin(idle)

  constructor({ count = 2_000, bytes = 262_144, harmless }: RecorderLimits = {}) {
    this.count = count
    this.bytes = bytes
    this.harmless = harmless
  }

  take({ event, from, at }: Omit<Transition, 'effects'>): void {
    if (this.taken === 0) {
      this.startedAt = at
      this.later = begin(from)
    }
    if (this.later.events.length >= this.count / 2 || this.later.weight >= this.bytes / 2) {
      this.earlier = this.later
      this.later = begin(from)
    }
    this.taken += 1
    this.later.events.push({ at: at - this.startedAt, event })
    this.later.weight += weightOf(event)
  }

  recording(): Recording {
    const { earlier, later } = this
    if (earlier === null) return this.fitting(later.initial, later.events)
    return this.fitting(earlier.initial, earlier.events.concat(later.events))
  }

  /** What is left out goes into the session from which the rest is replayed. */
  private fitting(initial: Session, recorded: readonly Recorded[]): Recording {
    const recording = this.redacted(initial, recorded)
    const gone = recorded.slice(0, excess(recording.events, this.count, this.bytes))
    if (gone.length === 0) return recording
    const before = gone.reduce((session, { at, event }) => reduce(session, event, this.startedAt + at), initial)
    return this.fitting(before, recorded.slice(gone.length))
  }

  private redacted(initial: Session, recorded: readonly Recorded[]): Recording {
    const { startedAt, taken } = this
    const redact = createRedact(this.harmless)
    const before = redact.session(initial)
    const events = recorded.map(({ at, event }) => ({ at, event: redact.event(event) }))
    const dropped = taken - events.length
    return { format: FORMAT, version: VERSION, startedAt, dropped, initial: before, events }
  }
}
