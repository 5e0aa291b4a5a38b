import type { CentreConfig, WeChatConfig } from '../config/centre-config'
import type { Secrets } from '../config/needed-secrets'
import { need } from '../config/read-secret'
import type { Clock } from '../sessions/clock'
import type { Shelf } from '../state/shelf'
import { createAccessToken, type WithAccessToken } from './access-token'
import { createWeChatApi, type AskWeChat } from './wechat-api'

/** The mini program at WeChat's server API; the access token is one for all that ask with it. */
export interface WeChatApp extends WeChatConfig {
  readonly secret: string
  /** Asks again while WeChat is silent: for what may be done twice. */
  readonly ask: AskWeChat
  /** Asks once. */
  readonly askOnce: AskWeChat
  readonly withToken: WithAccessToken
}

interface Parts {
  readonly config: Pick<CentreConfig, 'wechat'>
  readonly secrets: Secrets
  readonly clock: Clock
  readonly shelf: Shelf
}

/**
 * Undefined: no mini program is configured.
 * @throws {ConfigFault} when the secret of the app is not there.
 */
export function createWeChatApp({ config, secrets, clock, shelf }: Parts): WeChatApp | undefined {
  const { wechat } = config
  if (!wechat) return undefined
  const secret = need(secrets, 'TCCC_WECHAT_SECRET')
  const ask = createWeChatApi(wechat.apiUrl, clock)
  const askOnce = createWeChatApi(wechat.apiUrl, clock, [])
  return { ...wechat, secret, ask, askOnce, withToken: createAccessToken(ask, clock, { ...wechat, secret }, shelf) }
}
