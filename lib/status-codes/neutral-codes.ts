/** Codes that are known and change nothing, so that one which nobody knows stands out. dictionary.ts has their words. */
import { PLAYER_CODES } from './player-codes'
import { PUSHER_CODES } from './pusher-codes'

const PUSHER: readonly number[] = [
  ...[0, 1003, 1004, 1005, 1006, 1007, 1008, 1101, 1103, 1104, 1105, 1106, 2003, 2004, 2007, 3001, 3002, 3003, 4999],
  ...[-1305, -1306, -1308, -1309, -1310, -1312, 10003, 10004],
]

const PLAYER: readonly number[] = [
  ...[2003, 2005, 2007, 2008, 2009, 2012, 2030, 2032, 2101, 2102, 2104, 2105, 2106, 2107, 2108, 3001, 3002, 3003, 3005],
]

export const isKnownToPusher = (code: number): boolean => code in PUSHER_CODES || PUSHER.includes(code)

export const isKnownToPlayer = (code: number): boolean => code in PLAYER_CODES || PLAYER.includes(code)
