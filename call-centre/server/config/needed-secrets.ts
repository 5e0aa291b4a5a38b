import { isTurn } from '../../media/webrtc/ice'
import type { CentreConfig } from './centre-config'

/** Every secret, by its name in the environment. */
export type SecretName =
  | NeededSecret
  | 'TCCC_CDR_PUSH_KEY'
  | 'TCCC_METRICS_TOKEN'
  | 'TCCC_NODE_KEY'
  | 'TCCC_REDIS_URL'
  | 'TCCC_TENCENTCLOUD_SECRET_ID'
  | 'TCCC_TENCENTCLOUD_SECRET_KEY'
  | 'TCCC_TOKEN_SECRET'

/** Those without which a configuration that asks for them cannot be used. */
export type NeededSecret = 'TCCC_RTMP_KEY' | 'TCCC_TRTC_SECRET_KEY' | 'TCCC_TURN_SECRET' | 'TCCC_WECHAT_SECRET'

/** Gives a secret by its name. */
export type Secrets = (name: SecretName) => string | undefined

interface Need {
  /** The names that lead to what asks for it. */
  readonly path: readonly string[]
  readonly isAsked: (config: CentreConfig) => boolean
  readonly why: string
  readonly what: string
}

const needs: Readonly<Record<NeededSecret, Need>> = {
  TCCC_RTMP_KEY: {
    path: ['media', 'plane'],
    isAsked: ({ media }) => media.plane === 'rtmp',
    why: 'media.plane is rtmp',
    what: 'the key of the addresses on_publish and on_play in the configuration of nginx',
  },
  TCCC_TRTC_SECRET_KEY: {
    path: ['media', 'plane'],
    isAsked: ({ media }) => media.plane === 'trtc',
    why: 'media.plane is trtc',
    what: 'the SDKSecretKey of the TRTC console',
  },
  TCCC_TURN_SECRET: {
    path: ['media', 'webrtc', 'iceServers'],
    isAsked: ({ media }) => media.plane !== 'trtc' && media.webrtc.iceServers.some(isTurn),
    why: 'media.webrtc.iceServers names a TURN server',
    what: "coturn's static-auth-secret",
  },
  TCCC_WECHAT_SECRET: {
    path: ['wechat'],
    isAsked: ({ wechat }) => wechat !== undefined,
    why: 'wechat names a mini program',
    what: 'its AppSecret',
  },
}

/** What a configuration asks for and nobody has set: where it asks, and the words for it. */
export function lackingSecrets(config: CentreConfig, secrets: Secrets) {
  return (Object.keys(needs) as NeededSecret[])
    .filter((name) => needs[name].isAsked(config) && secrets(name) === undefined)
    .map((name) => ({ path: needs[name].path, message: wordsOfLack(name) }))
}

export function wordsOfLack(name: NeededSecret): string {
  const { why, what } = needs[name]
  return `${why}, and ${name} is not set. Put ${what} there, or into a file that ${name}_FILE names.`
}
