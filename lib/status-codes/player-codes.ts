/** What live-player reports, as data: the codes that change what a session says. Others are neutral. */
export type PlayerMeaning = 'connecting' | 'up' | 'reconnecting' | 'failed'

/** `statechange` codes of live-player (WeChat's live-player page). */
export const PLAYER_CODES: Readonly<Record<number, PlayerMeaning>> = {
  2001: 'connecting',
  2002: 'connecting',
  2004: 'up',
  2103: 'reconnecting',
  [-2301]: 'failed',
  [-2302]: 'failed',
}
