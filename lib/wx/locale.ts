import type { Locale } from '../errors/catalogue'
import { theWx } from './wx'

let known: Locale | null = null

/** The language of the phone, asked for once: Chinese of any kind, or English for all others. */
export const locale = (): Locale => {
  if (known !== null) return known
  const { language = 'zh_CN' } = theWx().getAppBaseInfo?.() ?? theWx().getSystemInfoSync()
  known = /^zh/i.test(language) ? 'zh' : 'en'
  return known
}
