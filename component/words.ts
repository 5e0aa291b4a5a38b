import { locale } from '../lib/entries/index'

/** Each is said in two languages; Chinese first. */
type Said = Readonly<Record<string, readonly [string, string]>>

/** In the language of the app. */
export const wordsIn = <Words extends Said>(said: Words): Readonly<Record<keyof Words, string>> => {
  const at = locale() === 'zh' ? 0 : 1
  const names: readonly (keyof Words)[] = Object.keys(said)
  return names.reduce((words, name) => ({ ...words, [name]: said[name]?.[at] }), {} as Record<keyof Words, string>)
}
