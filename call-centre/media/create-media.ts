import type { CentreConfig } from '../server/config/centre-config'
import { ConfigFault } from '../server/config/read-config'
import { need } from '../server/config/read-secret'
import type { Media, MediaParts, MediaTools } from './media-parts'
import { createRtmp } from './rtmp/create-rtmp'
import { loadWebrtc } from './rtmp/desk-peer'
import { checkFfmpeg } from './rtmp/ffmpeg'
import { createFarewells, forgetFarewells } from './trtc/farewells'
import { createRoomApi, type RoomApi } from './trtc/room-api'
import { createSign } from './trtc/signatures'
import { createTrtcPlane, trtcHosts } from './trtc/trtc-plane'
import { createIce, isTurn } from './webrtc/ice'
import { createRoomGateway } from './webrtc/room-gateway'
import { createRoomKeys } from './webrtc/room-keys'
import { createWebrtcPlane } from './webrtc/webrtc-plane'

/** Rejects with a `ConfigFault` when what the plane needs is not on this machine. */
export async function findTools({ media }: CentreConfig): Promise<MediaTools> {
  if (media.plane !== 'rtmp') return {}
  checkFfmpeg(media.rtmp.ffmpeg)
  return { webrtc: await loadWebrtc() }
}

/**
 * The plane that the configuration names.
 * @throws {ConfigFault} when a secret that it needs is not in the environment.
 */
export function createMedia(parts: MediaParts): Media {
  const { plane } = parts.config.media
  if (plane === 'trtc') return createTrtc(parts)
  forgetFarewells(parts.shelf)
  return plane === 'rtmp' ? createRtmp(parts, iceParts(parts)) : createWebrtc(parts)
}

const nothingToStop = (): void => undefined

/** What the rooms at `/room` tell of how to find the others in them. */
function iceParts({ config, secrets, clock }: MediaParts) {
  const { webrtc } = config.media
  const turnSecret = webrtc.iceServers.some(isTurn) ? need(secrets, 'TCCC_TURN_SECRET') : undefined
  return { iceOf: createIce(webrtc, turnSecret, clock), renewIceMs: webrtc.turnKeyLifeMs / 2 }
}

function createWebrtc(parts: MediaParts): Media {
  const { config, clock, shelf, post } = parts
  const keys = createRoomKeys((roomId, userId) => {
    rooms.showOut(roomId, userId)
  }, shelf)
  const rooms = createRoomGateway({ keys, clock, post, heartbeatMs: config.heartbeatMs, ...iceParts(parts) })
  return {
    plane: createWebrtcPlane(config.sdkAppId, keys),
    doors: { '/room': rooms.open },
    hosts: [],
    routes: [],
    stop: nothingToStop,
  }
}

function createTrtc(parts: MediaParts): Media {
  const { config, secrets } = parts
  const sdkAppId = Number(config.sdkAppId)
  if (sdkAppId >= 2 ** 32) {
    throw new ConfigFault('sdkAppId is not that of a TRTC application. Take the number of the TRTC console.')
  }
  const sign = createSign(sdkAppId, need(secrets, 'TCCC_TRTC_SECRET_KEY'), config.media.trtc.keyLifeMs)
  const api = roomApi(sdkAppId, parts)
  if (!api) forgetFarewells(parts.shelf)
  const plane = createTrtcPlane({ sdkAppId, sign, farewells: api && createFarewells({ ...parts, api }) })
  return { plane, doors: {}, hosts: trtcHosts, routes: [], stop: nothingToStop }
}

function roomApi(sdkAppId: number, { config, secrets, clock, log }: MediaParts): RoomApi | undefined {
  const secretId = secrets('TCCC_TENCENTCLOUD_SECRET_ID')
  const secretKey = secrets('TCCC_TENCENTCLOUD_SECRET_KEY')
  if (secretId === undefined && secretKey === undefined) return undefined
  if (secretId === undefined || secretKey === undefined) {
    throw new ConfigFault(
      'TCCC_TENCENTCLOUD_SECRET_ID and TCCC_TENCENTCLOUD_SECRET_KEY go together. Set both, or none.',
    )
  }
  const { region } = config.media.trtc
  return createRoomApi({ keys: { secretId, secretKey }, sdkAppId, region, clock, log })
}
