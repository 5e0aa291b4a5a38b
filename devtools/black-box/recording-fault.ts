/** Why a recording cannot be used, and what to do about it. */
export type RecordingFaultCode = 'DAMAGED' | 'FOREIGN' | 'NEWER' | 'BEGINNING_MISSING'

export interface RecordingFault extends Error {
  readonly code: RecordingFaultCode
  readonly remedy: string
}

const REMEDIES: Readonly<Record<RecordingFaultCode, string>> = {
  DAMAGED: 'Export the recording again, and hand it on as a file: chats and mail may shorten or reformat text.',
  FOREIGN: 'Give the JSON of call.recording(), the whole of it.',
  NEWER: 'Use a newer tccc-wx-sdk: npx tccc-wx-sdk@latest.',
  BEGINNING_MISSING:
    'Take recordings sooner: only the last events of a long call are kept. replay and explain still work.',
}

/** The message names the fault and the remedy. */
export const recordingFault = (code: RecordingFaultCode, fault: string): RecordingFault =>
  Object.assign(new Error(`${fault}. ${REMEDIES[code]}`), { name: 'RecordingFault', code, remedy: REMEDIES[code] })

export const isRecordingFault = (error: unknown): error is RecordingFault =>
  error instanceof Error && error.name === 'RecordingFault'
