import type { Locale } from '../errors/catalogue'
import { theWx } from './wx'

let known: Locale | null = null

/** Messages come in this language from now on: Chinese of any kind, or English for all others; `null`: the phone's. */
export const setLocale = (language: string | null): void => {
  known = language === null ? null : /^zh/i.test(language) ? 'zh' : 'en'
}

/** The language that was set, or else that of the phone, which is asked for once. */
export const locale = (): Locale => {
  if (known === null) setLocale((theWx().getAppBaseInfo?.() ?? theWx().getSystemInfoSync()).language ?? 'zh')
  return known ?? 'zh'
}
