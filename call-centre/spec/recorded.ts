import { SESSION_ID } from 'tccc-wx-sdk/testing'
import { recordingOf } from '../../devtools/spec/calls'

const json = JSON.stringify(recordingOf({ seat: '--qra 500ms e' }))

/** What a phone has recorded of this call, parsed. */
export const recorded = (sessionId: string): object => JSON.parse(json.replaceAll(SESSION_ID, sessionId)) as object
