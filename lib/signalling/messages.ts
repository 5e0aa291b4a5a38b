/** What the client says, and the frames of the link: PROTOCOL.md §3 and §4.1. */
import type { EndStatus, MediaKind } from '../events/messages'

/** Client to server, about a call. Each is numbered, acknowledged and idempotent: PROTOCOL.md §4. */
export type ClientMessage =
  | { readonly type: 'call/start'; readonly callId: string; readonly channelId: string; readonly media: MediaKind }
  | { readonly type: 'call/digits'; readonly sessionId: string; readonly digits: string }
  | { readonly type: 'call/hold'; readonly sessionId: string; readonly held: boolean; readonly reason?: string }
  /** The address of the room does not serve any more: a fresh one is asked for. */
  | { readonly type: 'call/rejoin'; readonly sessionId: string; readonly reason?: string }
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
      /** The last server number that was sent on this link; absent: what was missed is not known. */
      readonly sent?: number
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
