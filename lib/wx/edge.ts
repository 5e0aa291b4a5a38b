/**
 * The one place where `wx` is called from. Whatever it does with a call, nothing of it goes further than here: a member
 * that is missing, that throws, that rejects a promise which nobody asked for, or that never calls back.
 */
import { Observable } from 'rxjs'

export interface Callbacks<Result> {
  readonly success?: (result: Result) => void
  readonly fail?: (failure: WxFailure) => void
}

const nothing = (): void => undefined

/** Many members give a promise where no callback was passed (base library 2.10.2 and later), and some always do. */
const isPromise = (value: unknown): value is PromiseLike<unknown> =>
  typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function'

/** What `use` gives, or `undefined`, when it fails; `fail` is told why, at once or later. */
export const attempt = <Result>(
  use: () => Result,
  fail: (failure: WxFailure) => void = nothing,
): Result | undefined => {
  try {
    const result = use()
    if (isPromise(result)) result.then(nothing, fail)
    return result
  } catch (error) {
    fail({ errMsg: String(error) })
    return undefined
  }
}

/** One question to the phone: its answer, or its `WxFailure` as the error. It may never come: whoever asks sets the limit. */
export const answerOf = <Result>(ask: (callbacks: Callbacks<Result>) => unknown): Observable<Result> =>
  new Observable((out) => {
    const success = (result: Result) => {
      out.next(result)
      out.complete()
    }
    const fail = (failure: WxFailure) => {
      out.error(failure)
    }
    attempt(() => ask({ success, fail }), fail)
  })

// What a `fail` says, by its number and by its words: which of the two a phone gives, depends on its WeChat.

/** `errno` exists since 2.24; `errMsg` always. */
export interface WxFailure {
  readonly errMsg?: string
  readonly errno?: number
}

const says =
  (number: number, words: RegExp) =>
  ({ errno, errMsg = '' }: WxFailure): boolean =>
    errno === number || words.test(errMsg)

/** The address is not in the white list of the mini program. */
export const isHostNotAllowed = says(600002, /not in domain list/i)

/** The app has as many sockets open as WeChat allows: five. */
export const areSocketsTaken = says(600007, /exceeds? (the )?max/i)
