/** Takes out of words for people what must not be handed on: addresses, mail, keys, and numbers of phones and cards. */
const MARKS: readonly (readonly [pattern: RegExp, mark: string])[] = [
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

/** Of an id only what is a number of a phone or a card: it is long for other reasons. */
export const redactNumbers = (text: string): string => text.replace(WRITTEN, ifLong).replace(SPELT, NUMBER)

/** A key is as long as this; an address, a name with its value, a mailbox have such a sign; a number has so many digits. */
const SHORTEST_KEY = 32
const SUSPECT = new RegExp(`[@:=]|${DIGIT}(?:[^\\d０-９]*${DIGIT}){6}`)

export const redactText = (text: string): string =>
  text.length < SHORTEST_KEY && !SUSPECT.test(text) ? text : redactFully(text)

const redactFully = (text: string): string =>
  redactNumbers(MARKS.reduce((kept, [pattern, mark]) => kept.replace(pattern, mark), text))
