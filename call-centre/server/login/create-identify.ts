import type { CentreConfig } from '../config/centre-config'
import type { Secrets } from '../config/needed-secrets'
import { need } from '../config/read-secret'
import type { Clock } from '../sessions/clock'
import type { Shelf } from '../state/shelf'
import { createWeChatIdentify } from '../wechat/identify'
import { createWeChatApi } from '../wechat/wechat-api'
import type { Identify } from './identity'
import { createLocalIdentify } from './local-identify'

interface Parts {
  readonly config: Pick<CentreConfig, 'wechat'>
  readonly secrets: Secrets
  readonly clock: Clock
  readonly shelf: Shelf
  readonly log: (line: string) => void
}

/**
 * WeChat, when its app is configured, and then nothing else; otherwise anybody is who a code says.
 * @throws {ConfigFault} when the secret of the app is not there.
 */
export function createIdentify({ config, secrets, clock, shelf, log }: Parts): Identify {
  const { wechat } = config
  if (!wechat) return createLocalIdentify(clock, shelf)
  const secret = need(secrets, 'TCCC_WECHAT_SECRET')
  const { appId, apiUrl } = wechat
  return createWeChatIdentify({ appId, secret, clock, log, ask: createWeChatApi(apiUrl, clock) })
}
