/** The media room of the bundled call centre, at `{ws}/room`: it relays WebRTC offers between the two ends. */

/** Page to room. The first frame is `room/join`; the newcomer offers to everybody who is there already. */
export type RoomCommand =
  | { readonly type: 'room/join'; readonly roomId: string; readonly userId: string; readonly userSig: string }
  | { readonly type: 'room/signal'; readonly to: string; readonly data: unknown }

/** Room to page. A wrong `userSig` is answered with `room/refused` and the socket is closed. */
export type RoomNotice =
  | { readonly type: 'room/joined'; readonly peers: readonly string[] }
  | { readonly type: 'room/peerJoined'; readonly userId: string }
  | { readonly type: 'room/peerLeft'; readonly userId: string }
  | { readonly type: 'room/signal'; readonly from: string; readonly data: unknown }
  | { readonly type: 'room/refused'; readonly message: string }
