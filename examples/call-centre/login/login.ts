import type { CentreConfig } from '../config/centre-config'
import type { Clock } from '../sessions/clock'
import type { Shelf } from '../state/shelf'
import { signToken } from './token'
import { ownerOf } from './user-id'

/** An HTTP answer in JSON. */
export interface Answer {
  readonly status: number
  readonly body: object
}

/** Codes of WeChat are good for five minutes, so nobody can bring an older one a second time. */
const codeLifeMs = 300_000
const minuteMs = 60_000

/** `POST /login` of PROTOCOL.md §2. A jsCode is taken once. */
export function createLogin(
  config: CentreConfig,
  clock: Clock,
  secret: Buffer,
  shelf: Shelf,
): (request: unknown) => Answer {
  const used = new Map(shelf.all('jsCode') as ReadonlyMap<string, number>)
  return (request) => {
    const now = clock.now()
    forget(used, now - codeLifeMs, shelf)
    const { sdkAppId, jsCode } = fields(request)
    const lastMinute = [...used.values()].filter((at) => at > now - minuteMs).length
    if (lastMinute >= config.maxLoginsPerMinute)
      return fault(429, 'TOO_MANY_REQUESTS', 'Too many log-ins. Wait a minute.')
    if (sdkAppId !== config.sdkAppId) return fault(404, 'SDK_APP_ID_UNKNOWN', 'No call centre has this sdkAppId.')
    if (typeof jsCode !== 'string' || jsCode === '' || jsCode.length > 256 || used.has(jsCode)) {
      return fault(400, 'JS_CODE_INVALID', 'The jsCode is missing, used or expired. Call wx.login again.')
    }
    used.set(jsCode, now)
    shelf.put('jsCode', jsCode, () => now)
    const userId = ownerOf(jsCode)
    const expiresAt = now + config.tokenLifeMs
    return { status: 200, body: { token: signToken(secret, { sdkAppId, userId, expiresAt }), expiresAt, userId } }
  }
}

function forget(used: Map<string, number>, before: number, shelf: Shelf): void {
  for (const [code, at] of used) {
    if (at > before) continue
    used.delete(code)
    shelf.remove('jsCode', code)
  }
}

function fields(request: unknown): { readonly sdkAppId?: unknown; readonly jsCode?: unknown } {
  return typeof request === 'object' && request !== null ? request : {}
}

function fault(status: number, code: string, message: string): Answer {
  return { status, body: { code, message } }
}
