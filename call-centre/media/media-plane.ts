import type { MediaKind, Room } from 'tccc-wx-sdk/call'

/** A call, as far as its media go. */
export interface RoomOfCall {
  /** Of this call alone, and never used again. */
  readonly roomId: string
  /** The customer. */
  readonly userId: string
  readonly media: MediaKind
  /** The seats' parts in it: a room is entered from the first answer on. */
  readonly servings: readonly { readonly acceptedAt?: number | undefined }[]
}

/** What a desk needs to enter a room of the plane `webrtc`; likewise where a bridge stands in the room for a phone. */
export interface WebrtcSeatRoom {
  readonly plane: 'webrtc'
  readonly roomId: string
  readonly userId: string
  readonly userSig: string
}

/** What a desk needs to enter a room of the plane `trtc`. */
export interface TrtcSeatRoom {
  readonly plane: 'trtc'
  readonly sdkAppId: number
  readonly roomId: string
  readonly userId: string
  readonly userSig: string
  readonly privateMapKey: string
}

/** What a desk needs to enter a room; `plane` names the half of the page that can. */
export type SeatRoom = WebrtcSeatRoom | TrtcSeatRoom

/**
 * The way in which the two ends of a call hear and see each other, as the call centre asks for it. Nothing here waits or
 * throws: what a plane has to tell others, it tells them afterwards. Mute and hold are made at the desk, where the voice
 * is, by the plane's other half (`browser/join-room.ts`).
 */
export interface MediaPlane {
  /** Whether this call can be heard: it is now, or there is room for one more. */
  canBeHeard(call: RoomOfCall): boolean
  /** The customer's way into the room; it goes out with the answer of a seat. An older one is void, where the plane can. */
  customerRoom(call: RoomOfCall): Room
  /** A desk's way into the room. An older one of the same seat is void, where the plane can. */
  seatRoom(call: RoomOfCall, seatId: string): SeatRoom
  /** The call goes on without this seat: the customer is waiting for another one. */
  seatLeaves(call: RoomOfCall, seatId: string): void
  /** The call is over: nobody enters any more, and whoever is inside is shown out. */
  end(call: RoomOfCall): void
}
