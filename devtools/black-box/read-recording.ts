/** From JSON that somebody handed on to a recording that can be trusted to replay. */
import type { CallEvent } from '../../lib/call/event'
import { EVENT_SHAPES } from './event-shapes'
import { FORMAT, type Recording, VERSION } from '../../lib/recording/recording'
import { recordingFault } from './recording-fault'
import { session } from './session-shape'
import { type Check, isRecord, list, number, record, text, time } from './shape'

const isKnown = (type: unknown): type is CallEvent['type'] =>
  typeof type === 'string' && Object.prototype.hasOwnProperty.call(EVENT_SHAPES, type)

/** An event of a type that is not known here changes nothing, here as in the call. */
const event: Check = (value, path) => {
  const fault = record({ type: text })(value, path)
  if (fault !== null || !isRecord(value) || !isKnown(value['type'])) return fault
  return EVENT_SHAPES[value['type']](value, `${path} (${value['type']})`)
}

const recording = record({
  startedAt: time,
  dropped: number,
  initial: session,
  events: list(record({ at: time, event })),
})

const parse = (json: string): unknown => {
  try {
    return JSON.parse(json.replace(/^\uFEFF/, ''))
  } catch (error) {
    throw recordingFault(
      'DAMAGED',
      `This is no complete JSON (${error instanceof Error ? error.message : String(error)})`,
    )
  }
}

/**
 * Takes the JSON of `call.recording()`, as text or parsed. Throws a `RecordingFault` with the code DAMAGED, FOREIGN (it
 * is something else) or NEWER (a later version wrote it); the message names the fault and the remedy.
 */
export const readRecording = (json: unknown): Recording => {
  const value = typeof json === 'string' ? parse(json) : json
  if (!isRecord(value) || value['format'] !== FORMAT) {
    throw recordingFault('FOREIGN', `This is no recording of a call: its format is not '${FORMAT}'`)
  }
  const { version } = value
  if (typeof version === 'number' && version > VERSION) {
    throw recordingFault(
      'NEWER',
      `This recording has version ${String(version)}, and only ${String(VERSION)} is known here`,
    )
  }
  if (version !== VERSION) throw recordingFault('DAMAGED', 'recording.version should be a number')
  const fault = recording(value, 'recording')
  if (fault !== null) throw recordingFault('DAMAGED', fault)
  // Every field that is read has just been checked.
  return value as unknown as Recording
}
