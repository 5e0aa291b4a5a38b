/**
 * What the codes of live-player mean to a call, as data: those that change something. dictionary.ts says more of each,
 * and of the others; no mini program loads it.
 */

/** What a code can mean; `nothing`: it is known, and changes nothing. */
export type PlayerMeaning =
  | 'connecting'
  | 'up'
  | 'reconnecting'
  /** The player has stopped trying: another one may succeed. */
  | 'failed'
  /** The address does not serve any more; a fresh one may. */
  | 'dead'
  | 'nothing'

/** `statechange` codes of live-player. */
export const PLAYER_CODES: Readonly<Record<number, PlayerMeaning>> = {
  2001: 'connecting',
  2002: 'connecting',
  2004: 'up',
  2006: 'failed',
  2103: 'reconnecting',
  [-2301]: 'failed',
  [-2302]: 'dead',
}

interface Status {
  readonly code: number
  readonly means?: PlayerMeaning
}

/** What it was told to mean, or what the table says; `undefined`: nobody knows. */
export const playerMeaning = ({ code, means }: Status): PlayerMeaning | undefined => means ?? PLAYER_CODES[code]
