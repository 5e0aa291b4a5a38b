/**
 * The codes of the media tags in words, for the docs, `explain` and the inspector. No mini program loads it: a call acts
 * on lib/status-codes/status-codes.ts, and a spec holds both against this.
 */
import type { StatusCode } from './entry'
import { ERRNO_CODES } from './errno-dictionary'
import { PLAYER_DICTIONARY } from './player-dictionary'
import { PUSHER_DICTIONARY } from './pusher-dictionary'

/** Where a code comes from: the events of the tags, or the `errno` of a `wx` function that failed. */
export type CodeOrigin = 'live-pusher' | 'live-player' | 'errno'

export const STATUS_CODES: Readonly<Record<CodeOrigin, readonly StatusCode[]>> = {
  'live-pusher': PUSHER_DICTIONARY,
  'live-player': PLAYER_DICTIONARY,
  errno: ERRNO_CODES,
}

/** What is known of a code; `undefined`: nothing. */
export const statusCode = (origin: CodeOrigin, code: number): StatusCode | undefined =>
  STATUS_CODES[origin].find((entry) => entry.code === code)
