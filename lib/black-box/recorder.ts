/** The part of the black box that rides in a mini program: it keeps the last events of a call, and the session before. */
import { reduce } from '../session/reduce'
import { idle, type Session } from '../session/session'
import type { Transition } from '../session/transition'
import { jsonBytes } from './json-bytes'
import { FORMAT, type Recorded, type Recording, VERSION } from './recording'
import { createRedact } from './redact'
import { createTail } from './tail'
import { weightOf } from './weight'

export interface RecorderLimits {
  /** The most events that are kept. Default 2,000. */
  readonly count?: number
  /** The most bytes that they have as JSON. Default 262,144. */
  readonly bytes?: number
}

export interface Recorder {
  readonly take: (transition: Transition) => void
  readonly recording: () => Recording
}

/** How many of the oldest are too many for so many bytes. */
const excess = (events: readonly Recorded[], mostBytes: number): number => {
  let bytes = 0
  for (let index = events.length; index > 0; index -= 1) {
    bytes += jsonBytes(events[index - 1] ?? {})
    if (bytes > mostBytes) return index
  }
  return 0
}

/** Events are kept as they came: what they cost is paid by who asks for a recording, and by nobody else. */
export const createRecorder = ({ count = 2_000, bytes = 262_144 }: RecorderLimits = {}): Recorder => {
  const tail = createTail<Recorded>({ count, bytes })
  let startedAt: number | null = null
  let initial: Session = idle
  let dropped = 0

  /** What is dropped goes into the session from which the rest is replayed. */
  const absorb = (gone: readonly Recorded[]) => {
    initial = gone.reduce((session, { at, event }) => reduce(session, event, (startedAt ?? 0) + at), initial)
    dropped += gone.length
  }

  const redacted = (): Recording => {
    const redact = createRedact()
    const before = redact.session(initial)
    const events = tail.items().map(({ at, event }) => ({ at, event: redact.event(event) }))
    return { format: FORMAT, version: VERSION, startedAt: startedAt ?? 0, dropped, initial: before, events }
  }

  return {
    take: ({ event, from, at }) => {
      if (startedAt === null) initial = from
      const start = (startedAt ??= at)
      const gone = tail.push({ at: at - start, event }, weightOf(event))
      if (gone.length > 0) absorb(gone)
    },
    recording: () => {
      let recording = redacted()
      for (let more = excess(recording.events, bytes); more > 0; more = excess(recording.events, bytes)) {
        absorb(tail.drop(more))
        recording = redacted()
      }
      return recording
    },
  }
}
