/** Which language a page speaks. */
export type Language = 'en' | 'zh'

const asLanguage = (tag: string | null | undefined): Language | undefined => {
  if (tag === null || tag === undefined) return undefined
  if (/^zh\b/i.test(tag)) return 'zh'
  return /^en\b/i.test(tag) ? 'en' : undefined
}

/** `?lang=` wins, then what was chosen on the page before, then the browser's list; English otherwise. */
export const chooseLanguage = (search: string, chosen: string | null, browser: readonly string[]): Language =>
  asLanguage(new URLSearchParams(search).get('lang')) ??
  asLanguage(chosen) ??
  browser.map(asLanguage).find((language) => language !== undefined) ??
  'en'

/** The value of the document's `lang` attribute. */
export const languageTag = (language: Language): string => (language === 'zh' ? 'zh-CN' : 'en')
