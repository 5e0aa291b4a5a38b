import type { PlayerMeaning } from './player-codes'
import type { PusherMeaning } from './pusher-codes'

/**
 * What codes of the media tags mean on this phone, beside the tables of this package and before them: for a code that is
 * new in WeChat, or that a phone uses in its own way. `nothing`: it changes nothing.
 */
export interface StatusCodes {
  readonly pusher?: Readonly<Record<number, PusherMeaning>>
  readonly player?: Readonly<Record<number, PlayerMeaning>>
}
