import { redactText } from './redact-text'
import { CATALOGUE, type Locale } from './catalogue'
import type { ErrorCode } from './codes'

/** Every rejection and every `error` event of this package. */
export interface CallError<Code extends string = ErrorCode> extends Error {
  readonly code: Code
  /** The first clause of `message`: at most seven Chinese characters, which is what a toast with an icon shows. */
  readonly title: string
  /** For people, in their language; it fits the two lines of `wx.showToast` with `icon: 'none'`. */
  readonly message: string
  /** What a developer can do about it. */
  readonly remedy: string
  /** What lies behind it, in words; of a system error its own words, without what is secret or a number of a phone. */
  readonly cause: string
}

export const isCallError = (error: unknown): error is CallError => error instanceof Error && error.name === 'CallError'

export const callError = (code: ErrorCode, locale: Locale = 'zh', cause?: string): CallError => {
  const words = CATALOGUE[code]
  const error = new Error(words[locale])
  const title = error.message.replace(/[，,].*/, '')
  const told = cause === undefined ? words.cause : redactText(cause)
  return Object.assign(error, { name: 'CallError', code, title, remedy: words.remedy, cause: told })
}
