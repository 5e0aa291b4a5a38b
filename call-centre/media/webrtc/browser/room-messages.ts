/** The media room of the bundled call centre, at `{ws}/room`: it relays WebRTC offers between the two ends. */

/** Page to room. The first frame is `room/join`; the newcomer offers to everybody who is there already. */
export type RoomCommand =
  | {
      readonly type: 'room/join'
      readonly roomId: string
      readonly userId: string
      readonly userSig: string
      /** Of the page's own choice, and the same each time that it comes back. */
      readonly visit: string
      /** Names of the connections over which voices come, which both ends of each know: they need not be made anew. */
      readonly connections: readonly string[]
    }
  | { readonly type: 'room/signal'; readonly to: string; readonly data: unknown }

/** How the ends of a room may find each other; the shape is that of `RTCConfiguration`. */
export interface Ice {
  readonly iceServers: readonly { readonly urls: string; readonly username?: string; readonly credential?: string }[]
  readonly iceTransportPolicy: 'all' | 'relay'
}

/** Room to page. A wrong `userSig` is answered with `room/refused` and the socket is closed. */
export type RoomNotice =
  /** A sign of life; the next one comes after `heartbeatMs` at the latest. */
  | { readonly type: 'room/beat'; readonly heartbeatMs: number }
  /** `resumed`: nobody was told that this page was away, or a peer has one of its connections: they may go on. */
  | { readonly type: 'room/joined'; readonly peers: readonly string[]; readonly resumed: boolean }
  /** How to find the peers: before `room/joined`, and again before the keys run out. */
  | { readonly type: 'room/ice'; readonly ice: Ice }
  | { readonly type: 'room/peerJoined'; readonly userId: string }
  | { readonly type: 'room/peerLeft'; readonly userId: string }
  | { readonly type: 'room/signal'; readonly from: string; readonly data: unknown }
  | { readonly type: 'room/refused'; readonly message: string }
