/** What `sendRecording` meets besides: the words ride with its entry, and weigh nothing in a call without it. */
import type { CallError } from './call-error'
import type { ErrorEntry, Locale } from './catalogue'
import type { ErrorCode, ReportErrorCode } from './codes'

export const REPORT_CATALOGUE: Readonly<Record<ReportErrorCode, ErrorEntry>> = {
  CALL_UNKNOWN: {
    zh: '通话不存在',
    en: 'No such call',
    cause: 'The recording tells of no call of this customer that the call centre knows.',
    remedy: 'Send it after sessionStart, with the log-in that has called, and while the record is kept.',
  },
  RECORDING_INVALID: {
    zh: '录制文件无效',
    en: 'Bad recording',
    cause: 'The call centre cannot use it: it is no recording, too large, or of a later version than it knows.',
    remedy: 'Pass what recording() of the component returns; if you do, update the call centre.',
  },
  RECORDINGS_OFF: {
    zh: '未开启录制上报',
    en: 'Reports off',
    cause: 'The call centre takes no recordings.',
    remedy: 'Set recordings in its configuration, or update it.',
  },
}

export type ReportError = CallError<ErrorCode | ReportErrorCode>

/** `answer`: of the call centre, in words that are no secret. */
export const reportError = (code: ReportErrorCode, locale: Locale, answer: string): ReportError => {
  const { [locale]: message, remedy, cause } = REPORT_CATALOGUE[code]
  const error = new Error(message)
  return Object.assign(error, { name: 'CallError', code, title: message, remedy, cause: `${cause} ${answer}` })
}
