/** The part of the black box that rides in a mini program: it keeps the last events of a call, and the session before. */
import { reduce } from '../session/reduce'
import { idle, isRunning, type Session } from '../session/session'
import type { Transition } from '../session/transition'
import { FORMAT, type Recorded, type Recording, VERSION } from './recording'
import { createRedact } from './redact'
import { createTail } from './tail'

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

export const createRecorder = ({ count = 2_000, bytes = 262_144 }: RecorderLimits = {}): Recorder => {
  const redact = createRedact()
  const tail = createTail<Recorded>({ count, bytes })
  let startedAt: number | null = null
  let initial: Session = idle
  let dropped = 0

  return {
    take: ({ event, from, at }) => {
      if (startedAt === null) initial = redact.session(from)
      const start = (startedAt ??= at)
      if (event.type === 'intent/startCall' && !isRunning(from)) redact.forget()
      const gone = tail.push({ at: at - start, event: redact.event(event) })
      // What is dropped goes into the session from which the rest is replayed.
      initial = gone.reduce((session, old) => reduce(session, old.event, start + old.at), initial)
      dropped += gone.length
    },
    recording: () => {
      const events = tail.items()
      return { format: FORMAT, version: VERSION, startedAt: startedAt ?? 0, dropped, initial, events }
    },
  }
}
