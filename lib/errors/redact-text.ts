/** Takes out of words for people what must not be handed on: addresses, mail, keys, and numbers of phones and cards. */
const BLOTS: readonly (readonly [pattern: RegExp, blot: string])[] = [
  // A scheme and the name of a mailbox are short. Without an end to them each letter of a long word would be read from anew.
  [/[a-z][a-z0-9+.-]{0,63}:\/\/[^\s"'<>]+/gi, '[address]'],
  [/[^\s@"'<>:]{1,64}@[^\s@"'<>:]+/g, '[mail]'],
  [/\b((?:user)?sig|token|signature|password|privatemapkey)(\\?["']?\s*[=:]\s*\\?["']?)[^\s"'&\\]+/gi, '$1$2[secret]'],
  [/[\w=*+/.-]{32,}/g, '[secret]'],
]

const NUMBER = '[number]'
const DIGIT = '[\\d０-９]'
const BETWEEN = '[ \\xa0\\u3000.．/／·\\u2010-\\u2015－-]'

const CODES = `(?:[+＋]${DIGIT}{1,3}${BETWEEN}?)?(?:[(（]${DIGIT}{1,5}[)）]${BETWEEN}?)?`
/** A dot or the like stands between two digits and two digits only: the parts of a version are shorter. */
const GROUP = `${DIGIT}{2,}(?:(?: - |${BETWEEN})(?=${DIGIT}{2})|[ -](?=${DIGIT}))?`

const WRITTEN = new RegExp(`${CODES}(?:${GROUP}|${DIGIT}(?:[ -](?=${DIGIT}))?)+`, 'g')
const SPELT = new RegExp(`[+＋]?${DIGIT}(?:[ -]?${DIGIT}){6,}`, 'g')

const FEWEST_DIGITS = 8

const ifLong = (written: string): string =>
  (written.match(/[\d０-９]/g) ?? []).length < FEWEST_DIGITS ? written : NUMBER

export const blot = (text: string): string =>
  BLOTS.reduce((kept, [pattern, mark]) => kept.replace(pattern, mark), text)
    .replace(WRITTEN, ifLong)
    .replace(SPELT, NUMBER)
