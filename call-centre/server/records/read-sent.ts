import { isRecordingFault, readRecording, replay, type Recording } from 'tccc-wx-sdk/black-box'
import { fault, type Answer } from '../http/answer'

/** A recording that somebody has sent, and the call that it tells of. */
export interface ReadRecording {
  readonly sessionId: string
  readonly json: string
}

const noCall = fault(409, 'RECORDING_OF_NO_CALL', 'The recording tells of no call that a call centre has answered.')
const damaged = fault(
  400,
  'RECORDING_DAMAGED',
  'The recording cannot be played again. Take it anew, and send it whole.',
)

/** Looks at what was sent as the black box does; what is wrong with it is an answer. */
export function readSent(body: unknown): ReadRecording | Answer {
  try {
    const recording = readRecording(body)
    const sessionId = sessionOf(recording)
    return sessionId === '' ? noCall : { sessionId, json: JSON.stringify(recording) }
  } catch (error) {
    // What is nested without end fits each field, and no stack.
    return isRecordingFault(error) ? fault(400, `RECORDING_${error.code}`, error.message) : damaged
  }
}

/** Of its last call; empty: the call centre has answered none. */
function sessionOf(recording: Recording): string {
  const last = replay(recording).at(-1)?.to ?? recording.initial
  return 'sessionId' in last ? (last.sessionId ?? '') : ''
}
