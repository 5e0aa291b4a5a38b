import type { CentreConfig } from '../server/config/centre-config'
import { ConfigFault } from '../server/config/read-config'
import type { Secrets } from '../server/config/needed-secrets'
import { need } from '../server/config/read-secret'
import type { Door } from '../server/http/upgrades'
import type { Clock } from '../server/sessions/clock'
import type { Post } from '../server/state/post'
import type { Shelf } from '../server/state/shelf'
import type { MediaPlane } from './media-plane'
import { createRoomApi, type RoomApi } from './trtc/room-api'
import { createSign } from './trtc/signatures'
import { createTrtcPlane, trtcHosts } from './trtc/trtc-plane'
import { createIce, isTurn } from './webrtc/ice'
import { createRoomGateway } from './webrtc/room-gateway'
import { createRoomKeys } from './webrtc/room-keys'
import { createWebrtcPlane } from './webrtc/webrtc-plane'

export interface MediaParts {
  readonly config: CentreConfig
  readonly secrets: Secrets
  readonly clock: Clock
  readonly shelf: Shelf
  readonly post: Post
  readonly log: (line: string) => void
}

export interface Media {
  readonly plane: MediaPlane
  /** WebSockets that the plane needs. */
  readonly doors: Readonly<Record<string, Door>>
  /** Where the desk's page connects to, as sources of a Content-Security-Policy. */
  readonly hosts: readonly string[]
}

/**
 * The plane that the configuration names.
 * @throws {ConfigFault} when a secret that it needs is not in the environment.
 */
export function createMedia(parts: MediaParts): Media {
  return parts.config.media.plane === 'trtc' ? createTrtc(parts) : createWebrtc(parts)
}

function createWebrtc({ config, secrets, clock, shelf, post }: MediaParts): Media {
  const { webrtc } = config.media
  const turnSecret = webrtc.iceServers.some(isTurn) ? need(secrets, 'TCCC_TURN_SECRET') : undefined
  const keys = createRoomKeys((roomId, userId) => {
    rooms.showOut(roomId, userId)
  }, shelf)
  const rooms = createRoomGateway({
    ...{ keys, clock, post, heartbeatMs: config.heartbeatMs },
    iceOf: createIce(webrtc, turnSecret, clock),
    renewIceMs: webrtc.turnKeyLifeMs / 2,
  })
  return {
    plane: createWebrtcPlane(config.sdkAppId, keys),
    doors: { '/room': rooms.open },
    hosts: [],
  }
}

function createTrtc(parts: MediaParts): Media {
  const { config, secrets, clock, post } = parts
  const sdkAppId = Number(config.sdkAppId)
  if (sdkAppId >= 2 ** 32) {
    throw new ConfigFault('sdkAppId is not that of a TRTC application. Take the number of the TRTC console.')
  }
  const sign = createSign(sdkAppId, need(secrets, 'TCCC_TRTC_SECRET_KEY'), config.media.trtc.keyLifeMs)
  const api = roomApi(sdkAppId, parts)
  return { plane: createTrtcPlane({ sdkAppId, sign, clock, post, api }), doors: {}, hosts: trtcHosts }
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
