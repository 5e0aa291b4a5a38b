import { callError, type ErrorCode, isCallError, locale, type TcccWxSdkDetails } from '../lib/entries/index'

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

/** What `act` throws, in the language of the phone. */
export const inOurWords = <Result>(act: () => Result): Result => {
  try {
    return act()
  } catch (error) {
    throw isCallError(error) ? callError(error.code, locale(), error.cause) : error
  }
}
