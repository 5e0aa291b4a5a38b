import { locale } from '../lib/entries/index'

/** Each is said in two languages; Chinese first. */
type Said = Readonly<Record<string, readonly [string, string]>>

type Words<Of extends Said> = Readonly<Record<keyof Of, string>>

const wordsIn = <Of extends Said>(said: Of, at: 0 | 1): Words<Of> => {
  const words: Partial<Record<keyof Of, string>> = {}
  const names: readonly (keyof Of)[] = Object.keys(said)
  names.forEach((name) => (words[name] = said[name]?.[at]))
  return words as Words<Of>
}

/** Gives the words in the language of the app: each time the same, until that is another. */
export const translated = <Of extends Said>(said: Of): (() => Words<Of>) => {
  const [zh, en] = [wordsIn(said, 0), wordsIn(said, 1)]
  return () => (locale() === 'zh' ? zh : en)
}
