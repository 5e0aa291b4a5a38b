/** The messages of PROTOCOL.md as types. A valid server message is, unchanged, an event of the call. */

/** A key that the IVR menu offers, or that the customer pressed. */
export interface IvrKey {
  readonly key: string
  readonly label: string
}

/** The agent's side as the customer may see it. */
export interface Seat {
  readonly seatId: string
  readonly name: string
}

/**
 * Where audio and video meet. A TRTC room has the fields below; any other back end gives complete
 * addresses in `pushUrl` and `playUrl`.
 */
export type Room =
  | {
      readonly kind: 'trtc'
      readonly sdkAppId: number
      readonly roomId: string
      readonly userId: string
      readonly userSig: string
      readonly privateMapKey?: string
    }
  | { readonly kind: 'url'; readonly pushUrl: string; readonly playUrl: string }

export type MediaKind = 'audio' | 'video'

export type CloseBy = 'client' | 'seat' | 'admin' | 'timer'

/** The vendor's published call-record words (end-status page 679/123938). */
export type EndStatus =
  | 'ok'
  | 'seatGiveUp'
  | 'blackList'
  | 'ivrGiveUp'
  | 'waitingGiveUp'
  | 'ringingGiveUp'
  | 'noSeatOnline'
  | 'notWorkTime'
  | 'ivrEnd'
  | 'clientError'
  | 'callConflict'
  | 'clientTimeout'
  | 'error'

/** Server to client, about a call. Each is numbered and acknowledged: PROTOCOL.md §4. */
export type ServerMessage =
  | { readonly type: 'call/started'; readonly callId: string; readonly sessionId: string; readonly room?: Room }
  | {
      readonly type: 'call/refused'
      readonly callId: string
      readonly code: string
      readonly message: string
      readonly retryAfterMs?: number
    }
  | {
      readonly type: 'call/ivr'
      readonly sessionId: string
      readonly prompt: string
      readonly keys: readonly IvrKey[]
      readonly path: readonly IvrKey[]
    }
  | {
      readonly type: 'call/queued'
      readonly sessionId: string
      readonly position: number
      readonly estimatedWaitMs?: number
    }
  | { readonly type: 'call/ringing'; readonly sessionId: string; readonly seat: Seat }
  | { readonly type: 'call/accepted'; readonly sessionId: string; readonly seat: Seat; readonly room?: Room }
  | { readonly type: 'call/held'; readonly sessionId: string; readonly held: boolean }
  | {
      readonly type: 'call/ended'
      readonly sessionId: string
      readonly closeBy: CloseBy
      readonly endStatus: EndStatus
      readonly reason?: string
    }

/** Client to server, about a call. Each is numbered, acknowledged and idempotent: PROTOCOL.md §4. */
export type ClientMessage =
  | { readonly type: 'call/start'; readonly callId: string; readonly channelId: string; readonly media: MediaKind }
  | { readonly type: 'call/digits'; readonly sessionId: string; readonly digits: string }
  | { readonly type: 'call/hold'; readonly sessionId: string; readonly held: boolean; readonly reason?: string }
  | {
      readonly type: 'call/hangUp'
      /** The client's id of the call, as in `call/start`: a hang-up may overtake `call/started`. */
      readonly callId: string
      readonly sessionId?: string
      readonly closeBy: 'client' | 'timer'
      readonly endStatus: EndStatus
      readonly reason?: string
    }

/** Frames of the link itself; none is numbered. PROTOCOL.md §3. */
export type LinkFrame =
  | {
      readonly type: 'link/welcome'
      readonly linkId: string
      /** Whether the link that the opening named goes on. False: a new link, numbers start at 1. */
      readonly resumed: boolean
      /** The last client number that the server has taken. */
      readonly seen: number
      readonly heartbeatMs: number
      /** For how long the server keeps a lost link. */
      readonly windowMs: number
      /** The server's clock, epoch milliseconds. */
      readonly time: number
    }
  | { readonly type: 'link/ack'; readonly seen: number }
  | { readonly type: 'link/goAway'; readonly reason: string; readonly spreadMs?: number }
  | { readonly type: 'link/invalid'; readonly reason: string }

/** What travels: a message about a call, with its number. */
export type Numbered<Message> = Message & { readonly n: number }

/** Heartbeats are recognised by this prefix before anything is parsed. */
export const HEARTBEAT_PREFIX = '{"type":"link/heartbeat"'

/** The WebSocket sub-protocol of version 1. */
export const SUB_PROTOCOL = 'tccc.1'
