import { need } from '../../server/config/read-secret'
import { streamRoutes } from '../../server/http/routes/streams'
import type { Media, MediaParts } from '../media-parts'
import type { IceOf } from '../webrtc/ice'
import { createRoomGateway } from '../webrtc/room-gateway'
import { createRoomKeys } from '../webrtc/room-keys'
import { deskKeys } from '../webrtc/webrtc-plane'
import { createBridges } from './bridges'
import { ffmpegAt } from './ffmpeg'
import { createRtmpPlane } from './rtmp-plane'
import { createStreamDoor, nginxAt } from './stream-server'
import { createStreams } from './streams'

interface IceParts {
  readonly iceOf: IceOf
  readonly renewIceMs: number
}

/** `ice`: how desks find the bridges. */
export function createRtmp(parts: MediaParts, ice: IceParts): Media {
  const { config, secrets, clock, shelf, post, log, tools } = parts
  const { rtmp } = config.media
  const { webrtc: library } = tools
  if (!library) throw new Error('The plane rtmp begins with findTools.')
  const key = need(secrets, 'TCCC_RTMP_KEY')
  const keys = createRoomKeys((roomId, userId) => {
    rooms.showOut(roomId, userId)
  }, shelf)
  const streams = createStreams(keys)
  const server = nginxAt(rtmp, log)
  const rooms = createRoomGateway({
    ...{ keys: deskKeys(keys), clock, post, heartbeatMs: config.heartbeatMs, ...ice },
    // After a restart nobody else begins it.
    entering: (roomId) => {
      if (streams.hasPhone(roomId)) bridges.open(roomId)
    },
  })
  const bridges = createBridges(rtmp.maxCalls, (roomId) => ({
    ...{ clock, ffmpeg: ffmpegAt(rtmp.ffmpeg), streams: streams.forBridge(roomId), serverUrl: rtmp.serverUrl },
    peer: { library, ice: ice.iceOf(roomId), udpPorts: rtmp.udpPorts },
    enter: (guest) => rooms.admit(roomId, 'customer', guest),
  }))
  return {
    plane: createRtmpPlane({ config: rtmp, keys, streams, bridges, server, clock, post }),
    doors: { '/room': rooms.open },
    hosts: [],
    routes: [streamRoutes(key, createStreamDoor(streams, server))],
    stop: () => {
      bridges.closeAll()
    },
  }
}
