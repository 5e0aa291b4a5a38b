import { callError, type ErrorCode, locale, type TcccWxSdkDetails } from '../lib/index'

interface Failure {
  readonly code: ErrorCode
  /** What the end of the call says of it, or the words of what was thrown. */
  readonly cause?: string | null
}

/** What the event `error` brings, in the language of the phone. */
export const errorDetail = (failure: Failure): TcccWxSdkDetails['error'] => {
  const { code, title, message, remedy, cause } = callError(failure.code, locale(), failure.cause ?? undefined)
  return { code, title, message, remedy, cause }
}
