import type { RtmpConfig } from '../../server/config/media-config'
import type { Clock } from '../../server/sessions/clock'
import type { Post } from '../../server/state/post'
import type { MediaPlane } from '../media-plane'
import { seatRooms } from '../webrtc/webrtc-plane'
import type { RoomKeys } from '../webrtc/room-keys'
import type { Bridges } from './bridges'
import type { StreamServer } from './stream-server'
import type { Streams } from './streams'

export interface RtmpParts {
  readonly config: RtmpConfig
  readonly keys: RoomKeys
  readonly streams: Streams
  readonly bridges: Bridges
  readonly server: StreamServer
  readonly clock: Clock
  readonly post: Post
}

/** The phone has heard by then that the call is over, and has left by itself. */
const politeMs = 2_000

/** The phone publishes its voice and plays that of the seat; the desk meets a bridge in a room of the plane `webrtc`. */
export function createRtmpPlane({ config, keys, streams, bridges, server, clock, post }: RtmpParts): MediaPlane {
  const { publicUrl = config.serverUrl } = config
  const seats = seatRooms(keys)
  return {
    canBeHeard: ({ roomId }) => bridges.hasRoomFor(roomId),
    customerRoom({ roomId }) {
      const { push, play } = streams.forPhone(roomId)
      return { kind: 'url', pushUrl: `${publicUrl}/${push}`, playUrl: `${publicUrl}/${play}` }
    },
    seatRoom(call, seatId) {
      if (streams.hasPhone(call.roomId)) bridges.open(call.roomId)
      return seats.seatRoom(call, seatId)
    },
    // The phone's way stays open while it waits for the next seat.
    seatLeaves: seats.seatLeaves,
    end({ roomId }) {
      bridges.close(roomId)
      streams.revoke(roomId)
      clock.after(politeMs, () => {
        post.send(() => {
          for (const name of streams.namesOf(roomId)) void server.drop('client', name)
        })
      })
    },
  }
}
