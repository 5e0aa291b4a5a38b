/** How `wx` answers: to `success` or `fail`, then to `complete`, always later than the call. */
export interface Failure {
  readonly errMsg: string
  readonly errno?: number
}

export interface Callbacks<Result> {
  readonly success?: (result: Result) => void
  readonly fail?: (failure: Failure) => void
  readonly complete?: (result: Result | Failure) => void
}

export const succeed = <Result>(callbacks: Callbacks<Result> | undefined, result: Result): void => {
  queueMicrotask(() => {
    callbacks?.success?.(result)
    callbacks?.complete?.(result)
  })
}

export const fail = <Result>(callbacks: Callbacks<Result> | undefined, failure: Failure): void => {
  queueMicrotask(() => {
    callbacks?.fail?.(failure)
    callbacks?.complete?.(failure)
  })
}
