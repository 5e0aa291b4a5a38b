/** Enters the room that the centre names, by the half that knows it, as long as somebody subscribes. */
import { type Observable, defer } from 'rxjs'
import type { SeatRoom } from '../media-plane'
import { joinTrtcRoom } from '../trtc/browser/trtc-room'
import { joinWebrtcRoom } from '../webrtc/browser/webrtc-room'
import type { RoomEvent, RoomWishes } from './room'

/** The vendor's SDK is larger than all the rest of the page, and is loaded only when a call needs it. */
const trtc$ = defer(async () => (await import('trtc-sdk-v5')).default)

/** `url`: the room's socket, for the plane `webrtc`. Nothing is thrown: what happens is told. */
export const joinRoom = (room: SeatRoom, wishes: RoomWishes, url: string): Observable<RoomEvent> =>
  room.plane === 'trtc' ? joinTrtcRoom(trtc$, room, wishes) : joinWebrtcRoom(url, room, wishes)
