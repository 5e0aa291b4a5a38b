/** `tccc-wx-sdk/black-box`: what to do with the recording of a call, in Node and in bundlers. */
export { explain, type Language } from './explain'
export { usualLetter } from './letters'
export { readRecording } from './read-recording'
export { FORMAT, type Recorded, type Recording, VERSION } from './recording'
export { isRecordingFault, type RecordingFault, type RecordingFaultCode } from './recording-fault'
export { replay } from './replay'
export { toLines } from './to-lines'
export { toMarbles } from './to-marbles'
