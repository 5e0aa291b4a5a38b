import { CATALOGUE, type Locale } from './catalogue'
import type { ErrorCode } from './codes'

/** Every rejection and every `error` event of this package. */
export interface CallError extends Error {
  readonly code: ErrorCode
  /** For people, short enough for `wx.showToast`, in the language of the phone. */
  readonly message: string
  /** What a developer can do about it. */
  readonly remedy: string
  /** What lies behind it, in words; of a system error its own words. */
  readonly cause: string
}

export const isCallError = (error: unknown): error is CallError => error instanceof Error && error.name === 'CallError'

export const callError = (code: ErrorCode, locale: Locale = 'zh', cause?: string): CallError => {
  const words = CATALOGUE[code]
  const error = new Error(words[locale])
  return Object.assign(error, { name: 'CallError', code, remedy: words.remedy, cause: cause ?? words.cause })
}
