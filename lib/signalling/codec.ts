/** Frames to messages and back. Never throws; only known fields of known types come out of it. */
import { LONGEST_TIMER_MS } from '../events/longest-timer'
import type { ServerMessage } from '../events/messages'
import { HEARTBEAT_PREFIX, type LinkFrame, type Numbered } from './messages'
import { type Check, fitsLevels, flag, isObject, list, matching, oneOf, optional, record, text, whole } from './shapes'

export type Incoming =
  | LinkFrame
  | Numbered<ServerMessage>
  | { readonly type: 'heartbeat'; readonly seen: number }
  /** A numbered message of a later version: taken, acknowledged, ignored. */
  | { readonly type: 'unknown'; readonly n: number | null }
  /** With a number that is good, the rest is not. */
  | { readonly type: 'invalid'; readonly reason: string; readonly n: number | null }

/** PROTOCOL.md §3.6; in UTF-16 units, which are never more than bytes. */
export const MAX_FRAME_LENGTH = 65_536
const MAX_LEVELS = 16

const id = text(1, 128)
const words = text(0, 1024)
const secret = text(1, 4096)
const count = whole(0)
const duration = whole(0, LONGEST_TIMER_MS)
const number = whole(1)
const key = record({ key: matching(/^[0-9*#]$/), label: words })
const seat = record({ seatId: id, name: words })
const trtcRoom = record({
  kind: oneOf('trtc'),
  sdkAppId: number,
  roomId: id,
  userId: id,
  userSig: secret,
  privateMapKey: optional(secret),
  isNumericRoom: optional(flag),
  streamId: optional(id),
  userDefineRecordId: optional(id),
})
const urlRoom = record({ kind: oneOf('url'), pushUrl: secret, playUrl: secret })
const room: Check = (value) => trtcRoom(value) ?? urlRoom(value)

/** A word that this version does not know is taken as `other`: whatever it says, the call is over. */
const knownOr =
  (other: string, ...known: readonly string[]): Check<string> =>
  (value) => {
    const word = text(1, 64)(value)
    return word === undefined || known.includes(word) ? word : other
  }

const closeBy = knownOr('admin', 'client', 'seat', 'timer')
const endStatus = knownOr(
  'error',
  ...['ok', 'seatGiveUp', 'blackList', 'ivrGiveUp', 'waitingGiveUp', 'ringingGiveUp', 'noSeatOnline'],
  ...['notWorkTime', 'ivrEnd', 'clientError', 'callConflict', 'clientTimeout'],
)

const numbered = (fields: Readonly<Record<string, Check>>) => ({ n: number, ...fields })

const about = (fields: Readonly<Record<string, Check>>) => numbered({ sessionId: id, ...fields })

const MESSAGES: Readonly<Record<string, Readonly<Record<string, Check>>>> = {
  'call/started': about({ callId: id, room: optional(room) }),
  'call/refused': numbered({
    callId: id,
    code: matching(/^[A-Z][A-Z_]{0,63}$/),
    message: words,
    retryAfterMs: optional(duration),
  }),
  'call/ivr': about({ prompt: words, keys: list(key, 12), path: list(key, 64) }),
  'call/queued': about({ position: number, estimatedWaitMs: optional(duration) }),
  'call/ringing': about({ seat }),
  'call/accepted': about({ seat, room: optional(room) }),
  'call/held': about({ held: flag }),
  'call/room': about({ room }),
  'call/ended': about({ closeBy, endStatus, reason: optional(words) }),
  'link/welcome': {
    linkId: matching(/^[A-Za-z0-9_-]{1,128}$/),
    resumed: flag,
    seen: count,
    sent: optional(count),
    // Two of them are waited for.
    heartbeatMs: whole(1, Math.floor(LONGEST_TIMER_MS / 2)),
    windowMs: duration,
    time: count,
  },
  'link/ack': { seen: count },
  'link/goAway': { reason: words, spreadMs: optional(duration) },
  'link/invalid': { reason: words },
}

const type = text(1, 64)
const checks = new Map(Object.keys(MESSAGES).map((name) => [name, record({ type, ...MESSAGES[name] })]))

const invalid = (reason: string, n: number | null = null): Incoming => ({ type: 'invalid', reason, n })

const parse = (frame: string): unknown => {
  try {
    return JSON.parse(frame) as unknown
  } catch {
    return undefined
  }
}

const typeOf = (value: unknown): string | undefined => (isObject(value) ? type(value['type']) : undefined)

const numberOf = (value: unknown): number | null => (isObject(value) ? (number(value['n']) ?? null) : null)

export const decode = (frame: string): Incoming => {
  if (frame.length > MAX_FRAME_LENGTH) return invalid('the frame is too long')
  if (frame.startsWith(HEARTBEAT_PREFIX)) return heartbeat(frame)
  const value = parse(frame)
  const name = typeOf(value)
  if (name === undefined) return invalid('the frame is no JSON object with a type')
  const check = checks.get(name)
  // The checks of MESSAGES mirror the types; spec/signalling/codec.spec.ts holds them against the JSON Schema.
  const message = check?.(value) as Incoming | undefined
  // Only a field that is not known could be deep, and here is none.
  if (message !== undefined && message === value) return message
  if (!fitsLevels(value, MAX_LEVELS)) return invalid('the frame is too deep', numberOf(value))
  if (check === undefined) return { type: 'unknown', n: numberOf(value) }
  return message ?? invalid(`the fields of ${name} are wrong`, numberOf(value))
}

const SEEN = /"seen":(\d{1,15})/

const heartbeat = (frame: string): Incoming => {
  const seen = SEEN.exec(frame)?.[1]
  return seen === undefined ? invalid('a heartbeat without seen') : { type: 'heartbeat', seen: Number(seen) }
}

export const encodeHeartbeat = (seen: number): string => `${HEARTBEAT_PREFIX},"seen":${String(seen)}}`

export const encodeAck = (seen: number): string => `{"type":"link/ack","seen":${String(seen)}}`
