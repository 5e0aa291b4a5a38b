/** All that travels on the line, described once: what the call centre says, what the client says, the link's own frames. */
import {
  bytes,
  count,
  duration,
  either,
  flag,
  id,
  knownOr,
  label,
  list,
  matching,
  type MessagesOf,
  names,
  number,
  type ValueOf,
  optional,
  prompt,
  record,
  secret,
  whole,
  word,
} from './shapes'
import { LONGEST_TIMER_MS } from './retry-delay'

export const ivrKey = record({ key: matching(/^[0-9*#]$/), label })

/** A key that the IVR menu offers, or that the customer pressed. */
export type IvrKey = ValueOf<typeof ivrKey>

export const seat = record({ seatId: id, name: prompt })

/** The agent's side as the customer may see it. */
export type Seat = ValueOf<typeof seat>

const trtcRoom = record({
  kind: word('trtc'),
  sdkAppId: number,
  roomId: id,
  userId: id,
  userSig: secret,
  privateMapKey: optional(secret),
  /** `roomId` is a number of TRTC, 1 to 4294967295, and not a name. */
  isNumericRoom: optional(flag),
  /** Under which the customer's stream is found by a CDN or a recorder. */
  streamId: optional(id),
  /** What a recording of the customer's stream is marked with. */
  userDefineRecordId: optional(id),
})

export const room = either(trtcRoom, record({ kind: word('url'), pushUrl: secret, playUrl: secret }))

/**
 * Where audio and video meet. A TRTC room has the fields below; any other back end gives complete
 * addresses in `pushUrl` and `playUrl`.
 */
export type Room = ValueOf<typeof room>

export const mediaKind = word('audio', 'video')

export type MediaKind = ValueOf<typeof mediaKind>

export const CLOSE_BY = ['client', 'seat', 'admin', 'timer'] as const

export type CloseBy = (typeof CLOSE_BY)[number]

export const END_STATUS = [
  'ok',
  'seatGiveUp',
  'blackList',
  'ivrGiveUp',
  'waitingGiveUp',
  'ringingGiveUp',
  'noSeatOnline',
  'notWorkTime',
  'ivrEnd',
  'clientError',
  'callConflict',
  'clientTimeout',
  'error',
] as const

/** The vendor's published call-record words (end-status page 679/123938). */
export type EndStatus = (typeof END_STATUS)[number]

/** A JSON object as text, of the app's own or of what stands in `about`. */
export const body = bytes(4_096)

/** Said beside the voice, either way: PROTOCOL.md §4.4. */
const asideFields = { sessionId: id, about: matching(/^[a-z][A-Za-z0-9]{0,31}$/), body }

export const SERVER_MESSAGES = {
  'call/started': { callId: id, sessionId: id, room: optional(room) },
  'call/refused': {
    callId: id,
    code: matching(/^[A-Z][A-Z_]{0,63}$/),
    message: prompt,
    retryAfterMs: optional(duration),
  },
  'call/ivr': { sessionId: id, prompt, keys: list(ivrKey, 12), path: list(ivrKey, 64) },
  'call/queued': { sessionId: id, position: number, estimatedWaitMs: optional(duration) },
  'call/ringing': { sessionId: id, seat },
  'call/accepted': { sessionId: id, seat, room: optional(room) },
  'call/held': { sessionId: id, held: flag },
  'call/room': { sessionId: id, room },
  'call/aside': asideFields,
  // Whatever its words, the call is over.
  'call/ended': {
    sessionId: id,
    closeBy: knownOr<CloseBy>('admin', CLOSE_BY),
    endStatus: knownOr<EndStatus>('error', END_STATUS),
    reason: optional(prompt),
  },
}

/** Server to client, about a call. Each is numbered and acknowledged: PROTOCOL.md §4. */
export type ServerMessage = MessagesOf<typeof SERVER_MESSAGES>

export const CLIENT_MESSAGES = {
  'call/start': { callId: id, channelId: id, media: mediaKind, context: optional(body) },
  'call/aside': asideFields,
  'call/digits': { sessionId: id, digits: matching(/^[0-9*#]{1,32}$/) },
  'call/hold': { sessionId: id, held: flag, reason: optional(prompt) },
  /** The address of the room does not serve any more: a fresh one is asked for. */
  'call/rejoin': { sessionId: id, reason: optional(prompt) },
  'call/hangUp': {
    /** The client's id of the call, as in `call/start`: a hang-up may overtake `call/started`. */
    callId: id,
    sessionId: optional(id),
    closeBy: word('client', 'timer'),
    endStatus: word(...END_STATUS),
    reason: optional(prompt),
  },
}

/** Client to server, about a call. Each is numbered, acknowledged and idempotent: PROTOCOL.md §4. */
export type ClientMessage = MessagesOf<typeof CLIENT_MESSAGES>

export const LINK_FRAMES = {
  'link/welcome': {
    linkId: matching(/^[A-Za-z0-9_-]{1,128}$/),
    /** Whether the link that the opening named goes on. False: a new link, numbers start at 1. */
    resumed: flag,
    /** The last client number that the server has taken. */
    seen: count,
    /** The last server number that was sent on this link; absent: what was missed is not known. */
    sent: optional(count),
    /** Two of them are waited for. */
    heartbeatMs: whole(1, Math.floor(LONGEST_TIMER_MS / 2)),
    /** For how long the server keeps a lost link. */
    windowMs: duration,
    /** The server's clock, epoch milliseconds. */
    time: count,
    /** What the server can do: PROTOCOL.md §6. */
    can: optional(names),
  },
  'link/ack': { seen: count },
  'link/goAway': { reason: prompt, spreadMs: optional(duration) },
  'link/invalid': { reason: prompt },
}

/** Frames of the link itself; none is numbered. PROTOCOL.md §3. */
export type LinkFrame = MessagesOf<typeof LINK_FRAMES>

/** What a link carries, whoever uses it: a call's messages, or those of a desk. */
export interface LinkMessage {
  readonly type: `${'call' | 'seat' | 'operator'}/${string}`
}

/** What travels: a message with its number. */
export type Numbered<Message> = Message & { readonly n: number }

/** Heartbeats are recognised by this prefix before anything is parsed. */
export const HEARTBEAT_PREFIX = '{"type":"link/heartbeat"'

/** The WebSocket sub-protocol of version 1. */
export const SUB_PROTOCOL = 'tccc.1'
