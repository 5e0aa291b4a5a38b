/** Frames to messages and back. Never throws; only known fields of known types come out of it. */
import type { ServerMessage } from '../events/messages'
import { HEARTBEAT_PREFIX, type LinkFrame, type Numbered } from './messages'
import { type Check, count, flag, list, number, oneOf, optional, record, text } from './shapes'

export type Incoming =
  | LinkFrame
  | Numbered<ServerMessage>
  | { readonly type: 'heartbeat'; readonly seen: number }
  /** A numbered message of a later version: taken, acknowledged, ignored. */
  | { readonly type: 'unknown'; readonly n: number | null }
  | { readonly type: 'invalid'; readonly reason: string }

/** PROTOCOL.md §3.6. */
export const MAX_FRAME_LENGTH = 65_536

const key = record({ key: text, label: text })
const seat = record({ seatId: text, name: text })
const trtcRoom = record({
  kind: oneOf('trtc'),
  sdkAppId: number,
  roomId: text,
  userId: text,
  userSig: text,
  privateMapKey: optional(text),
})
const urlRoom = record({ kind: oneOf('url'), pushUrl: text, playUrl: text })
const room: Check = (value) => trtcRoom(value) ?? urlRoom(value)
const closeBy = oneOf('client', 'seat', 'admin', 'timer')
const endStatus = oneOf(
  ...['ok', 'seatGiveUp', 'blackList', 'ivrGiveUp', 'waitingGiveUp', 'ringingGiveUp', 'noSeatOnline'],
  ...['notWorkTime', 'ivrEnd', 'clientError', 'callConflict', 'clientTimeout', 'error'],
)

const call = (fields: Readonly<Record<string, Check>>) => ({ n: count, ...fields })

const MESSAGES: Readonly<Record<string, Readonly<Record<string, Check>>>> = {
  'call/started': call({ callId: text, sessionId: text, room: optional(room) }),
  'call/refused': call({ callId: text, code: text, message: text, retryAfterMs: optional(count) }),
  'call/ivr': call({ sessionId: text, prompt: text, keys: list(key), path: list(key) }),
  'call/queued': call({ sessionId: text, position: count, estimatedWaitMs: optional(count) }),
  'call/ringing': call({ sessionId: text, seat }),
  'call/accepted': call({ sessionId: text, seat, room: optional(room) }),
  'call/held': call({ sessionId: text, held: flag }),
  'call/ended': call({ sessionId: text, closeBy, endStatus, reason: optional(text) }),
  'link/welcome': { linkId: text, resumed: flag, seen: count, heartbeatMs: count, windowMs: count, time: number },
  'link/ack': { seen: count },
  'link/goAway': { reason: text, spreadMs: optional(count) },
  'link/invalid': { reason: text },
}

const checks = new Map(Object.keys(MESSAGES).map((type) => [type, record({ type: text, ...MESSAGES[type] })]))

const invalid = (reason: string): Incoming => ({ type: 'invalid', reason })

const parse = (frame: string): unknown => {
  try {
    return JSON.parse(frame) as unknown
  } catch {
    return undefined
  }
}

export const decode = (frame: string): Incoming => {
  if (frame.length > MAX_FRAME_LENGTH) return invalid('the frame is too long')
  if (frame.startsWith(HEARTBEAT_PREFIX)) return heartbeat(frame)
  const value = parse(frame)
  const head = envelope(value)
  if (head === undefined) return invalid('the frame is no JSON object with a type')
  const check = checks.get(head.type)
  if (check === undefined) return { type: 'unknown', n: head.n ?? null }
  const message = check(value)
  // The checks of MESSAGES mirror the types; spec/signalling/codec.spec.ts holds them against the JSON Schema.
  return message === undefined ? invalid(`the fields of ${head.type} are wrong`) : (message as Incoming)
}

const envelope = record<{ readonly type: string; readonly n?: number }>({ type: text, n: optional(count) })

const SEEN = /"seen":(\d{1,15})/

const heartbeat = (frame: string): Incoming => {
  const seen = SEEN.exec(frame)?.[1]
  return seen === undefined ? invalid('a heartbeat without seen') : { type: 'heartbeat', seen: Number(seen) }
}

export const encodeHeartbeat = (seen: number): string => `${HEARTBEAT_PREFIX},"seen":${String(seen)}}`

export const encodeAck = (seen: number): string => `{"type":"link/ack","seen":${String(seen)}}`
