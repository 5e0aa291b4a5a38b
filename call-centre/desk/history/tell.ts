/** What a recording tells, in each language of the page: loaded when somebody wants to know. */
import { explain, isRecordingFault, readRecording } from 'tccc-wx-sdk/black-box'
import type { Told } from './recordings'

/** `json`: as text or parsed. */
export const tell = (json: unknown): Exclude<Told, 'asked'> => {
  try {
    const recording = readRecording(json)
    return { en: explain(recording, 'en'), zh: explain(recording, 'zh') }
  } catch (error) {
    if (!isRecordingFault(error)) throw error
    return { fault: `RECORDING_${error.code}` }
  }
}
