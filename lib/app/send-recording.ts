/** The recording of a call, sent to the call centre: when the app says so, and never else. PROTOCOL.md §2.1. */
import { from, map, merge, take, timer } from 'rxjs'
import { callError, isCallError } from '../errors/call-error'
import type { ErrorCode, ReportErrorCode } from '../errors/codes'
import { type ReportError, reportError } from '../errors/report-error'
import type { Recording } from '../recording/recording'
import { wxPostJson } from '../wx/request'
import { app } from './app'

/** Whether an error is of `sendRecording`. */
export const isReportError = (error: unknown): error is ReportError => isCallError(error)

/** A phone that never calls back: `wx.request` itself gives up before. */
const LONGEST_MS = 20_000

const REFUSALS: ReadonlyMap<unknown, ErrorCode> = new Map([
  ['hostNotAllowed', 'HOST_NOT_ALLOWED'],
  ['noNetwork', 'NETWORK'],
  ['TOKEN_INVALID', 'TOKEN_EXPIRED'],
  ['TOO_MANY_REQUESTS', 'TOO_BUSY'],
])

const REPORT_REFUSALS: ReadonlyMap<unknown, ReportErrorCode> = new Map<unknown, ReportErrorCode>([
  ['CALL_UNKNOWN', 'CALL_UNKNOWN'],
  ['RECORDING_OF_NO_CALL', 'CALL_UNKNOWN'],
  ['RECORDING_DAMAGED', 'RECORDING_INVALID'],
  ['RECORDING_FOREIGN', 'RECORDING_INVALID'],
  ['RECORDING_NEWER', 'RECORDING_INVALID'],
  ['BODY_INVALID', 'RECORDING_INVALID'],
  ['BODY_TOO_LARGE', 'RECORDING_INVALID'],
  // Of a proxy before the call centre.
  [413, 'RECORDING_INVALID'],
  // Of a call centre that takes none, or is older.
  ['NOT_FOUND', 'RECORDINGS_OFF'],
  [404, 'RECORDINGS_OFF'],
])

const field = (body: unknown, name: string): unknown => (Object(body) as Readonly<Record<string, unknown>>)[name]

/** `refusal`: the code of an answer, or, without one, what came instead. */
const failureOf = (refusal: unknown, status: number | string, body: unknown): ReportError => {
  const own = REPORT_REFUSALS.get(refusal)
  if (own !== undefined) return reportError(own, app.locale(), `HTTP ${String(status)} ${String(refusal)}`)
  if (refusal === 'TOKEN_INVALID') app.tickets.refuse()
  return callError(REFUSALS.get(refusal) ?? 'SERVER_ERROR', app.locale(), `${String(status)} ${JSON.stringify(body)}`)
}

const send = (recording: Recording): Promise<{ readonly sessionId: string }> => {
  const ticket = app.tickets.current()
  if (ticket === null) throw callError(app.renewal.gap() ?? 'LOGIN_REQUIRED', app.locale())
  const header = { authorization: `Bearer ${ticket.token}` }
  return wxPostJson(`${app.host()}/recordings`, recording, header).then(({ status, body }) => {
    if (status === 200) return { sessionId: String(field(body, 'sessionId')) }
    throw failureOf(field(body, 'code') ?? status, status, body)
  })
}

/**
 * Sends what `recording()` of the component returns, during a call or after it. Resolves with the `sessionId` of the call,
 * once the call centre keeps the recording; a later one of the same call takes its place.
 * Rejects with a `ReportError`: LOGIN_REQUIRED, TOKEN_EXPIRED, HOST_NOT_ALLOWED, NETWORK, TOO_BUSY, SERVER_ERROR,
 * CALL_UNKNOWN, RECORDING_INVALID, RECORDINGS_OFF; or NOT_SUPPORTED with a gateway of your own, which has no way for it.
 */
export const sendRecording = (recording: Recording): Promise<{ readonly sessionId: string }> => {
  if (app.settings().gateway !== undefined) return Promise.reject(callError('NOT_SUPPORTED', app.locale()))
  const sent = Promise.resolve(app.renewal.renewExpired()).then(() => send(recording))
  const late$ = timer(LONGEST_MS).pipe(
    map(() => {
      throw callError('NETWORK', app.locale(), 'the recording was not answered within 20 s')
    }),
  )
  return new Promise((resolve, reject) => {
    merge(from(sent), late$).pipe(take(1)).subscribe({ next: resolve, error: reject })
  })
}
