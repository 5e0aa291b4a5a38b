/** `tccc-wx-sdk/report`: the recording of a call for the call centre, when the customer sends a report. */
export { isReportError, sendRecording } from '../app/send-recording'
export type { ReportError } from '../errors/report-error'
export type { ReportErrorCode } from '../errors/codes'
