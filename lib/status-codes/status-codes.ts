/**
 * What the codes of live-pusher and live-player mean to a call, as data: those that change something, and at the end those
 * that are known and change nothing. The dictionaries of devtools say each in words; no mini program loads them.
 */

/**
 * What codes of the media tags mean on this phone, beside the tables of this package and before them: for a code that is
 * new in WeChat, or that a phone uses in its own way. `nothing`: it changes nothing.
 */
export interface StatusCodes {
  readonly pusher?: Readonly<Record<number, PusherMeaning>>
  readonly player?: Readonly<Record<number, PlayerMeaning>>
}

/** What a code can mean; `nothing`: it is known, and changes nothing. */
export type PusherMeaning =
  | 'connecting'
  /** The push has begun: where there is no room to enter, that is all. */
  | 'pushing'
  | 'entered'
  | 'reconnecting'
  | 'left'
  | 'remoteJoined'
  | 'remoteUsers'
  | 'remoteLeft'
  | 'microphoneTurned'
  | 'interrupted'
  | 'suspended'
  | 'cameraFailed'
  | 'cameraRefused'
  | 'microphoneFailed'
  | 'microphoneRefused'
  /** The address does not serve any more; a fresh one may. */
  | 'roomDead'
  /** No address would serve. */
  | 'roomRefused'
  | 'nothing'

/** `statechange` codes of live-pusher, and the codes of its `error` event. */
export const PUSHER_CODES: Readonly<Record<number, PusherMeaning>> = {
  1001: 'connecting',
  1002: 'pushing',
  1018: 'entered',
  1019: 'left',
  1020: 'remoteUsers',
  1021: 'reconnecting',
  1022: 'roomDead',
  1031: 'remoteJoined',
  1032: 'remoteLeft',
  1033: 'remoteUsers',
  1034: 'remoteUsers',
  1102: 'reconnecting',
  3004: 'reconnecting',
  3005: 'reconnecting',
  4998: 'microphoneTurned',
  5000: 'suspended',
  5001: 'interrupted',
  [-1301]: 'cameraFailed',
  [-1302]: 'microphoneFailed',
  [-1303]: 'cameraFailed',
  [-1304]: 'microphoneFailed',
  [-1307]: 'roomDead',
  [-1311]: 'microphoneFailed',
  [-3301]: 'roomDead',
  [-100006]: 'roomDead',
  [-100013]: 'roomRefused',
  [-100015]: 'roomRefused',
  [-100018]: 'roomDead',
  10001: 'cameraRefused',
  10002: 'microphoneRefused',
}

/** What a code can mean; `nothing`: it is known, and changes nothing. */
export type PlayerMeaning =
  | 'connecting'
  | 'up'
  | 'reconnecting'
  /** The player has stopped trying: another one may succeed. */
  | 'failed'
  /** The address does not serve any more; a fresh one may. */
  | 'dead'
  /** The sound goes another way: the loudspeaker may have become the earpiece. */
  | 'rerouted'
  | 'nothing'

/** `statechange` codes of live-player. */
export const PLAYER_CODES: Readonly<Record<number, PlayerMeaning>> = {
  2001: 'connecting',
  2002: 'connecting',
  2004: 'up',
  2006: 'failed',
  2030: 'rerouted',
  2103: 'reconnecting',
  [-2301]: 'failed',
  [-2302]: 'dead',
}

interface Status<Meaning> {
  readonly code: number
  readonly means?: Meaning
}

/** What it was told to mean, or what the table says; `undefined`: nobody knows. */
export const pusherMeaning = ({ code, means }: Status<PusherMeaning>): PusherMeaning | undefined =>
  means ?? PUSHER_CODES[code]

/** What it was told to mean, or what the table says; `undefined`: nobody knows. */
export const playerMeaning = ({ code, means }: Status<PlayerMeaning>): PlayerMeaning | undefined =>
  means ?? PLAYER_CODES[code]

// Codes that are known and change nothing, so that one which nobody knows stands out.

const QUIET_PUSHER_CODES: readonly number[] = [
  ...[0, 1003, 1004, 1005, 1006, 1007, 1008, 1009, 1101, 1103, 1104, 1105, 1106, 1109, 2003, 2004, 2007, 2027],
  ...[3001, 3002, 3003, 4999, -1305, -1306, -1308, -1309, -1310, -1312, -1318, 10003, 10004],
]

const QUIET_PLAYER_CODES: readonly number[] = [
  ...[2003, 2005, 2007, 2008, 2009, 2012, 2026, 2032, 2033, 2034, 2035, 2036],
  ...[2101, 2102, 2104, 2105, 2106, 2107, 2108, 3001, 3002, 3003, 3005, 6000],
]

export const isKnownToPusher = (code: number): boolean => code in PUSHER_CODES || QUIET_PUSHER_CODES.includes(code)

export const isKnownToPlayer = (code: number): boolean => code in PLAYER_CODES || QUIET_PLAYER_CODES.includes(code)
