/** Takes out of words for people what must not be handed on: addresses, mail, keys, and numbers of phones and cards. */
const BLOTS: readonly (readonly [pattern: RegExp, blot: string])[] = [
  [/[a-z][a-z0-9+.-]*:\/\/[^\s"'<>]+/gi, '[address]'],
  [/[^\s@"'<>:]+@[^\s@"'<>:]+/g, '[mail]'],
  [/\b((?:user)?sig|token|signature|password|privatemapkey)(\\?["']?\s*[=:]\s*\\?["']?)[^\s"'&\\]+/gi, '$1$2[secret]'],
  [/[\w=*+/.-]{32,}/g, '[secret]'],
  [/\+?\d(?:[ -]?\d){6,}/g, '[number]'],
]

export const blot = (text: string): string => BLOTS.reduce((kept, [pattern, mark]) => kept.replace(pattern, mark), text)
